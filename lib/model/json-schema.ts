import { z } from 'zod';
import { architectureSpec } from './architecture';

/** A JSON Schema, or a part of one. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Returns the description of a field by its path, with `*` for any name; undefined without one. */
export type Describe = (path: readonly string[]) => string | undefined;

/** Form of a parameter as a whole value. */
const parameter = { type: 'string', pattern: '^\\$\\{parameters\\.[a-z][A-Za-z0-9]*\\}$' } as const;

/** Text that contains a parameter, so that no pattern applies yet. */
const substituted = { type: 'string', pattern: '\\$\\{parameters\\.' } as const;

/**
 * JSON Schema of an architecture as it is written, for completion and checks in editors. Each value may be a parameter.
 */
export function jsonSchema(describe: Describe = () => undefined): JsonSchema {
  const schema = z.toJSONSchema(architectureSpec, { io: 'input', unrepresentable: 'any' });
  // Schemas that are used in several places are one object here; a copy lets each place have its own description.
  const copy = JSON.parse(JSON.stringify(schema)) as JsonSchema;
  const { properties, ...rest } = written(copy, [], describe);
  return {
    ...rest,
    $id: 'urn:triptych-iac:architecture',
    title: 'Triptych architecture',
    properties: { $schema: { type: 'string', description: 'Schema of this file, for editors.' }, ...properties },
  };
}

/** Turns the schema of a value into the schema of its written form. */
function written(schema: JsonSchema, path: readonly string[], describe: Describe): JsonSchema {
  const inner = (child: unknown, ...names: string[]): JsonSchema =>
    written(child as JsonSchema, [...path, ...names], describe);
  const result: JsonSchema = withoutOwnFormats(schema);
  if (schema.properties)
    result.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, field]) => {
        const description = describe([...path, name]);
        return [name, { ...inner(field, name), ...(description === undefined ? {} : { description }) }];
      }),
    );
  if (typeof schema.additionalProperties === 'object')
    result.additionalProperties = inner(schema.additionalProperties, '*');
  if (schema.items) result.items = inner(schema.items);
  // JSON Schema can't express the class of texts with references: its schema is empty.
  if (schema.anyOf) result.anyOf = schema.anyOf.filter((one) => Object.keys(one).length > 0).map((one) => inner(one));
  return path[0] === 'parameters' ? result : orParameter(result);
}

function orParameter(schema: JsonSchema): JsonSchema {
  const isText = schema.type === 'string' && schema.enum === undefined && schema.const === undefined;
  if (schema.type === 'object' || schema.type === 'array' || schema.anyOf !== undefined) return schema;
  if (isText && schema.pattern === undefined && schema.format === undefined && schema.allOf === undefined)
    return schema;
  const { default: byDefault, ...rest } = schema;
  return {
    ...(byDefault === undefined ? {} : { default: byDefault }),
    anyOf: [rest, isText ? substituted : parameter],
  };
}

/** Formats of the schema library, which no validator of JSON Schema has: a pattern beside them says the same. */
const ownFormats: readonly unknown[] = ['cidrv4', 'starts_with'];

function withoutOwnFormats({ format, ...rest }: JsonSchema): JsonSchema {
  return { ...rest, ...(format === undefined || ownFormats.includes(format) ? {} : { format }) };
}
