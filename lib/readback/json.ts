import { isObject } from './resource';

/** A character for private use that a text has neither as it is nor as an escape of JSON; undefined if it has all. */
function fenceFor(text: string): string | undefined {
  for (let code = 0xe000; code <= 0xf8ff; code++) {
    const fence = String.fromCharCode(code);
    if (!text.includes(fence) && !new RegExp(`\\\\u${code.toString(16)}`, 'i').test(text)) return fence;
  }
  return undefined;
}

/**
 * Parses the JSON in a text with references, which stay references, on their own or within a `join`.
 * @returns undefined if a reference isn't inside of a string, or if a key is there twice, since the last one would win
 */
export function parseJson(text: unknown): unknown {
  const pieces = isObject(text) && Array.isArray(text['join']) ? (text['join'] as unknown[]) : [text];
  const fence = fenceFor(pieces.filter((piece) => typeof piece === 'string').join(''));
  if (fence === undefined) return undefined;
  const placeholder = new RegExp(`${fence}(\\d+)${fence}`);
  const held: unknown[] = [];
  const flat = pieces
    .map((piece) => (typeof piece === 'string' ? piece : `${fence}${held.push(piece) - 1}${fence}`))
    .join('');
  const taken: number[] = [];
  const take = (index: number): unknown => {
    taken.push(index);
    return held[index];
  };
  try {
    const value: unknown = JSON.parse(flat, (_, leaf: unknown) =>
      typeof leaf === 'string' ? restore(leaf, placeholder, take) : leaf,
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

function restore(text: string, placeholder: RegExp, take: (index: number) => unknown): unknown {
  // `split` with a group keeps its matches: every second piece is the index of a held reference.
  const pieces = text
    .split(placeholder)
    .map((piece, index) => (index % 2 === 1 ? take(Number(piece)) : piece))
    .filter((piece) => piece !== '');
  if (pieces.length === 0) return '';
  return pieces.length === 1 ? pieces[0] : { join: pieces };
}
