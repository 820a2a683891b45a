import { isObject } from './resource';

const open = '\uE010';
const close = '\uE011';
const placeholder = new RegExp(`${open}(\\d+)${close}`);

/**
 * The JSON in a text that may hold references: each stays what it was, alone or within a `join`. Undefined if one of them
 * is in no text, if a text looks like what stands for one here, or if a key stands twice, since the last one would win.
 */
export function parseJson(text: unknown): unknown {
  const pieces = isObject(text) && Array.isArray(text['join']) ? (text['join'] as unknown[]) : [text];
  const held: unknown[] = [];
  const flat = pieces
    .map((piece) => (typeof piece === 'string' ? piece : `${open}${held.push(piece) - 1}${close}`))
    .join('');
  const taken: number[] = [];
  const take = (index: number): unknown => {
    taken.push(index);
    return held[index];
  };
  try {
    const value: unknown = JSON.parse(flat, (_, leaf: unknown) =>
      typeof leaf === 'string' ? restore(leaf, take) : leaf,
    );
    if (JSON.stringify(JSON.parse(flat)) !== withoutSpace(flat)) return undefined;
    const isEachTakenOnce = taken.length === held.length && new Set(taken).size === held.length;
    return isEachTakenOnce ? value : undefined;
  } catch {
    return undefined;
  }
}

/** JSON without the space between its parts. */
const withoutSpace = (json: string): string =>
  json.replace(/("(?:[^"\\]|\\.)*")|\s+/gs, (_, text?: string) => text ?? '');

function restore(text: string, take: (index: number) => unknown): unknown {
  // `split` with a group keeps what it matched: every second piece is the number of something that was held.
  const pieces = text
    .split(placeholder)
    .map((piece, index) => (index % 2 === 1 ? take(Number(piece)) : piece))
    .filter((piece) => piece !== '');
  if (pieces.length === 0) return '';
  return pieces.length === 1 ? pieces[0] : { join: pieces };
}
