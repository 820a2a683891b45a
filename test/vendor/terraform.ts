import type { Json } from './architectures';
import { fieldsOf, type Field, type Fields } from './terraform-schema';

/** What Terraform itself takes in every resource. */
const around = ['//', 'depends_on', 'lifecycle', 'provider', 'count', 'for_each', 'provisioner', 'connection'];

/** What the parts of a stack that no provider knows may hold. */
const sections: Readonly<Record<string, readonly string[]>> = {
  variable: ['default', 'description', 'ephemeral', 'nullable', 'sensitive', 'type', 'validation'],
  output: ['depends_on', 'description', 'ephemeral', 'precondition', 'sensitive', 'value'],
  lifecycle: [
    ...['create_before_destroy', 'ignore_changes', 'postcondition', 'precondition', 'prevent_destroy'],
    'replace_triggered_by',
  ],
};

/** Where a stack of Terraform's isn't what Google's provider takes, a line for each place. */
export function checkStack(stack: Json): string[] {
  const {
    '//': _,
    terraform: __,
    provider = {},
    variable = {},
    output = {},
    resource = {},
    data = {},
    ...rest
  } = stack;
  const bodies = (prefix: string, types: Json): [type: string, at: string, body: Json][] =>
    Object.entries<Json>(types).flatMap(([type, all]) =>
      Object.entries<Json>(all).map(([id, body]): [string, string, Json] => [
        `${prefix}${type}`,
        `${prefix}${type}.${id}`,
        body,
      ]),
    );
  const named = (section: string, map: Json): string[] =>
    Object.entries<Json>(map).flatMap(([name, body]) => unknownIn(sections[section]!, body, `${section}.${name}`));
  return [
    ...Object.keys(rest as object).map((section) => `${section}: no such part of a stack`),
    ...named('variable', variable),
    ...named('output', output),
    ...Object.entries<Json>(provider).flatMap(([name, all]) =>
      [all].flat().flatMap((body: Json) => checkBody(providerFields(name), body, `provider.${name}`)),
    ),
    ...[...bodies('', resource), ...bodies('data.', data)].flatMap(([type, at, body]) => checkResource(type, at, body)),
    ...checkExpressions(resource, '', stack),
    ...checkExpressions({ provider, output, data }, '', stack),
  ];
}

const providerFields = (name: string): Fields | undefined => fieldsOf(`provider ${name}`);

const unknownIn = (known: readonly string[], body: Json, at: string): string[] =>
  Object.keys(body as object)
    .filter((key) => !known.includes(key))
    .map((key) => `${at}.${key}: nothing that Terraform knows`);

function checkResource(type: string, at: string, body: Json): string[] {
  const fields = fieldsOf(type);
  const own = Object.fromEntries(Object.entries<Json>(body).filter(([key]) => !around.includes(key)));
  const { lifecycle = {} } = body;
  const ignored = ([lifecycle.ignore_changes ?? []].flat() as string[]).filter((path) => path !== 'all');
  return [
    ...checkBody(fields, own, at),
    ...unknownIn(sections['lifecycle']!, lifecycle, `${at}.lifecycle`),
    ...ignored
      .filter((path) => fields && !follow(fields, stepsOf(path)))
      .map((path) => `${at}.lifecycle.ignore_changes: no attribute ${path}`),
  ];
}

function checkBody(fields: Fields | undefined, body: Json, at: string): string[] {
  if (!fields) return [`${at}: no such type`];
  const missing = [...fields].filter(([name, { required }]) => required && !Object.hasOwn(body, name));
  return [
    ...missing.map(([name]) => `${at}.${name}: missing`),
    ...Object.entries(body as object).flatMap(([name, value]) => {
      const field = fields.get(name);
      if (!field) return [`${at}.${name}: no such attribute or block`];
      return field.settable ? checkField(field, value, `${at}.${name}`) : [`${at}.${name}: only the cloud knows it`];
    }),
  ];
}

const isMap = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text that is nothing but one expression may give a value of any type. */
const isExpression = (value: unknown): boolean =>
  typeof value === 'string' && value.startsWith('${') && endOf(value, 2) === value.length - 1;

