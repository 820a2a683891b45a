import type { $ZodChecks, $ZodType, $ZodTypes } from 'zod/v4/core';
import type { Path } from './problem';

/** Removes the wrappers for defaults, optional fields and transformations from a schema. */
export function unwrap(schema: $ZodType): $ZodTypes {
  const { def } = (schema as $ZodTypes)._zod;
  switch (def.type) {
    case 'default':
    case 'prefault':
    case 'optional':
    case 'nonoptional':
    case 'readonly':
      return unwrap(def.innerType);
    case 'pipe':
      return unwrap(def.in);
    default:
      return schema as $ZodTypes;
  }
}

/** Alternatives of a schema: those of a union, else the schema itself. */
export function alternatives(schema: $ZodType): readonly $ZodTypes[] {
  const { def } = unwrap(schema)._zod;
  return def.type === 'union' ? def.options.flatMap(alternatives) : [unwrap(schema)];
}

/** Schemas of the value at a path; none where the path leaves the schema. */
export const schemasAt = (schema: $ZodType, path: Path): readonly $ZodTypes[] =>
  declaredAt(schema, path).flatMap(alternatives);

/** The same as they are declared, with their defaults: a field of several alternatives may have several. */
export function declaredAt(schema: $ZodType, path: Path): readonly $ZodType[] {
  const [key, ...rest] = path;
  if (key === undefined) return [schema];
  return alternatives(schema).flatMap((one) => {
    const child = childOf(one, key);
    return child ? declaredAt(child, rest) : [];
  });
}

function childOf(schema: $ZodTypes, key: string | number): $ZodType | undefined {
  const { def } = schema._zod;
  if (def.type === 'object') return Object.hasOwn(def.shape, key) ? def.shape[key] : undefined;
  if (def.type === 'record') return def.valueType;
  return def.type === 'array' ? def.element : undefined;
}

/** Fields that a map at this path may have. */
export const fieldsAt = (schema: $ZodType, path: Path): readonly string[] =>
  schemasAt(schema, path).flatMap(({ _zod: { def } }) => (def.type === 'object' ? Object.keys(def.shape) : []));

/** True of a field that may be left out, with a default or without one. */
export const isOptional = (schema: $ZodType): boolean => schema._zod.optin !== undefined;

/** Bounds of a number, or of the length of a text or a list. */
export function boundsOf(schema: $ZodType): { readonly minimum?: number; readonly maximum?: number } {
  const bounds: { minimum?: number; maximum?: number } = {};
  for (const check of (schema as $ZodTypes)._zod.def.checks ?? []) {
    const def = (check as $ZodChecks)._zod.def;
    if (def.check === 'greater_than') bounds.minimum = Number(def.value);
    else if (def.check === 'less_than') bounds.maximum = Number(def.value);
    else if (def.check === 'min_length') bounds.minimum = def.minimum;
    else if (def.check === 'max_length') bounds.maximum = def.maximum;
  }
  return bounds;
}
