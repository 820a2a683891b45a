import { z } from 'zod';
import { formatReference, type Reference } from './reference';

/** A string that may hold references; once parsed it is never a plain string again. */
export type Text = readonly (string | Reference)[];

/**
 * A string in which references were found, on its way from the file to the schema. Where the schema wants a plain
 * string, this isn't one, so a reference in a wrong place can't pass as text.
 */
export class TextWithReferences {
  constructor(readonly parts: Text) {}
}

/** What no process can be given: a NUL ends a text, and the others are for terminals. */

const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

const hasControl = (value: unknown): boolean =>
  (value instanceof TextWithReferences ? value.parts : [value]).some(
    (part) => typeof part === 'string' && control.test(part),
  );

/** A field that may hold references. Numbers and booleans are written as JSON writes them. */
export const textField = z
  .union([z.string(), z.number(), z.boolean(), z.instanceof(TextWithReferences)])
  .refine((value) => !hasControl(value), 'must be text without control characters')
  .transform((value): Text => (value instanceof TextWithReferences ? value.parts : [String(value)]));

/** What a variable of a process's environment may be called. */
export const environmentName = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'must be a letter or _, then letters, digits and _');

/** What a process finds in its environment; values may hold references. */
export const environmentSpec = z.record(environmentName, textField).default({});

/** An element whose process has an environment. */
export interface WithEnvironment {
  readonly environment: Readonly<Record<string, Text>>;
}

/** A text as people write it: references in braces, literal braces escaped. */
export const formatText = (text: Text): string =>
  text.map((part) => (typeof part === 'string' ? part.replaceAll('${', () => '$${') : formatReference(part))).join('');

/** The references in a text. */
export const referencesIn = (text: Text): Reference[] => text.filter((part) => typeof part !== 'string');
