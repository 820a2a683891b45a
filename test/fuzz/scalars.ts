import fc from 'fast-check';
import type { z } from 'zod';
import type { $ZodType, $ZodTypes } from 'zod/v4/core';
import type { Path } from '../../lib/model/problem';
import { boundsOf, schemasAt, unwrap } from '../../lib/model/schema';
import { maybe, within } from './pieces';

/* The schema says which scalars there are, with their values, bounds and defaults: a new one is drawn at once. */

/** The fields of an object that can hold a number, a boolean or a word. */
export type Scalars<Schema extends z.ZodObject> = {
  readonly [F in keyof z.input<Schema>]?: Extract<z.input<Schema>[F], string | number | boolean>;
};

/** An arbitrary for each scalar field of an object; optional fields are left out at times. */
export function scalarsOf<Schema extends z.ZodObject>(schema: Schema): ArbitrariesOf<Schema> {
  const all = Object.entries<$ZodType>(schema.shape).flatMap(([field, child]) => {
    const one = scalarOf(unwrap(child));
    return one ? [[field, child === unwrap(child) ? one : maybe(one)] as const] : [];
  });
  return Object.fromEntries(all) as unknown as ArbitrariesOf<Schema>;
}

type ArbitrariesOf<Schema extends z.ZodObject> = {
  readonly [F in keyof Scalars<Schema>]-?: fc.Arbitrary<Scalars<Schema>[F] | undefined>;
};

/** The scalar fields among all that was drawn for an element. */
export function scalarsIn(schema: z.ZodObject, drawn: object): Record<string, unknown> {
  const fields = Object.keys(scalarsOf(schema));
  return Object.fromEntries(Object.entries(drawn).filter(([field]) => fields.includes(field)));
}

/** The whole numbers that a schema allows below a path, its bounds often. */
export function numberAt(schema: $ZodType, ...path: Path): fc.Arbitrary<number> {
  const number = schemasAt(schema, path).map(scalarOf).find(Boolean);
  if (!number) throw new Error(`${path.join('.')} isn't a scalar`);
  return number as fc.Arbitrary<number>;
}

/** The default of a field. */
export function defaultOf<Schema extends z.ZodObject, F extends keyof z.output<Schema> & string>(
  schema: Schema,
  field: F,
): NonNullable<z.output<Schema>[F]> {
  const { def } = (schema.shape[field] as $ZodTypes)._zod;
  if (def.type !== 'default') throw new Error(`${field} has no default`);
  return def.defaultValue as NonNullable<z.output<Schema>[F]>;
}

function scalarOf(schema: $ZodTypes): fc.Arbitrary<unknown> | undefined {
  const { def } = schema._zod;
  switch (def.type) {
    case 'boolean':
      return fc.boolean();
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries));
    case 'literal':
      return fc.constantFrom(...def.values);
    case 'number': {
      const { minimum, maximum } = boundsOf(schema);
      return minimum === undefined || maximum === undefined ? undefined : within(minimum, maximum);
    }
    default:
      return undefined;
  }
}
