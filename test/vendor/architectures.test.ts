import { parse } from 'yaml';
import { jsonSchema, type JsonSchema } from '../../lib/model/json-schema';
import { architectures } from './architectures';

/** The fields of a schema, `*` for any name, and for any place in a list. */
function* fieldsOf(schema: JsonSchema, path: readonly string[] = []): Generator<string> {
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    yield [...path, name].join('.');
    yield* fieldsOf(field as JsonSchema, [...path, name]);
  }
  for (const inner of [schema.additionalProperties, schema.items])
    if (typeof inner === 'object') yield* fieldsOf(inner as JsonSchema, [...path, '*']);
  for (const one of schema.anyOf ?? []) yield* fieldsOf(one as JsonSchema, path);
}

/** The fields that a value has. */
function* fieldsIn(value: unknown, path: readonly string[] = []): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, child] of Object.entries(value)) {
    for (const key of [name, '*']) {
      yield [...path, key].join('.');
      yield* fieldsIn(child, [...path, key]);
    }
  }
}

test('the examples are found', () => {
  expect(Object.keys(architectures)).toEqual(
    expect.arrayContaining(['provisioned/architecture.yaml', 'web/architecture.yaml', 'polyglot/architecture.yaml']),
  );
});

/** Refused on its only cloud, so that no artifact has it. */
const refused = /^foundation\.ingress\.https\.gcp\b/;

test('five architectures use every field that there is', () => {
  const texts = ['everything', 'existing elements', 'existing network', 'own network', 'refused on AWS'].map(
    (name) => architectures[name]!.text,
  );
  const used = new Set(texts.flatMap((text) => [...fieldsIn(parse(text))]));
  const unused = [...fieldsOf(jsonSchema())].filter((field) => !used.has(field) && !refused.test(field));
  expect(unused).toEqual([]);
});
