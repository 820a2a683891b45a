import { jsonSchema } from '../../lib/model/json-schema';

const schema = jsonSchema((path) => (path.join('.') === 'functions.*.memoryMiB' ? 'Memory.' : undefined));
const fields = (schema.properties as any).functions.additionalProperties.properties;
const parameter = { type: 'string', pattern: '^\\$\\{parameters\\.[a-z][A-Za-z0-9]*\\}$' };

test('a number may be written as a parameter, and is described', () => {
  expect(fields.memoryMiB).toEqual({
    default: 256,
    anyOf: [{ type: 'integer', minimum: 128, maximum: 32_768 }, parameter],
    description: 'Memory.',
  });
});

test('one of some words may be written as a parameter', () => {
  expect(fields.http).toEqual({ anyOf: [{ type: 'string', enum: ['public', 'private'] }, parameter] });
});

test('what is required is only what has no default', () => {
  expect(schema.required).toEqual(['name']);
  expect((schema.properties as any).functions.additionalProperties.required).toEqual(['runtime', 'code', 'handler']);
  expect(schema.additionalProperties).toBe(false);
});

test('a parameter declares nothing with parameters', () => {
  expect((schema.properties as any).parameters.additionalProperties.properties.type).toEqual({
    type: 'string',
    enum: ['string', 'number', 'boolean'],
  });
});
