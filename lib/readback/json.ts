import { isObject } from './resource';

const open = '\uE010';
const close = '\uE011';
const placeholder = new RegExp(`${open}(\\d+)${close}`);

/** The JSON in a text that may hold references: each stays what it was, alone or within a `join`. */
export function parseJson(text: unknown): unknown {
  const pieces = isObject(text) && Array.isArray(text['join']) ? (text['join'] as unknown[]) : [text];
  const held: unknown[] = [];
  const flat = pieces
    .map((piece) => (typeof piece === 'string' ? piece : `${open}${held.push(piece) - 1}${close}`))
    .join('');
  try {
    return JSON.parse(flat, (_, value: unknown) => (typeof value === 'string' ? restore(value, held) : value));
  } catch {
    return undefined;
  }
}

function restore(text: string, held: readonly unknown[]): unknown {
  // `split` with a group keeps what it matched: every second piece is the number of something that was held.
  const pieces = text
    .split(placeholder)
    .map((piece, index) => (index % 2 === 1 ? held[Number(piece)] : piece))
    .filter((piece) => piece !== '');
  if (pieces.length === 0) return '';
  return pieces.length === 1 ? pieces[0] : { join: pieces };
}