function checkField(field: Field, value: unknown, at: string): string[] {
  const { type, many, block, fields } = field;
  const unless = (right: boolean, what: string): string[] =>
    right ? [] : [`${at}: must be ${what}, found ${JSON.stringify(value)}`];
  if (type !== 'object') return isExpression(value) ? [] : unless(fits[type](value), names[type]);
  if (!block && isExpression(value)) return [];
  const all = [value].flat() as unknown[];
  if (!all.every(isMap)) return unless(false, block ? 'a block' : 'an object');
  if (!many && all.length !== 1) return unless(false, 'one block');
  return all.flatMap((one, index) => checkBody(fields, one, Array.isArray(value) ? `${at}.${index}` : at));
}

const isText = (value: unknown): boolean => typeof value === 'string';

type Plain = Exclude<Field['type'], 'object'>;

const fits: Readonly<Record<Plain, (value: unknown) => boolean>> = {
  string: isText,
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  list: (value) => Array.isArray(value) && value.every((one) => isText(one) || typeof one === 'number'),
  map: (value) => isMap(value) && Object.values(value as object).every(isText),
};

const names: Readonly<Record<Plain, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'a boolean',
  list: 'a list of values',
  map: 'a map of texts',
};

/** Whether all that the expressions in a value name is there. */
function checkExpressions(value: unknown, at: string, stack: Json): string[] {
  if (typeof value === 'string') return checkText(value, stack).map((what) => `${at}: ${what}`);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const place = at === '' ? key : `${at}.${key}`;
    if (key === '//') return [];
    if (key !== 'depends_on') return checkExpressions(child, place, stack);
    return (child as string[]).flatMap((one) => checkTraversal(one, stack).map((what) => `${place}: ${what}`));
  });
}

function checkText(text: string, stack: Json): string[] {
  const directives = /(?<!%)%\{/.test(text) ? ['a directive, which nothing here writes'] : [];
  const inside = expressionsIn(text).flatMap((expression) => {
    const texts = expression.match(/"(?:[^"\\]|\\.)*"/g) ?? [];
    const bare = texts.reduce((rest, one) => rest.replace(one, '""'), expression);
    return [
      ...(bare.match(/(?<![\w.-])[A-Za-z_][\w-]*(?:\.[\w-]+|\[[^\]]*\])+/g) ?? []).flatMap((one) =>
        checkTraversal(one, stack),
      ),
      ...texts.flatMap((one) => checkText(one, stack)),
    ];
  });
  return [...directives, ...inside];
}

/** What stands between `${` and the brace that ends it; `$${` is a literal. */
function expressionsIn(text: string): string[] {
  const start = text.search(/(?<!\$)\$\{/);
  if (start < 0) return [];
  const end = endOf(text, start + 2);
  return [text.slice(start + 2, end), ...expressionsIn(text.slice(end + 1))];
}

/** Where the brace is that ends an expression, which may hold others. */
function endOf(text: string, start: number): number {
  let depth = 1;
  for (let at = start; at < text.length; at += 1) {
    depth += text[at] === '{' ? 1 : text[at] === '}' ? -1 : 0;
    if (depth === 0) return at;
  }
  return text.length;
}

const stepsOf = (path: string): string[] => path.split(/\.|\[|\]\.?/).filter((step) => step !== '');

/** Whether what a reference names is declared in the stack, and has what the reference takes of it. */
function checkTraversal(traversal: string, { variable = {}, resource = {}, data = {} }: Json): string[] {
  const [root, ...steps] = stepsOf(traversal) as [string, ...string[]];
  if (root === 'var')
    return Object.hasOwn(variable, steps[0]!) ? [] : [`${traversal} names no variable that is declared`];
  const [type, id, ...path] = root === 'data' ? steps : [root, ...steps];
  if (!Object.hasOwn((root === 'data' ? data : resource)[type!] ?? {}, id!))
    return [`${traversal} names nothing that is in the stack`];
  const fields = fieldsOf(root === 'data' ? `data.${type}` : type!);
  if (!fields || path.length === 0) return [];
  return follow(fields, path) ? [] : [`${traversal} is no attribute of ${type}`];
}

/** Whether a path leads to something; a step into a list or a map may be anything. */
function follow(fields: Fields, [step, ...rest]: readonly string[]): boolean {
  const field = fields.get(step!);
  if (!field) return false;
  const inner = /^(\d+|\*)$/.test(rest[0] ?? '') ? rest.slice(1) : rest;
  if (inner.length === 0) return true;
  return field.type === 'object' ? follow(field.fields, inner) : field.type === 'map' || field.type === 'list';
}
