import { safeParse, type $ZodIssue, type $ZodRawIssue, type $ZodType } from 'zod/v4/core';
import { knownFields, marksAt, meantAlternative } from './alternative';
import { placeForEngineValue } from './engine-value';
import { hintForField } from './habit';
import { verbs, type UsableKind } from './grant';
import { hintFor, hintForKey, hintForReference, hintForUnion } from './hint';
import { hintOf } from './existence';
import type { Finding, Path } from './problem';
import { boundsOf, declaredAt, fieldsAt } from './schema';
import { valueAt } from './source';
import { engineValuesIn, formatText, TextWithReferences } from './text';

/** Message of a schema issue: allowed values and the actual one. */
export function describeIssue(issue: $ZodRawIssue): string | undefined {
  const { input } = issue;
  switch (issue.code) {
    case 'invalid_type':
      return input === undefined ? 'is required' : `must be ${typeName(issue.expected)}, got ${found(input)}`;
    case 'invalid_value':
      return input === undefined
        ? `is required: ${oneOf(issue.values)}`
        : `must be ${oneOf(issue.values)}, got ${found(input)}`;
    case 'too_small':
    case 'too_big':
      if (input === '' || (Array.isArray(input) && input.length === 0)) return 'must not be empty';
      return `must be ${range(issue)}, got ${typeof input === 'number' ? input : sizeOf(input)}`;
    case 'not_multiple_of':
      return `must be a multiple of ${issue.divisor}, got ${found(input)}`;
    default:
      return undefined;
  }
}

/** Finding with the schema issue that it was made from. */
export interface SchemaFinding extends Finding {
  readonly issue: $ZodIssue;
}

/** Turns a schema issue into findings: one for each wrong key or value, and at least one. */
export function findingsOf(issue: $ZodIssue, schema: $ZodType, tree: unknown, above: Path = []): SchemaFinding[] {
  const path = [...above, ...issue.path] as Path;
  const findings = describe(issue, schema, tree, path);
  if (findings.length > 0) return findings;
  return [{ path, message: `is refused: ${issue.message}`, issue }];
}

function describe(issue: $ZodIssue, schema: $ZodType, tree: unknown, path: Path): SchemaFinding[] {
  const value = valueAt(tree, path);
  const text = issue.code === 'invalid_key' ? undefined : textAbove(tree, path);
  const its = (findings: readonly Finding[]): SchemaFinding[] => findings.map((finding) => ({ ...finding, issue }));
  if (text) return its([misplaced(text, valueAt(tree, text) as TextWithReferences, schema)]);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const meant = meantAlternative(schema, path, value);
      if (meant && 'findings' in meant) return its(meant.findings);
      const fields = fieldsAt(schema, path);
      const messageOf = meant?.messageOf ?? (() => undefined);
      const hintOfField = meant?.hintOf ?? ((key) => hintForField(key, fields) ?? knownFields(fields));
      return issue.keys.map((key) => ({
        path: [...path, key],
        at: 'key',
        message:
          messageOf(key) ??
          (path.length === 0 ? `an architecture has no field ${key}` : `there is no field ${key} here`),
        hint: hintOfField(key),
        issue,
      }));
    }
    case 'invalid_key':
      return [
        ...issue.issues.map((one) => ({
          path,
          at: 'key' as const,
          message: one.message,
          ...hintOf(hintForKey(one, String(path.at(-1)))),
          issue,
        })),
        ...behindKey(schema, tree, path, value),
      ];
    case 'invalid_union':
      return unionFindings(issue, schema, tree, path, value);
    default: {
      const missing = value === undefined && issue.code !== 'custom';
      const narrowed = withVerbs(issue, path, value);
      const message = saysFound(issue) ? narrowed.message : `${issue.message}, got ${found(value)}`;
      return its([
        { path, message, ...(missing ? { at: 'key' } : {}), ...hintOf(hintFor(narrowed, value, path, schema)) },
      ]);
    }
  }
}

/** Findings about the value of an invalid key, which a schema doesn't look at. */
const behindKey = (schema: $ZodType, tree: unknown, path: Path, value: unknown): SchemaFinding[] =>
  declaredAt(schema, path).flatMap((one) =>
    (safeParse(one, value, { error: describeIssue }).error?.issues ?? []).flatMap((issue) =>
      findingsOf(issue, schema, tree, path),
    ),
  );

/** Path of the text with references at or above a place: its references are the only thing wrong there. */
function textAbove(tree: unknown, path: Path): Path | undefined {
  for (let length = 1; length <= path.length; length++)
    if (valueAt(tree, path.slice(0, length)) instanceof TextWithReferences) return path.slice(0, length);
  return undefined;
}

