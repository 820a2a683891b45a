import { plainFunction, resolveObject } from './architectures';

/** The warnings about an architecture of functions that share a queue, a topic and a bucket. */
const warningsOf = (functions: Readonly<Record<string, object>>, more: object = {}): string[] =>
  resolveObject({
    functions: Object.fromEntries(
      Object.entries(functions).map(([name, spec]) => [
        name,
        { ...plainFunction, retry: { deadLetter: 'lost' }, ...spec },
      ]),
    ),
    queues: { jobs: {}, other: {}, lost: {} },
    topics: { events: {} },
    buckets: { uploads: {} },
    ...more,
  }).warnings.map(({ path, message }) => `${path}: ${message}`);

const queueOnly = { retry: {} };

test.each([
  ['sends to its own queue', [{ queue: 'jobs' }], 'queues.jobs', 'send', queueOnly],
  ['publishes to its own topic', [{ topic: 'events' }], 'topics.events', 'publish', {}],
  ['writes to its own bucket', [{ bucket: 'uploads', on: ['created'], prefix: 'in/' }], 'buckets.uploads', 'write', {}],
])('event loop: warns of a function that %s', (_, triggers, source, verb, more) => {
  expect(warningsOf({ a: { triggers, uses: { [source]: verb }, ...more } })).toEqual([
    `functions.a.uses.${source}: events may loop: functions.a → ${source} → functions.a`,
  ]);
});

test('event loop: accepts a function that only reads its bucket, or sends elsewhere', () => {
  expect(
    warningsOf({
      a: { triggers: [{ bucket: 'uploads', on: ['created'] }], uses: { 'buckets.uploads': 'read' } },
      b: { triggers: [{ queue: 'jobs' }], uses: { 'queues.other': 'send' }, ...queueOnly },
    }),
  ).toEqual([]);
});

test('event loop: warns of a loop through several elements, with every kind of step', () => {
  const warnings = warningsOf(
    {
      a: { triggers: [{ queue: 'jobs' }], uses: { 'topics.events': 'publish' }, ...queueOnly },
      b: { triggers: [{ topic: 'events' }], uses: { 'functions.c': 'invoke' } },
      c: { uses: { 'buckets.uploads': 'readwrite' }, ...queueOnly },
    },
    {
      services: {
        w: { image: 'x', triggers: [{ bucket: 'uploads', on: ['created'] }], uses: { 'queues.jobs': 'send' } },
      },
    },
  );
  expect(warnings).toEqual([
    'functions.a.uses.topics.events: events may loop: functions.a → topics.events → functions.b → ' +
      'functions.c → buckets.uploads → services.w → queues.jobs → functions.a',
  ]);
});

test('retry: warns of lost events without a dead-letter queue, once for each function', () => {
  expect(
    warningsOf({
      a: { triggers: [{ queue: 'jobs' }, { rate: '5m' }, { topic: 'events' }], ...queueOnly },
      b: { triggers: [{ schedule: '0 5 * * *' }] },
    }),
  ).toEqual(['functions.a.triggers.1: events that fail permanently are lost']);
});

test('retry: warns of a retry without asynchronous triggers', () => {
  expect(warningsOf({ a: { retry: { maxRetries: 0 } }, b: { retry: { maxRetries: 2 } } })).toEqual([
    'functions.a.retry: has no effect without a schedule, rate, topic or bucket trigger',
  ]);
});

test('triggers: accept one schedule twice, and dead letters with another consumer', () => {
  expect(
    warningsOf({
      a: { triggers: [{ rate: '5m' }, { rate: '5m' }] },
      b: { triggers: [{ queue: 'lost' }], ...queueOnly },
    }),
  ).toEqual([]);
});

test('origins: tell the position of each field of a trigger', () => {
  const { origins } = resolveObject({
    functions: { a: { ...plainFunction, triggers: [{ rate: '5m', input: { of: [1] } }, { queue: 'jobs' }] } },
    queues: { jobs: {} },
  });
  expect(Object.fromEntries(Object.entries(origins).filter(([path]) => /triggers|retry/.test(path)))).toEqual({
    'functions.a.triggers.0.rate': 'the program',
    'functions.a.triggers.0.input.of.0': 'the program',
    'functions.a.triggers.1.queue': 'the program',
    'functions.a.triggers.1.batchSize': 'default',
    'functions.a.retry.maxRetries': 'default',
    'functions.a.retry.maxAgeSeconds': 'default',
  });
});
