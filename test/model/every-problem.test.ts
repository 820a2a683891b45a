import { check } from '../../lib/cloud/check';
import { kinds, type Kind } from '../../lib/model/kind';
import { messagesOf, plainFunction, plainTable, resolveObject } from './architectures';

/** All that is said of an architecture, warnings included, also of what its clouds can't do. */
const said = (architecture: object): string[] =>
  messagesOf(() => resolveObject(architecture, [], { checks: check })).sort();

const web = { image: 'nginx' } as const;
const aws = { targets: ['aws-cdk', 'aws-pulumi'] };
const onAws = { ...aws, foundation: {} };

/** For each kind: an element with a field that is malformed, and beside it an error that only a cross check finds. */
const twoErrors: Readonly<Record<Kind, readonly [element: object, malformed: string, cross: string, rest?: object]>> = {
  functions: [
    { ...plainFunction, memoryMiB: 64, uses: { 'tables.nope': 'read' } },
    'x1.memoryMiB: must be 128 to 32768, got 64',
    'x1.uses.tables.nope: there is no tables.nope',
  ],
  services: [
    { ...web, port: 0, uses: { 'tables.nope': 'read' } },
    'x1.port: must be 1 to 65535, got 0',
    'x1.uses.tables.nope: there is no tables.nope',
  ],
  apis: [
    { routes: { 'GET /': 'functions.nope' }, logRetentionDays: 'week' },
    'x1.logRetentionDays: must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got "week"',
    'x1.routes.GET /: there is no functions.nope',
  ],
  queues: [
    { retentionDays: 15, timeoutSeconds: 1 },
    'x1.retentionDays: must be 1 to 14, got 15',
    'x1.timeoutSeconds: must be',
    { functions: { f: { ...plainFunction, triggers: [{ queue: 'x1' }] } } },
  ],
  topics: [
    { fifo: true },
    'x1.fifo: there is no field fifo here',
    'x1: becomes x1 without hyphens',
    { topics: { 'x-1': {} } },
  ],
  buckets: [
    { versioned: 'yes' },
    'x1.versioned: must be true or false, got "yes"',
    'x1: becomes x1 without hyphens',
    { buckets: { 'x-1': {} } },
  ],
  tables: [
    { ...plainTable, sortKey: plainTable.partitionKey, retain: 'no' },
    'x1.retain: must be true or false, got "no"',
    "x1.sortKey.name: must differ from the partition key's attribute",
  ],
  secrets: [
    { retain: 'no' },
    'x1.retain: must be true or false, got "no"',
    'x1: becomes x1 without hyphens',
    { secrets: { 'x-1': {} } },
  ],
};

describe('a malformed field', () => {
  test.each(kinds)('%s: does not hide a cross error of the same element', (kind) => {
    const [element, malformed, cross, rest = {}] = twoErrors[kind];
    const others = (rest as Record<string, object>)[kind] ?? {};
    const messages = said({ ...onAws, ...rest, [kind]: { ...others, x1: element } });
    expect(messages).toHaveLength(2);
    for (const text of [malformed, cross])
      expect(messages.filter((message) => message.startsWith(`${kind}.${text}`))).toHaveLength(1);
  });

  test('does not hide a cloud limit on another field, and causes none', () => {
    const functions = { a: { ...plainFunction, memoryMiB: 64, timeoutSeconds: 1000, runtime: 'nodejs1' } };
    expect(said({ ...aws, functions })).toEqual([
      'functions.a.memoryMiB: must be 128 to 32768, got 64',
      expect.stringMatching(/^functions\.a\.runtime: must be one of /),
      expect.stringMatching(/^functions\.a\.timeoutSeconds: must be 1 to 900 on aws, got 1000/),
    ]);
  });

  test('does not hide an unknown name in the same list or map', () => {
    const functions = {
      a: {
        ...plainFunction,
        triggers: [{ rate: '7m' }, { queue: 'nope' }],
        retry: { deadLetter: 'dead' },
        environment: { LIST: [], TABLE: '${tables.nope.name}' },
      },
    };
    expect(said({ functions, queues: { dead: {} } })).toEqual([
      'functions.a.environment.LIST: must be text, a number or true or false, got a list',
      'functions.a.environment.TABLE: there is no tables.nope',
      expect.stringMatching(/^functions\.a\.triggers\.0\.rate: must be <n>m/),
      'functions.a.triggers.1.queue: there is no queues.nope',
    ]);
  });

  test('is reported beside the invalid name of its element', () => {
    const functions = { Orders: { ...plainFunction, memoryMiB: 64, tracing: 'no' } };
    expect(said({ functions })).toEqual([
      'functions.Orders.memoryMiB: must be 128 to 32768, got 64',
      'functions.Orders.tracing: must be true or false, got "no"',
      expect.stringMatching(/^functions\.Orders: must be 1 to 30 lower-case letters/),
    ]);
  });

  test('that is required does not hide a cross error', () => {
    const functions = { a: { uses: { 'tables.nope': 'read' }, handler: 5, code: './a' } };
    expect(said({ functions })).toEqual([
      'functions.a.handler: must be text or a map, got 5',
      'functions.a.runtime: is required: one of nodejs22, nodejs24, python3.12, python3.13, python3.14, go1.26, go1.27, java21, java25, dotnet10, ruby3.4, ruby4.0',
      'functions.a.uses.tables.nope: there is no tables.nope',
    ]);
  });
});

