import { errors, onAws, onGcp } from './said';

const code = { runtime: 'nodejs22', code: 'code', handler: 'index.handler' };
const window = (name: string, hour: number) => ({ name, start: `0 ${hour} * * *`, end: `30 ${hour} * * *`, min: 1 });
const scheduled = (...names: string[]) => ({
  ...code,
  coldStart: { scheduled: names.map((name, index) => window(name, index)) },
});
const sameName = (on: string, with_: string, name: string) =>
  `has a part with the same name on ${on} as a part of ${with_}: ${name} (rename one of the two elements, or what the part is named after)`;

describe('names that Pulumi joins with hyphens', () => {
  test('fails for windows of two functions that meet', () => {
    const functions = { orders: scheduled('night-shift', 'noon'), 'orders-night': scheduled('shift', 'noon') };
    expect(errors({ targets: ['aws-pulumi'], functions })).toEqual([
      `functions.orders-night: ${sameName('aws-pulumi', 'functions.orders', 'orders-night-shift')}`,
    ]);
    expect(errors({ targets: ['aws-cdk'], functions })).toEqual([]);
    expect(errors({ ...onGcp, functions })).toEqual([]);
  });

  test('fails for sources of events and uses that meet', () => {
    const functions = {
      a: { ...code, triggers: [{ queue: 'x-event-source-y' }], uses: { 'tables.t-use-tables-u': 'read' } },
      'a-event-source-x': { ...code, triggers: [{ queue: 'y' }] },
      'a-use-tables-t': { ...code, uses: { 'tables.u': 'read' } },
    };
    const rest = {
      queues: { 'x-event-source-y': {}, y: {} },
      tables: Object.fromEntries(
        ['t-use-tables-u', 'u'].map((name) => [name, { partitionKey: { name: 'id', type: 'string' } }]),
      ),
    };
    expect(errors({ ...onAws, functions, ...rest })).toEqual([
      `functions.a-event-source-x: ${sameName('aws-pulumi', 'functions.a', 'a-event-source-x-event-source-y')}`,
    ]);
    expect(errors({ targets: ['gcp-pulumi'], functions, ...rest })).toContain(
      `functions.a-use-tables-t: ${sameName('gcp-pulumi', 'functions.a', 'a-use-tables-t-use-tables-u')}`,
    );
  });

  test('fails for callers, permissions and backends that meet', () => {
    const functions = {
      a: { ...code },
      'a-invoke-apis': { ...code, http: 'public' },
      'integration-b': { ...code },
      'backend-b': { ...code },
      b: { ...code },
    };
    const route = (...to: string[]) => ({
      routes: Object.fromEntries(to.map((name, index) => [`GET /${index}`, `functions.${name}`])),
    });
    const apis = {
      'invoke-anyone': route('a'),
      c: route('integration-b', 'backend-b'),
      'c-integration': route('b'),
      'c-backend': route('b'),
    };
    expect(errors({ ...onAws, functions, apis })).toEqual([
      `functions.a-invoke-apis: ${sameName('aws-pulumi', 'functions.a', 'a-invoke-apis-invoke-anyone')}`,
      `apis.c-integration: ${sameName('aws-pulumi', 'apis.c', 'c-integration-integration-b')}`,
    ]);
    expect(errors({ targets: ['gcp-pulumi'], functions, apis })).toContain(
      `apis.c-backend: ${sameName('gcp-pulumi', 'apis.c', 'c-backend-backend-b')}`,
    );
  });

  test('fails for sources of two kinds whose subscriptions meet', () => {
    const functions = {
      a: { ...code, triggers: [{ queue: 'subscription-trigger-topic-t' }] },
      'a-subscription-trigger-queue': { ...code, triggers: [{ topic: 't' }] },
    };
    const rest = { queues: { 'subscription-trigger-topic-t': {} }, topics: { t: {} } };
    expect(errors({ targets: ['gcp-pulumi'], functions, ...rest })).toContain(
      `functions.a-subscription-trigger-queue: ${sameName('gcp-pulumi', 'functions.a', 'a-subscription-trigger-queue-subscription-trigger-topic-t')}`,
    );
  });

  test('allows equal names of parts of two types', () => {
    const functions = {
      a: { ...code, uses: { 'tables.use-queues-q': 'read' } },
      'a-use-tables': { ...code, uses: { 'queues.q': 'send' } },
    };
    const tables = { 'use-queues-q': { partitionKey: { name: 'id', type: 'string' } } };
    expect(errors({ targets: ['gcp-pulumi'], functions, tables, queues: { q: {} } })).toEqual([]);
  });

  test('allows equal windows of two functions, and of elements of two kinds', () => {
    const functions = { orders: scheduled('a', 'b-c'), 'orders-a': scheduled('a', 'b-c') };
    expect(errors({ ...onAws, functions })).toEqual([]);
  });
});
