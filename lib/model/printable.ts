// Control characters (Cc), invisible format characters such as those that reverse the order of text (Cf), separators of
// lines (Zl, Zp) and halves of characters (Cs): https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing

const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
const exceptLines = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** A text from outside in one line of output, without anything that controls a terminal: `\u001b` in place of ESC. */
export const printable = (text: string): string => text.replace(hidden, escaped);

/** The same for a text of several lines. `escape` writes one character. @default as `printable` does */
export const printableLines = (text: string, escape: (character: string) => string = escaped): string =>
  text.replace(exceptLines, escape);

/** True for a text that `printable` would change. */
export const isHidden = (text: string): boolean => text.search(hidden) >= 0;

/** Every text in a value, keys of maps included, in the form of `printable`. */
export function printableIn<T>(value: T): T {
  return mapTexts(value) as T;
}

function mapTexts(value: unknown): unknown {
  if (typeof value === 'string') return printable(value);
  if (Array.isArray(value)) return value.map(mapTexts);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [printable(key), mapTexts(one)]));
}

/** Escapes of UTF-16, as in JSON and in JavaScript. */
function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