function misplaced(path: Path, text: TextWithReferences, schema: $ZodType): Finding {
  const [held] = engineValuesIn(text.parts);
  if (!held) return misplacedReference(path, text, schema);
  const message = `must be a plain value, got ${JSON.stringify(formatText(text.parts))}, which only ${held.engine} has`;
  return { path, message, hint: placeForEngineValue(held) };
}

const misplacedReference = (path: Path, text: TextWithReferences, schema: $ZodType): Finding => ({
  path,
  message: `references aren't allowed here, got ${JSON.stringify(formatText(text.parts))}`,
  hint:
    hintForReference(text, path, schema) ??
    'use them in environment values and outputs; ${parameters.<name>} is allowed anywhere',
});

/** The same issue about a verb, with only the verbs of the kind that is used. */
function withVerbs(issue: $ZodIssue, path: Path, value: unknown): $ZodIssue {
  const [kind = ''] = String(path.at(-1)).split('.');
  if (issue.code !== 'invalid_value' || path.at(-2) !== 'uses' || !Object.hasOwn(verbs, kind)) return issue;
  const values = [...verbs[kind as UsableKind]];
  return { ...issue, values, message: `must be ${oneOf(values)}, got ${found(value)}` };
}

/** True of messages that contain the actual value; those of patterns don't. */
const saysFound = (issue: $ZodIssue): boolean => issue.code !== 'invalid_format' && issue.code !== 'custom';

/** Findings of the alternative that was meant: the one whose field is there, or of the value's own type. */
function unionFindings(
  issue: $ZodIssue & { code: 'invalid_union' },
  schema: $ZodType,
  tree: unknown,
  path: Path,
  value: unknown,
): SchemaFinding[] {
  const { errors } = issue;
  const of = (issues: readonly $ZodIssue[]) => issues.flatMap((one) => findingsOf(one, schema, tree, path));
  if (value === undefined) return [{ path, at: 'key', message: 'is required', issue }];
  const marked = meantAlternative(schema, path, value);
  if (marked && 'findings' in marked) return marked.findings.map((finding) => ({ ...finding, issue }));
  if (marked) return of(errors[marked.index]!);
  const isMismatch = (one: $ZodIssue): boolean => one.code === 'invalid_type' && one.path.length === 0;
  const meant = errors.find((issues) => !issues.some(isMismatch));
  if (meant) return of(meant.map((one) => withMaps(one, marksAt(schema, path), value)));
  const types = errors.flatMap((issues) =>
    issues.flatMap((i) => (i.code === 'invalid_type' ? [typeName(i.expected)] : [])),
  );
  const sole = new Set(types).size === 1 ? errors.flat().find(isMismatch) : undefined;
  const hint = hintForUnion(value) ?? (sole && hintFor(sole, value, path, schema));
  return [{ path, message: `must be ${orOf(types.filter(isPlain))}, got ${found(value)}`, ...hintOf(hint), issue }];
}

/** The same issue about a choice, with the maps that are accepted in its place. */
function withMaps(issue: $ZodIssue, marks: readonly string[], value: unknown): $ZodIssue {
  if (issue.code !== 'invalid_value' || issue.path.length > 0 || marks.length === 0) return issue;
  return { ...issue, message: `must be ${oneOf(issue.values)} or a map with ${orOf(marks)}, got ${found(value)}` };
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
  values.length === 1 ? JSON.stringify(values[0]) : `one of ${values.map(String).join(', ')}`;

/** Formats a value so that it is short but recognizable. */
export function found(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (value instanceof TextWithReferences) return JSON.stringify(formatText(value.parts));
  if (typeof value === 'object') return 'a map';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function sizeOf(value: unknown): string {
  if (typeof value === 'string') return `${value.length}`;
  return Array.isArray(value) ? `${value.length}` : found(value);
}

/** Formats both bounds, although an issue has only one. */
function range(issue: $ZodRawIssue & { code: 'too_small' | 'too_big' }): string {
  const { minimum, maximum } = issue.schema ? boundsOf(issue.schema) : {};
  const text =
    minimum === undefined
      ? `at most ${maximum ?? limitOf(issue)}`
      : maximum === undefined
        ? `at least ${minimum}`
        : `${minimum} to ${maximum}`;
  if (issue.origin === 'array') return `a list of ${text}`;
  return issue.origin === 'string' ? `${text} characters long` : text;
}

const limitOf = (issue: $ZodRawIssue & { code: 'too_small' | 'too_big' }): string =>
  String(issue.code === 'too_big' ? issue.maximum : issue.minimum);
