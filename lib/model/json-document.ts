/** Thrown for a text that isn't a document that every tool reads alike. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
}

/** Deeper documents would exhaust the stack. No engine writes one of 50 levels. */
const mostLevels = 200;

/**
 * Parses a JSON document that every tool reads alike. `JSON.parse` keeps the last of two equal keys, where another tool
 * keeps the first one, and rounds numbers that another tool reads exactly.
 * @throws DocumentError for anything but JSON in UTF-8, for a key that a map has twice, for a number that isn't exact,
 * and for more than 200 levels
 */
export const parseDocument = (bytes: Uint8Array): unknown => parseJsonText(decode(bytes));

/**
 * Parses the text of a JSON document that every tool reads alike.
 * @throws DocumentError as `parseDocument` does
 */
export function parseJsonText(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new DocumentError(`not JSON${placeOf(error, text)}`);
  }
  // Only valid JSON is scanned, so the scan has no errors of its own.
  scan(text);
  return value;
}

function decode(bytes: Uint8Array): string {
  try {
    // A byte order mark stays, and isn't JSON.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new DocumentError('not JSON: must be UTF-8');
  }
}

function placeOf(error: unknown, text: string): string {
  const [, position] = /at position (\d+)/.exec(String(error)) ?? [];
  return position === undefined ? '' : `, see ${lineOf(text, Number(position))}`;
}

const lineOf = (text: string, offset: number): string => {
  const before = text.slice(0, offset);
  return `line ${before.split('\n').length}, column ${offset - before.lastIndexOf('\n')}`;
};

/** A map or a list that is being scanned. */
interface Level {
  /** The keys so far; undefined for a list. */
  readonly keys: Set<string> | undefined;
  /** The key or the index of the value that is being scanned. */
  at: string | number;
}

const [space, quote, backslash, comma, minus, zero, nine] = [0x20, 0x22, 0x5c, 0x2c, 0x2d, 0x30, 0x39];
const [openMap, closeMap, openList, closeList] = [0x7b, 0x7d, 0x5b, 0x5d];

function scan(text: string): void {
  const levels: Level[] = [];
  let level: Level | undefined;
  let isKey = false;
  for (let index = 0; index < text.length; index++) {
    const character = text.charCodeAt(index);
    if (character <= space) continue;
    if (character === quote) {
      const end = endOfString(text, index);
      if (isKey && level?.keys) enterKey(level.keys, level, levels, text, index, end);
      isKey = false;
      index = end;
    } else if (character === openMap || character === openList) {
      if (levels.length === mostLevels)
        throw new DocumentError(`must be at most ${mostLevels} levels deep, see ${lineOf(text, index)}`);
      isKey = character === openMap;
      level = { keys: isKey ? new Set() : undefined, at: 0 };
      levels.push(level);
    } else if (character === closeMap || character === closeList) {
      levels.pop();
      level = levels.at(-1);
      isKey = false;
    } else if (character === comma) {
      isKey = level?.keys !== undefined;
      if (level && typeof level.at === 'number') level.at += 1;
    } else if (character === minus || (character >= zero && character <= nine)) {
      index = endOfNumber(text, index) - 1;
    }
  }
}

function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === backslash) slashes += 1;
    if (slashes % 2 === 0) return end;
  }
}

function enterKey(
  keys: Set<string>,
  level: Level,
  levels: readonly Level[],
  text: string,
  start: number,
  end: number,
): void {
  const raw = text.slice(start + 1, end);
  const key = raw.includes('\\') ? (JSON.parse(`"${raw}"`) as string) : raw;
  if (keys.has(key)) {
    const where = pathOf(levels.slice(0, -1));
    const place = where === '' ? '' : ` in ${where}`;
    throw new DocumentError(
      `must have each key once, got ${JSON.stringify(key)} twice${place}, see ${lineOf(text, start)}`,
    );
  }
  keys.add(key);
  level.at = key;
}

const pathOf = (levels: readonly Level[]): string => levels.map(({ at }) => at).join('.');

const number = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function endOfNumber(text: string, start: number): number {
  number.lastIndex = start;
  const [written] = number.exec(text)!;
  // Up to 15 digits are always exact.
  if (!/^-?\d{1,15}$/.test(written) && digitsOf(written) !== digitsOf(String(Number(written)))) {
    throw new DocumentError(`has the number ${written}, which isn't read exactly, see ${lineOf(text, start)}`);
  }
  return start + written.length;
}

/** A number as its digits without zeros around them, and their exponent: the same text for `1.50`, `1.5` and `15e-1`. */
function digitsOf(written: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(written) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const kept = digits.replace(/0+$/, '');
  return kept === '' ? '0' : `${sign}${kept}e${Number(exponent) - fraction.length + digits.length - kept.length}`;
}
