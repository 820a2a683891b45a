import { safeParse, type $ZodType } from 'zod/v4/core';
import { architectureSpec } from './architecture';
import { kinds } from './kind';
import type { Path } from './problem';
import { boundsOf, declaredAt, isOptional, schemasAt, unwrap } from './schema';

/** Stands for an optional field that isn't written. */
export const leftOut = Symbol('left out');

/** Texts of which each field of the model accepts at least one. */
const texts = [
  'sample',
  'SAMPLE',
  '/',
  '0 0 * * *',
  '1h',
  'UTC',
  '0.0.0.0/0',
  'ANY /{proxy+}',
  'functions.sample',
  'tables.sample',
  'functions.sample.memoryMiB',
] as const;

/**
 * Values that a field accepts, the plainest first: left out where it is optional, then one of each sort that could make a
 * difference. None for a name that isn't valid, an unknown field and an element: those are taken out.
 *
 * `functions.a.http` → left out, `public`, `private`; `functions.a.memoryMiB` → left out, 128, 32768;
 * `functions.a.handler` → `sample`, a map without fields, a map with all of them
 */
export function standInsFor(path: Path): readonly unknown[] {
  const isElement = path.length === 2 && (kinds as readonly unknown[]).includes(path[0]);
  if (isElement || !isValidKey(path)) return [];
  return declaredAt(architectureSpec, path).flatMap((schema) => [
    ...(isOptional(schema) ? [leftOut] : []),
    ...valuesOf(schema),
  ]);
}

/** The place of an entry that a map of entries with free names could have as well. */
export const placeBeside = (path: Path): Path | undefined => {
  const above = path.slice(0, -1);
  const [key] = schemasAt(architectureSpec, above).flatMap(({ _zod: { def } }) =>
    def.type === 'record' ? keyOf(def.keyType) : [],
  );
  return key === undefined ? undefined : [...above, key];
};

const accepts = (schema: $ZodType, value: unknown): boolean => safeParse(schema, value).success;

const isValidKey = (path: Path): boolean =>
  schemasAt(architectureSpec, path.slice(0, -1)).some(
    ({ _zod: { def } }) => def.type !== 'record' || accepts(def.keyType, path.at(-1)),
  );

function valuesOf(schema: $ZodType): readonly unknown[] {
  return candidatesOf(schema).filter((value) => accepts(schema, value));
}

function candidatesOf(schema: $ZodType): readonly unknown[] {
  const { def } = unwrap(schema)._zod;
  switch (def.type) {
    case 'string':
      return texts;
    case 'boolean':
      return [false, true];
    case 'number':
      return numbersOf(unwrap(schema));
    case 'enum':
      return Object.values(def.entries);
    case 'literal':
      return def.values;
    case 'union':
      return def.options.flatMap(valuesOf);
    case 'array':
      return [[], ...valuesOf(def.element).map((item) => [item])];
    case 'record':
      return [{}, Object.fromEntries(keyOf(def.keyType).map((key) => [key, valuesOf(def.valueType)[0]]))];
    case 'object':
      return [fewestFields(def.shape), allFields(def.shape)];
    default:
      return [];
  }
}

const keyOf = (schema: $ZodType): readonly string[] => texts.filter((text) => accepts(schema, text)).slice(0, 1);

function numbersOf(schema: $ZodType): readonly number[] {
  const { minimum = 0, maximum = minimum + 1 } = boundsOf(schema);
  return [minimum, maximum];
}

type Shape = Readonly<Record<string, $ZodType>>;

const fewestFields = (shape: Shape): object =>
  mapOf(
    Object.entries(shape).filter(([, field]) => !isOptional(field)),
    (values) => values[0],
  );

const allFields = (shape: Shape): object => mapOf(Object.entries(shape), (values) => values.at(-1));

const mapOf = (fields: readonly [string, $ZodType][], choose: (values: readonly unknown[]) => unknown): object =>
  Object.fromEntries(fields.map(([name, field]) => [name, choose(valuesOf(field))]));
