import { z } from 'zod';
import { formatEngineValue, isEngineValue, type EngineValue } from './engine-value';
import { formatReference, type Reference } from './reference';

/** String that may contain references, and values that only an engine has. Once parsed, it is never a plain string again. */
export type Text = readonly (string | Reference | EngineValue)[];

/**
 * String with references, on its way from the file to the schema. It isn't a plain string, so a schema refuses it where
 * references aren't allowed.
 */
export class TextWithReferences {
  constructor(readonly parts: Text) {}
}

/**
 * Characters that no variable, argument or name can hold: NUL ends a text, the others control terminals, and half of a
 * surrogate pair has no encoding in UTF-8.
 */
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u;

/** True of a text that every engine and cloud keeps. */
const isPlain = (text: string): boolean => !unprintable.test(text);

const withoutControl = 'must be text without control characters';

/** Field with any text, without references. Line breaks and tabs are allowed. */
export const plainText = z.string().refine(isPlain, withoutControl);

/** Checks every text in a JSON value, which writes control characters as escapes. */
export const hasWholeCharacters = (value: unknown): boolean =>
  !/\\ud[89a-f]/.test(JSON.stringify(value).replace(/\\\\/g, ''));

const isPlainText = (value: unknown): boolean =>
  (value instanceof TextWithReferences ? value.parts : [value]).every(
    (part) => typeof part !== 'string' || isPlain(part),
  );

/** Field that may contain references. Numbers and booleans are formatted as in JSON. */
export const textField = z
  .union([z.string(), z.number(), z.boolean(), z.instanceof(TextWithReferences)])
  .refine(isPlainText, withoutControl)
  .transform((value): Text => (value instanceof TextWithReferences ? value.parts : [String(value)]));

/** Name of an environment variable. */
export const environmentName = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'must be a letter or _, then letters, digits and _');

/** Environment variables; values may contain references. */
export const environmentSpec = z.record(environmentName, textField).default({});

/** Element with environment variables. */
export interface WithEnvironment {
  readonly environment: Readonly<Record<string, Text>>;
}

/** Formats a text as people write it: references in braces, literal braces escaped. */
export const formatText = (text: Text): string => text.map(formatPiece).join('');

function formatPiece(piece: Text[number]): string {
  if (typeof piece === 'string') return piece.replaceAll('${', () => '$${');
  return isEngineValue(piece) ? formatEngineValue(piece) : formatReference(piece);
}

/** The references in a text. */
export const referencesIn = (text: Text): Reference[] =>
  text.filter((part): part is Reference => typeof part !== 'string' && !isEngineValue(part));

/** The values in a text that only an engine has. */
export const engineValuesIn = (text: Text): EngineValue[] => text.filter(isEngineValue);
