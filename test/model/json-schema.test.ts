import { jsonSchema, type JsonSchema } from '../../lib/model/json-schema';

const schema = jsonSchema((path) => (path.join('.') === 'functions.*.memoryMiB' ? 'Memory.' : undefined));

/** The schema of a field; `*` stands for any name. */
const at = (...path: string[]): JsonSchema =>
  path.reduce<JsonSchema>(
    (one, name) => (name === '*' ? one.additionalProperties : one.properties?.[name]) as JsonSchema,
    schema,
  );
const parameter = { type: 'string', pattern: '^\\$\\{parameters\\.[a-z][A-Za-z0-9]*\\}$' };

test('a number may be written as a parameter, and is described', () => {
  expect(at('functions', '*', 'memoryMiB')).toEqual({
    default: 256,
    anyOf: [{ type: 'integer', minimum: 128, maximum: 32_768 }, parameter],
    description: 'Memory.',
  });
});

test('one of some words may be written as a parameter', () => {
  expect(at('functions', '*', 'http')).toEqual({ anyOf: [{ type: 'string', enum: ['public', 'private'] }, parameter] });
});

test('what is required is only what has no default', () => {
  expect(schema.required).toEqual(['name']);
  expect(at('functions', '*').required).toEqual(['runtime', 'code', 'handler']);
  expect(schema.additionalProperties).toBe(false);
});

test('a parameter declares nothing with parameters', () => {
  expect(at('parameters', '*', 'type')).toEqual({
    type: 'string',
    enum: ['string', 'number', 'boolean'],
  });
});
