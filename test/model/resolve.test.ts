import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { load } from '../../lib/model/load';
import { resolve } from '../../lib/model/resolve';
import { flagSource } from '../../lib/settings/flags';
import { messagesOf, plainFunction, plainTable, problemsOf, resolveObject } from './architectures';

test('resolve: fills in defaults', () => {
  const { architecture } = resolveObject({ functions: { a: plainFunction }, services: { web: { image: 'nginx' } } });
  expect(architecture.targets).toEqual(['aws-cdk', 'gcp-cdktf', 'aws-pulumi', 'gcp-pulumi']);
  expect(architecture.functions['a']).toMatchObject({
    code: { aws: './a', gcp: './a' },
    memoryMiB: 256,
    timeoutSeconds: 60,
    environment: {},
    coldStart: {},
    logRetentionDays: 30,
  });
  expect(architecture.services['web']).toMatchObject({
    port: 8080,
    path: '/*',
    ingress: 'none',
    coldStart: { provisioned: 1 },
  });
});

test('resolve: parses references and literal braces, and formats numbers and booleans as in JSON', () => {
  const { architecture } = resolveObject({
    functions: {
      a: {
        ...plainFunction,
        environment: { REF: 'x/${tables.t.name}/y', PLAIN: '$${HOME} $$ $', NUMBER: 1.5, TRUE: true, EMPTY: '' },
      },
    },
    tables: { t: plainTable },
  });
  expect(architecture.functions['a']!.environment).toEqual({
    REF: ['x/', { kind: 'tables', element: 't', attribute: 'name' }, '/y'],
    PLAIN: ['${HOME} $$ $'],
    NUMBER: ['1.5'],
    TRUE: ['true'],
    EMPTY: [''],
  });
});

test('resolve: unescapes literal braces everywhere', () => {
  expect(resolveObject({ description: 'costs $${5}' }).architecture.description).toBe('costs ${5}');
});

test('resolve: freezes the architecture deeply', () => {
  const { architecture } = resolveObject({ functions: { a: plainFunction } });
  expect(Object.isFrozen(architecture.functions['a']!.code)).toBe(true);
  expect(Object.isFrozen(architecture.targets)).toBe(true);
});

test('resolve: accepts names of built-in object members', () => {
  const { architecture } = resolveObject({
    tags: { toString: 'a', valueOf: 'b' },
    functions: { 'has-own': plainFunction },
  });
  expect(architecture.tags).toEqual({ toString: 'a', valueOf: 'b' });
  expect(messagesOf(() => resolveObject({ toString: 'a' }))).toEqual([
    'toString: an architecture has no field toString',
  ]);
  expect(
    messagesOf(() =>
      resolveObject({ functions: { a: { ...plainFunction, environment: { A: '${tables.valueof.name}' } } } }),
    ),
  ).toEqual(['functions.a.environment.A: there is no tables.valueof']);
});

test('resolve: reports every problem at once', () => {
  const messages = messagesOf(() =>
    resolveObject({
      name: 'Shop',
      functions: {
        a: { ...plainFunction, uses: { 'tables.x': 'read' }, memoryMiB: 5 },
        b: { ...plainFunction, uses: { 'tables.y': 'read' } },
      },
    }),
  );
  expect(messages).toEqual([
    expect.stringMatching(/^name: must be 1 to 30 .*, got "Shop"$/),
    'functions.a.memoryMiB: must be 128 to 32768, got 5',
    'functions.a.uses.tables.x: there is no tables.x',
    'functions.b.uses.tables.y: there is no tables.y',
  ]);
});

test('resolve: accepts references to an element with malformed fields', () => {
  expect(
    messagesOf(() =>
      resolveObject({
        functions: {
          a: { ...plainFunction, environment: { B: '${functions.b.url}' } },
          b: { ...plainFunction, memoryMiB: 1, http: 'publik' },
        },
      }),
    ),
  ).toEqual([
    'functions.b.memoryMiB: must be 128 to 32768, got 1',
    'functions.b.http: must be one of public, private, got "publik"',
  ]);
});

test('resolve: checks a chain of references that is longer than the call stack', () => {
  const functions: Record<string, object> = {};
  for (let index = 0; index < 15_000; index++)
    functions[`f${index}`] = { ...plainFunction, environment: { NEXT: `\${functions.f${(index + 1) % 15_000}.name}` } };
  expect(problemsOf(() => resolveObject({ functions }))).toHaveLength(1);
});

describe('resolve: targets', () => {
  test('are narrowed to the requested ones, in the order of the architecture', () => {
    const { architecture } = resolveObject({}, [], { targets: ['gcp-pulumi', 'aws-cdk'] });
    expect(architecture.targets).toEqual(['aws-cdk', 'gcp-pulumi']);
  });

  test('fail if the architecture does not have a requested one', () => {
    expect(messagesOf(() => resolveObject({ targets: ['aws-cdk'] }, [], { targets: ['gcp-cdktf'] }))).toEqual([
      "targets: gcp-cdktf is not among the architecture's targets",
    ]);
  });
});

describe('resolve: origins', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'triptych-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('name the default, the position or the parameter of each value', () => {
    const file = path.join(folder, 'a.yaml');
    writeFileSync(
      file,
      [
        'name: shop',
        'parameters: { memory: { type: number }, timeout: { type: number, default: 5 } }',
        'functions:',
        '  a:',
        '    runtime: go1.26',
        '    code: { aws: ./a, gcp: ./b }',
        '    handler: bootstrap',
        '    memoryMiB: ${parameters.memory}',
        '    timeoutSeconds: ${parameters.timeout}',
      ].join('\n'),
    );
    const { origins } = resolve(load(file), [flagSource(['memory=512'])]);
    expect(origins).toMatchObject({
      name: `${file}:1:7`,
      'functions.a.code.aws': `${file}:6:18`,
      'functions.a.handler': `${file}:7:14`,
      'functions.a.memoryMiB': '--param memory',
      'functions.a.timeoutSeconds': `${file}:2:75`,
      'functions.a.logRetentionDays': 'default',
      outputs: 'default',
    });
  });
});

test.each(['.inf', '-.inf', '.nan', '1e999'])('resolve: refuses the number %s in an environment', (number) => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'triptych-')), 'a.yaml');
  writeFileSync(
    file,
    `name: a\nfunctions: { f: { runtime: nodejs22, code: c, handler: h.h, environment: { AA: ${number} } } }\ntables: { t: { partitionKey: { name: id, type: string } } }\n`,
  );
  expect(() => resolve(load(file), [])).toThrow(
    /functions\.f\.environment\.AA: must be text, a number or true or false/,
  );
});
