import type { $ZodIssue, $ZodRawIssue, $ZodType } from 'zod/v4/core';
import { didYouMean } from './nearest';
import type { Finding, Path } from './problem';
import { fieldsAt } from './schema';
import { valueAt } from './source';
import { formatText, TextWithReferences } from './text';

/** What an issue says, in this project's words: what must be, what was found. */
export function describeIssue(issue: $ZodRawIssue): string | undefined {
  const { input } = issue;
  if (input instanceof TextWithReferences) return `references can't stand here, got ${formatText(input.parts)}`;
  switch (issue.code) {
    case 'invalid_type':
      return input === undefined ? 'is required' : `must be ${typeName(issue.expected)}, got ${found(input)}`;
    case 'invalid_value':
      return input === undefined
        ? `is required: ${oneOf(issue.values)}`
        : `must be ${oneOf(issue.values)}, got ${found(input)}`;
    case 'too_small':
    case 'too_big':
      return `must be ${range(issue)}, got ${typeof input === 'number' ? input : sizeOf(input)}`;
    default:
      return undefined;
  }
}

/** What is wrong, for a schema's issue: one finding for each key or value that must be mended. */
export function findingsOf(issue: $ZodIssue, schema: $ZodType, tree: unknown, above: Path = []): Finding[] {
  const path = [...above, ...issue.path] as Path;
  const value = valueAt(tree, path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const fields = fieldsAt(schema, path);
      return issue.keys.map((key) => ({
        path: [...path, key],
        at: 'key',
        message: path.length === 0 ? `an architecture has no field ${key}` : `there is no field ${key} here`,
        hint: didYouMean(key, fields) ?? `there are ${fields.join(', ')}`,
      }));
    }
    case 'invalid_key':
      return issue.issues.map(({ message }) => ({ path, at: 'key', message }));
    case 'invalid_union':
      return unionFindings(issue.errors, schema, tree, path, value);
    default: {
      const missing = value === undefined && issue.code !== 'custom';
      const hint = hintFor(issue, value);
      const message = saysFound(issue) ? issue.message : `${issue.message}, got ${found(value)}`;
      return [{ path, message, ...(missing ? { at: 'key' } : {}), ...(hint ? { hint } : {}) }];
    }
  }
}

/** Whether the text already says what was found: only a pattern's own explanation doesn't. */
const saysFound = (issue: $ZodIssue): boolean => issue.code !== 'invalid_format' && issue.code !== 'custom';

/** The findings of the alternative that was meant: the one of the value's own type, if there is one. */
function unionFindings(
  errors: readonly (readonly $ZodIssue[])[],
  schema: $ZodType,
  tree: unknown,
  path: Path,
  value: unknown,
): Finding[] {
  if (value === undefined) return [{ path, at: 'key', message: 'is required' }];
  if (value instanceof TextWithReferences)
    return [{ path, message: describeIssue({ code: 'custom', input: value, path: [] })! }];
  const mismatch = (issue: $ZodIssue): boolean => issue.code === 'invalid_type' && issue.path.length === 0;
  const meant = errors.find((issues) => !issues.some(mismatch));
  if (meant) return meant.flatMap((issue) => findingsOf(issue, schema, tree, path));
  const types = errors.flatMap((issues) =>
    issues.flatMap((i) => (i.code === 'invalid_type' ? [typeName(i.expected)] : [])),
  );
  return [{ path, message: `must be ${orOf(types.filter(isPlain))}, got ${found(value)}` }];
}

function hintFor(issue: $ZodIssue, value: unknown): string | undefined {
  if (value instanceof TextWithReferences)
    return 'they stand in environment values and outputs; ${parameters.<name>} stands anywhere';
  if (value === null) return 'leave the field out to keep its default';
  if (issue.code === 'invalid_value' && typeof value === 'string')
    return didYouMean(
      value,
      issue.values.filter((allowed) => typeof allowed === 'string'),
    );
  if (issue.code !== 'invalid_type') return undefined;
  const numeric = issue.expected === 'number' || issue.expected === 'int';
  if (typeof value === 'string' && numeric && value.trim() !== '' && Number.isFinite(Number(value)))
    return `write ${Number(value)} without quotes`;
  if ((typeof value === 'number' || typeof value === 'boolean') && issue.expected === 'string')
    return `write "${value}" in quotes`;
  return undefined;
}

const typeNames: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  record: 'a map',
};

const typeName = (expected: string): string => typeNames[expected] ?? expected;
const isPlain = (name: string): boolean => Object.values(typeNames).includes(name);

const orOf = (words: readonly string[]): string => {
  const distinct = [...new Set(words)];
  return distinct.length < 2 ? distinct.join('') : `${distinct.slice(0, -1).join(', ')} or ${distinct.at(-1)}`;
};

const oneOf = (values: readonly unknown[]): string =>
  values.length === 1 ? String(values[0]) : `one of ${values.map(String).join(', ')}`;

/** A value, as short as it can be recognized. */
export function found(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (value instanceof TextWithReferences) return formatText(value.parts);
  if (typeof value === 'object') return 'a map';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function sizeOf(value: unknown): string {
  if (typeof value === 'string') return `${value.length}`;
  return Array.isArray(value) ? (value.length === 0 ? 'none' : `${value.length}`) : found(value);
}

/** Both bounds, although an issue knows one. */
function range(issue: $ZodRawIssue & { code: 'too_small' | 'too_big' }): string {
  const bag = (issue.schema?._zod.bag ?? {}) as { minimum?: number; maximum?: number };
  const bound = (value: unknown): number | undefined =>
    typeof value === 'number' && Number.isFinite(value) && Math.abs(value) !== Number.MAX_SAFE_INTEGER
      ? value
      : undefined;
  const minimum = bound(bag.minimum ?? ('minimum' in issue ? issue.minimum : undefined));
  const maximum = bound(bag.maximum ?? ('maximum' in issue ? issue.maximum : undefined));
  const text =
    minimum === undefined
      ? `at most ${maximum}`
      : maximum === undefined
        ? `at least ${minimum}`
        : `${minimum} to ${maximum}`;
  return issue.origin === 'string'
    ? `${text} characters long`
    : issue.origin === 'array'
      ? `${text} entries long`
      : text;
}
