import { isObject } from './resource';

const open = '\uE010';
const close = '\uE011';
const placeholder = new RegExp(`${open}(\\d+)${close}`);

/**
 * Parses the JSON in a text with references, which stay references, on their own or within a `join`.
 * @returns undefined if a reference isn't inside of a string, if a text looks like a placeholder for one, or if a key
 * is there twice, since the last one would win
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

/** JSON without space between its tokens. */
const withoutSpace = (json: string): string =>
  json.replace(/("(?:[^"\\]|\\.)*")|\s+/gs, (_, text?: string) => text ?? '');

function restore(text: string, take: (index: number) => unknown): unknown {
  // `split` with a group keeps its matches: every second piece is the index of a held reference.
  const pieces = text
    .split(placeholder)
    .map((piece, index) => (index % 2 === 1 ? take(Number(piece)) : piece))
    .filter((piece) => piece !== '');
  if (pieces.length === 0) return '';
  return pieces.length === 1 ? pieces[0] : { join: pieces };
}
