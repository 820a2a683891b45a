import type { $ZodIssue, $ZodType } from 'zod/v4/core';
import { numberIn } from './duration';
import { isEngineValue } from './engine-value';
import { kinds } from './kind';
import { camelCase, elementName, namePattern, outputNamePattern } from './name';
import { didYouMean } from './nearest';
import { isOptional, schemasAt, unwrap } from './schema';
import { attributes } from './reference';
import { suggestedRoute } from './route-check';
import type { Path } from './problem';
import type { TextWithReferences } from './text';

/** Values that other tools have for those of the model. A hint names one only where it is allowed. */
const valueHabits: Readonly<Record<string, string>> = {
  rw: 'readwrite',
  'read-write': 'readwrite',
  all: 'readwrite',
  get: 'read',
  put: 'write',
  call: 'invoke',
  S: 'string',
  N: 'number',
  text: 'string',
  int: 'number',
  integer: 'number',
  float: 'number',
  bool: 'boolean',
  cdk: 'aws-cdk',
  cdktf: 'gcp-cdktf',
  terraform: 'gcp-cdktf',
  'aws-tf': 'aws-cdk',
};

/** Hint on how to mend a value; undefined where its message says it. */
export function hintFor(issue: $ZodIssue, value: unknown, path: Path, schema: $ZodType): string | undefined {
  if (value === null) return hintForNothing(path, schema);
  if (value === undefined) return undefined;
  switch (issue.code) {
    case 'invalid_value':
      return typeof value === 'string' ? hintForChoice(value, issue.values) : undefined;
    case 'custom':
      return issue.params?.['hint'] as string | undefined;
    case 'invalid_format':
      return typeof value === 'string' ? hintForText(issue, value) : undefined;
    case 'invalid_type':
      return hintForType(issue, value, path);
    default:
      return undefined;
  }
}

function hintForNothing(path: Path, schema: $ZodType): string | undefined {
  if (path.length === 0) return undefined;
  const isElement = path.length === 2 && (kinds as readonly unknown[]).includes(path[0]);
  return isElement && mayBeEmpty(schema, path) ? 'write {}' : 'write a value, or leave the field out';
}

const mayBeEmpty = (schema: $ZodType, path: Path): boolean =>
  schemasAt(schema, path).some(
    ({ _zod: { def } }) => def.type === 'object' && Object.values(def.shape).every(isOptional),
  );

function hintForChoice(value: string, values: readonly unknown[]): string | undefined {
  const allowed = values.filter((one): one is string => typeof one === 'string');
  const habit = Object.hasOwn(valueHabits, value) ? valueHabits[value] : undefined;
  if (habit !== undefined && allowed.includes(habit)) return `did you mean ${habit}?`;
  return didYouMean(value, allowed);
}

function hintForText(issue: $ZodIssue & { code: 'invalid_format' }, value: string): string | undefined {
  const name = hintForKey(issue, value);
  if (name !== undefined) return name;
  return issue.message.startsWith('must be functions.<name>') && namePattern.test(value)
    ? `write functions.${value}`
    : undefined;
}

function hintForType(issue: $ZodIssue & { code: 'invalid_type' }, value: unknown, path: Path): string | undefined {
  const field = String(path.at(-1));
  const isScalar = typeof value !== 'object';
  if (issue.expected === 'array') return isScalar ? writtenAs('[…]', value) : 'begin each of its entries with "- "';
  if (issue.expected === 'record' || issue.expected === 'object') {
    if (Array.isArray(value)) return 'write `name: value`, without "- "';
    if (/^(?:partition|sort)Key$/.test(field)) return writtenAs('{ name: …, type: string }', value);
    if (path[0] === 'parameters' && path.length === 2) return writtenAs('{ type: … }', value);
    if (path[0] === 'secrets' && path.length === 2) return 'write {}: its value is set outside of the architecture';
    return undefined;
  }
  const numeric = issue.expected === 'number' || issue.expected === 'int';
  if (typeof value === 'string' && numeric && value.trim() !== '' && Number.isFinite(Number(value)))
    return `write ${Number(value)} without quotes`;
  if (typeof value === 'string' && numeric) {
    const number = numberIn(field, value);
    if (number !== undefined) return `write ${number}: the unit is in the field's name`;
  }
  if ((typeof value === 'number' || typeof value === 'boolean') && issue.expected === 'string')
    return `write "${value}" in quotes`;
  return undefined;
}

/** Hint with a written value in a form around it, if the value is a short word. */
const writtenAs = (form: string, value: unknown): string | undefined =>
  typeof value === 'string' && /^[\w./-]{1,40}$/.test(value) ? `write ${form.replace('…', value)}` : undefined;

/** Hint for a name that doesn't have the form of names, or for a route: the nearest one that has it. */
export function hintForKey(issue: $ZodIssue, name: string): string | undefined {
  if (issue.code !== 'invalid_format') return undefined;
  const valid = validName(issue, name);
  return valid === undefined || valid === name ? undefined : `write ${valid}`;
}

function validName({ pattern, message }: $ZodIssue & { code: 'invalid_format' }, name: string): string | undefined {
  if (pattern === String(namePattern)) {
    const own = (kinds as readonly string[]).includes(name.split('.')[0]!) ? name.replace(/^[a-z]+\./, '') : name;
    const kebab = own
      .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^[-0-9]+|-+$/g, '');
    return namePattern.test(kebab) ? kebab : undefined;
  }
  if (pattern === String(outputNamePattern)) {
    const camel = camelCase(name.replace(/[^A-Za-z0-9]+/g, '-'));
    const lower = camel.charAt(0).toLowerCase() + camel.slice(1);
    return outputNamePattern.test(lower) ? lower : undefined;
  }
  return message.startsWith('must be METHOD /path') ? suggestedRoute(name) : undefined;
}

/** Hint for a reference where the name of an element is expected: `${topics.events.name}` → `events`. */
export function hintForReference({ parts }: TextWithReferences, path: Path, schema: $ZodType): string | undefined {
  const [only, ...others] = parts;
  if (only === undefined || typeof only === 'string' || isEngineValue(only) || others.length > 0) return undefined;
  return schemasAt(schema, path).includes(unwrap(elementName)) ? `write ${only.element}` : undefined;
}

/** Hint for `{tables.orders.name}` without quotes and a dollar sign, which YAML reads as a map. */
export function hintForUnion(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const [key = '', ...others] = Object.keys(value);
  if (others.length > 0) return undefined;
  return isExpression(key) ? `write "\${${key}}"` : undefined;
}

/** True of a text that a reference or a parameter has between its braces. */
export function isExpression(text: string): boolean {
  const [kind = '', name = '', attribute, ...rest] = text.split('.');
  if (kind === 'parameters') return name !== '' && attribute === undefined;
  const known = Object.entries<readonly string[]>(attributes).find(([one]) => one === kind)?.[1];
  return known !== undefined && name !== '' && rest.length === 0 && known.includes(attribute ?? '');
}