/** An architecture with one mistake, from which a check could draw a second one. */
const oneMistake: Readonly<Record<string, object>> = {
  'a malformed http, and a URL that depends on it': {
    functions: { a: { ...plainFunction, http: 5 }, b: { ...plainFunction, environment: { A1: '${functions.a.url}' } } },
  },
  'a malformed ingress, and a URL that depends on it': {
    ...onAws,
    services: { w: { image: 'nginx', ingress: 'publik' } },
    functions: { b: { ...plainFunction, environment: { A1: '${services.w.url}' } } },
  },
  'a malformed map of functions, and a route to one of them': {
    ...aws,
    functions: [],
    apis: { p: { routes: { 'GET /': 'functions.a' } } },
  },
  'a misspelled map of functions, and a route to one of them': {
    ...aws,
    funtions: { a: plainFunction },
    apis: { p: { routes: { 'GET /': 'functions.a' } } },
  },
  'a malformed foundation, and a service that needs one': { ...aws, foundation: 5, services: { web } },
  'a misspelled foundation, and a service that needs one': { ...aws, fundation: {}, services: { web } },
  'a malformed dead letter, and events that need one': {
    functions: { a: { ...plainFunction, triggers: [{ rate: '5m' }], retry: { deadLetter: 'No' } } },
  },
  'malformed triggers, and a retry that needs some': {
    functions: { a: { ...plainFunction, triggers: 5, retry: { deadLetter: 'dead' } } },
    queues: { dead: {} },
  },
  'misspelled triggers, and a retry that needs some': {
    functions: { a: { ...plainFunction, trigers: [{ rate: '5m' }], retry: { deadLetter: 'dead' } } },
    queues: { dead: {} },
  },
  'a malformed base of a service, and windows that stand on it': {
    ...onAws,
    services: {
      w: {
        ...web,
        coldStart: { dynamic: 5, scheduled: [{ name: 'a', start: '0 1 * * *', end: '0 2 * * *', min: 3 }] },
      },
    },
  },
  'a malformed cpu, and a memory that depends on it': {
    ...onAws,
    services: { w: { ...web, cpu: 3, memoryMiB: 4096 } },
  },
  'a malformed timeout, and a queue that waits for it': {
    functions: { a: { ...plainFunction, timeoutSeconds: 0, triggers: [{ queue: 'q' }] } },
    queues: { q: { timeoutSeconds: 30 } },
  },
  'a misspelled target, and what another one refuses': {
    targets: ['aws-cdk', 'aws-tf'],
    functions: { a: { ...plainFunction, architecture: 'arm64' } },
  },
  'a malformed route key, and an API that has no other': {
    targets: ['gcp-pulumi'],
    functions: { a: plainFunction },
    apis: { p: { routes: { 'any /{proxy+}': 'functions.a' } } },
  },
  'a malformed partition key, and a sort key like it': {
    tables: { t: { partitionKey: 'id', sortKey: { name: 'sample', type: 'string' } } },
  },
  'a malformed start of a window, and another window': withWindows({ start: '0 8 * *' }),
  'a window without a start, and another window': withWindows({ start: undefined }),
  'a malformed time zone of a window, and another window': withWindows({ timezone: 'Asia/Tokio' }),
  'a trigger and a dead letter of a queue that is missing': {
    functions: { a: { ...plainFunction, triggers: [{ queue: 'nope' }] } },
  },
  'an element that is no map, and a reference to it': {
    functions: { a: 5, b: { ...plainFunction, environment: { A1: '${functions.a.url}' } } },
  },
};

/**
 * A function with two windows that don't meet, but for what is changed in the first. Not for AWS, where any maximum is
 * worth a warning.
 */
function withWindows(changed: object): object {
  const office = { name: 'office', start: '0 8 * * *', end: '0 18 * * *', timezone: 'UTC', min: 3, ...changed };
  const night = { name: 'night', start: '0 2 * * *', end: '0 3 * * *', timezone: 'UTC', min: 3 };
  const scheduled = [JSON.parse(JSON.stringify(office)) as object, night];
  return {
    targets: ['gcp-cdktf', 'gcp-pulumi'],
    functions: { a: { ...plainFunction, coldStart: { dynamic: { min: 1, max: 9 }, scheduled } } },
  };
}

test.each(Object.entries(oneMistake))('one mistake causes one problem: %s', (_, architecture) => {
  expect(said(architecture)).toHaveLength(1);
});

test('a parameter without a value causes no error where other elements depend on it', () => {
  const functions = {
    a: { ...plainFunction, http: '${parameters.http}' },
    b: { ...plainFunction, environment: { A1: '${functions.a.url}' } },
    c: { ...plainFunction, triggers: [{ schedule: '${parameters.when}' }], retry: { deadLetter: 'dead' } },
  };
  const parameters = { http: { type: 'string' }, when: { type: 'string' } };
  const { warnings } = resolveObject({ parameters, functions, queues: { dead: {} } }, [], {
    typesOnly: true,
    checks: check,
  });
  expect(warnings.map(({ path, message }) => `${path}: ${message}`)).toEqual([
    "functions.c.triggers.0.schedule: can't be checked until parameter when has a value",
  ]);
});

test('a parameter without a value in one window is compared with no other window', () => {
  const parameters = { when: { type: 'string' } };
  const architecture = { ...withWindows({ start: '${parameters.when}' }), parameters };
  const { warnings } = resolveObject(architecture, [], { typesOnly: true, checks: check });
  expect(warnings.map(({ path, message }) => `${path}: ${message}`)).toEqual([
    "functions.a.coldStart.scheduled.0.start: can't be checked until parameter when has a value",
  ]);
});

test('a queue that is missing is said to be missing, and not to loop', () => {
  const a = { ...plainFunction, triggers: [{ queue: 'nope' }, { rate: '1h' }], retry: { deadLetter: 'nope' } };
  expect(said({ functions: { a } })).toEqual([
    'functions.a.retry.deadLetter: there is no queues.nope',
    'functions.a.triggers.0.queue: there is no queues.nope',
  ]);
});
