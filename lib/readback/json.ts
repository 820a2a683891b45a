import { DocumentError, parseJsonText } from '../model/json-document';
import { Join, piecesOf } from './made';

/**
 * Parses the JSON in a text with references, which stay references, on their own or within a join.
 * @returns undefined if a reference isn't inside of a string, or if tools would read the text differently
 */
export function parseJson(text: unknown): unknown {
  const pieces = piecesOf(text);
  const mark = unusedIn(pieces.filter((piece) => typeof piece === 'string').join('\n'));
  if (mark === undefined) return undefined;
  const held: unknown[] = [];
  const flat = pieces
    .map((piece) => (typeof piece === 'string' ? piece : `${mark}${held.push(piece) - 1}${mark}`))
    .join('');
  const taken = new Set<number>();
  const take = (index: number): unknown => {
    taken.add(index);
    return held[index];
  };
  try {
    const value = restore(parseJsonText(flat), mark, take);
    // A reference in a key isn't restored.
    return taken.size === held.length ? value : undefined;
  } catch (error) {
    if (error instanceof DocumentError) return undefined;
    throw error;
  }
}

/** A character that a text doesn't contain, nor its escape, so that nothing in the text looks like a held reference. */
function unusedIn(text: string): string | undefined {
  for (let code = 0xe000; code <= 0xf8ff; code++) {
    const character = String.fromCharCode(code);
    if (!text.includes(character) && !text.toLowerCase().includes(`\\u${code.toString(16)}`)) return character;
  }
  return undefined;
}

function restore(value: unknown, mark: string, take: (index: number) => unknown): unknown {
  if (typeof value === 'string') return restoreText(value, mark, take);
  if (Array.isArray(value)) return value.map((item) => restore(item, mark, take));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, restore(child, mark, take)]));
}

function restoreText(text: string, mark: string, take: (index: number) => unknown): unknown {
  // Between marks, every second piece is the index of a held reference.
  const pieces = text
    .split(mark)
    .map((piece, index) => (index % 2 === 1 ? take(Number(piece)) : piece))
    .filter((piece) => piece !== '');
  if (pieces.length === 0) return '';
  return pieces.length === 1 ? pieces[0] : new Join(pieces);
}
