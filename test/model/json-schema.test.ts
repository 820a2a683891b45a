import { jsonSchema, type JsonSchema } from '../../lib/model/json-schema';

const schema = jsonSchema((path) => (path.join('.') === 'functions.*.memoryMiB' ? 'Memory.' : undefined));

/** The schema of a field; `*` stands for any name. */
const at = (...path: string[]): JsonSchema =>
  path.reduce<JsonSchema>(
    (one, name) => (name === '*' ? one.additionalProperties : one.properties?.[name]) as JsonSchema,
    schema,
  );
const parameter = { type: 'string', pattern: '^\\$\\{parameters\\.[a-z][A-Za-z0-9]*\\}$' };

test('JSON schema: a number has a description, and may be a parameter', () => {
  expect(at('functions', '*', 'memoryMiB')).toEqual({
    default: 256,
    anyOf: [{ type: 'integer', minimum: 128, maximum: 32_768 }, parameter],
    description: 'Memory.',
  });
});

test('JSON schema: an enum may be a parameter', () => {
  expect(at('functions', '*', 'http')).toEqual({ anyOf: [{ type: 'string', enum: ['public', 'private'] }, parameter] });
});

test('JSON schema: requires only fields without a default', () => {
  expect(schema.required).toEqual(['name']);
  expect(at('functions', '*').required).toEqual(['runtime', 'code', 'handler']);
  expect(schema.additionalProperties).toBe(false);
});

test('JSON schema: a declaration of a parameter contains no parameters', () => {
  expect(at('parameters', '*', 'type')).toEqual({
    type: 'string',
    enum: ['string', 'number', 'boolean'],
  });
});

describe('JSON schema: triggers', () => {
  const alternatives = (at('functions', '*', 'triggers').items as JsonSchema).anyOf as JsonSchema[];

  test('are one of several maps, each with its own required field and no unknown ones', () => {
    expect(alternatives.map(({ required }) => required)).toEqual([
      ['schedule'],
      ['rate'],
      ['queue'],
      ['topic'],
      ['bucket', 'on'],
    ]);
    expect(alternatives.map(({ additionalProperties }) => additionalProperties)).toEqual(alternatives.map(() => false));
  });

  test('may contain parameters, and any JSON as input', () => {
    const [schedule, , queue] = alternatives;
    expect(queue!.properties!['batchSize']).toEqual({
      default: 10,
      anyOf: [{ type: 'integer', minimum: 1, maximum: 10_000 }, parameter],
    });
    const { $ref } = ((schedule!.properties!['input'] as JsonSchema).anyOf as JsonSchema[])[0]!;
    const [, , name] = $ref!.split('/');
    expect(((schema.$defs as Record<string, JsonSchema>)[name!]!.anyOf as JsonSchema[]).length).toBe(6);
  });

  test('have a description on every field', () => {
    const described = jsonSchema((path) => path.join('.'));
    const triggers = (described.properties!['functions'] as JsonSchema).additionalProperties as JsonSchema;
    const { items } = triggers.properties!['triggers'] as JsonSchema;
    const fields = ((items as JsonSchema).anyOf as JsonSchema[]).flatMap(({ properties }) =>
      Object.values(properties!).map((field) => (field as JsonSchema).description),
    );
    expect(fields).toContain('functions.*.triggers.batchSize');
    expect(fields).not.toContain(undefined);
  });
});

test('JSON schema: has an id, allows $schema, and has only formats of JSON Schema', () => {
  expect(schema['$id']).toBe('urn:triptych-iac:architecture');
  expect(at('$schema')).toEqual({ type: 'string', description: 'Schema of this file, for editors.' });
  const formats = [...JSON.stringify(schema).matchAll(/"format":"([^"]*)"/g)].map(([, format]) => format);
  expect(formats).toEqual([]);
  const allow = at('foundation', 'ingress', 'allow').items as JsonSchema;
  expect(new RegExp((allow.anyOf![0] as { pattern: string }).pattern).test('10.0.0.0/8')).toBe(true);
});
