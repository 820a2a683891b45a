import type { $ZodType } from 'zod/v4/core';
import { alternatives } from '../../lib/model/schema';

type Alternative = ReturnType<typeof alternatives>[number];

/**
 * All that a value of a schema can have, `*` for any name and any index: each field, each word or number of those that
 * a field is limited to, and each way to write a field of which there are several.
 */
export function fieldsOf(schema: $ZodType, path = ''): string[] {
  // References are texts that were read already: nobody writes one.
  const ways = alternatives(schema).filter(({ _zod }) => _zod.def.type !== 'custom');
  return ways.flatMap((way) => [
    ...(ways.length > 1 ? [`${path} as a ${way._zod.def.type}`] : []),
    ...inside(way, path),
  ]);
}

function inside({ _zod: { def } }: Alternative, path: string): string[] {
  const child = (key: string, schema: $ZodType): string[] => {
    const at = path === '' ? key : `${path}.${key}`;
    return [at, ...fieldsOf(schema, at)];
  };
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape).flatMap(([key, schema]) => child(key, schema));
    case 'record':
      return child('*', def.valueType);
    case 'array':
      return child('*', def.element);
    default:
      return valuesOf(def).map((value) => `${path} = ${value}`);
  }
}

/** The same, of what a value of a schema has. */
export function fieldsIn(value: unknown, schema: $ZodType, path = ''): string[] {
  if (typeof value === 'string' && value.startsWith('${parameters.')) return [];
  const ways = alternatives(schema).filter(({ _zod }) => _zod.def.type !== 'custom');
  return ways
    .filter((way) => isOf(value, way))
    .flatMap((way) => [
      ...(ways.length > 1 ? [`${path} as a ${way._zod.def.type}`] : []),
      ...insideOf(value, way, path),
    ]);
}

function insideOf(value: unknown, { _zod: { def } }: Alternative, path: string): string[] {
  const child = (key: string, field: unknown, schema: $ZodType): string[] => {
    const at = path === '' ? key : `${path}.${key}`;
    return [at, ...fieldsIn(field, schema, at)];
  };
  switch (def.type) {
    case 'object':
      return Object.entries(value as object).flatMap(([key, field]) =>
        def.shape[key] ? child(key, field, def.shape[key]) : [],
      );
    case 'record':
      return Object.values(value as object).flatMap((field) => child('*', field, def.valueType));
    case 'array':
      return (value as unknown[]).flatMap((field) => child('*', field, def.element));
    default:
      return valuesOf(def).includes(value) ? [`${path} = ${String(value)}`] : [];
  }
}

function isOf(value: unknown, { _zod: { def } }: Alternative): boolean {
  switch (def.type) {
    case 'object':
    case 'record':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'array':
      return Array.isArray(value);
    case 'enum':
    case 'literal':
      return true;
    default:
      return typeof value === def.type;
  }
}

const valuesOf = (def: Alternative['_zod']['def']): unknown[] =>
  def.type === 'enum' ? Object.values(def.entries) : def.type === 'literal' ? [...def.values] : [];
