import { isObject } from './resource';

/** What something that isn't plain text stands for, in the model's own form. */
export interface Meaning {
  readonly reference: string;
  /** What has to stand before it, since a `url` has it already: `https://`. */
  readonly after?: string;
}

/** Finds what a pointer, or an expression around one, stands for. */
export type Lookup = (piece: unknown) => Meaning | undefined;

/** A text in the model's own form; undefined if something in it has no meaning. */
export function readText(value: unknown, lookup: Lookup): string | undefined {
  const pieces = isObject(value) && Array.isArray(value['join']) ? (value['join'] as unknown[]) : [value];
  let text = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece.replaceAll('${', () => '$${');
      continue;
    }
    const meaning = lookup(piece);
    if (meaning === undefined || !text.endsWith(meaning.after ?? '')) return undefined;
    text = text.slice(0, text.length - (meaning.after ?? '').length) + meaning.reference;
  }
  return text;
}

/** A map of texts in the model's own form; undefined if one of them has no meaning. */
export function readTexts(value: unknown, lookup: Lookup): Record<string, string> | undefined {
  if (value === undefined) return {};
  if (!isObject(value) || Array.isArray(value)) return undefined;
  const texts = Object.entries(value).map(([key, text]) => [key, readText(text, lookup)] as const);
  return texts.every(([, text]) => text !== undefined)
    ? (Object.fromEntries(texts) as Record<string, string>)
    : undefined;
}
