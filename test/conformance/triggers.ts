import type { Case } from './cases';

const code = 'runtime: nodejs22, code: code, handler: index.handler';

const around = `
queues: { jobs: {}, failed: {}, ordered: { ordered: true } }
topics: { events: {}, news: {} }
buckets: { uploads: {}, versions: { versioned: true } }`;

const withTriggers = (triggers: string, fields = '', rest = ''): string => `
name: shop
functions: { f: { ${code}, triggers: [${triggers}]${fields && `, ${fields}`} } }${around}${rest}`;

/** What a schedule hands over: all that JSON has, what the scheduler would fill in, and what engines would. */
const hostile =
  '{ list: [1, -0.5, null, true, "ü"], "<aws.scheduler.scheduled-time>": "<aws.scheduler.execution-id>", ' +
  'a: "$${x} %{if} {{y}} $${Token[TOKEN.1]} \\u0001 \\"", "1": { "": {} } }';

const everything = `
  { schedule: "*/5 8-18 * JAN,12 MON-FRI", timezone: Europe/Berlin, input: ${hostile} },
  { rate: 60m }, { queue: jobs, batchSize: 11 }, { topic: events }, { topic: news },
  { bucket: uploads, on: [deleted], prefix: "a \\"b\\" {c}*/" }, { bucket: uploads, on: [created] }`;

/** What invokes functions by the clock, for a message, or for an event. */
export const triggers: readonly Case[] = [
  { name: 'a schedule', text: withTriggers('{ schedule: "0 3 * * *" }') },
  {
    name: 'a schedule on days of the month',
    text: withTriggers('{ schedule: "15 3 1,15 * *", timezone: Asia/Tokyo }'),
  },
  { name: 'a rate', text: withTriggers('{ rate: 1d, input: 5 }') },
  { name: 'two schedules at the same times', text: withTriggers('{ rate: 5m, input: a }, { rate: 5m, input: b }') },
  { name: 'a schedule that hands over everything', text: withTriggers(`{ rate: 1m, input: ${hostile} }`) },
  { name: 'a consumer of a queue', text: withTriggers('{ queue: jobs }') },
  {
    name: 'a consumer of a queue that sends to it as well',
    text: withTriggers('{ queue: jobs, batchSize: 1 }', 'uses: { queues.jobs: send }'),
  },
  {
    name: 'a consumer that takes as many messages at once as it can',
    text: withTriggers('{ queue: jobs, batchSize: 10000 }'),
  },
  {
    name: 'a consumer with a maximum of workers',
    text: withTriggers('{ queue: jobs }, { queue: ordered }', 'coldStart: { dynamic: { max: 2 } }'),
  },
  {
    name: 'a consumer with a maximum below the least of event sources',
    text: withTriggers('{ queue: jobs }', 'coldStart: { dynamic: { max: 1 } }'),
  },
  {
    name: 'a consumer with a higher maximum in a window',
    text: withTriggers(
      '{ queue: jobs }',
      'coldStart: { utilization: { min: 1, max: 3 }, scheduled: [{ name: day, start: "0 8 * * *", end: "0 18 * * *", min: 4 }, { name: eve, start: "0 19 * * *", end: "0 20 * * *", min: 2, max: 7 }] }',
    ),
  },
  {
    name: 'a consumer with warm workers and no maximum',
    text: withTriggers('{ queue: jobs }', 'coldStart: { dynamic: { min: 1 } }'),
  },
  { name: 'a consumer of messages in their order', text: withTriggers('{ queue: ordered, batchSize: 50 }') },
  { name: 'a listener', text: withTriggers('{ topic: events }') },
  { name: 'a listener to two topics', text: withTriggers('{ topic: events }, { topic: news }') },
  { name: 'a function that is told of objects', text: withTriggers('{ bucket: uploads, on: [created] }') },
  {
    name: 'a function that is told of objects in two folders of one bucket',
    text: withTriggers(
      '{ bucket: uploads, on: [created, deleted], prefix: a/ }, { bucket: uploads, on: [created], prefix: b/ }',
    ),
  },
  { name: 'a function that is told of older versions', text: withTriggers('{ bucket: versions, on: [deleted] }') },
  {
    name: 'every trigger at once, with tags and a dead letter',
    text: `${withTriggers(everything, 'retry: { maxRetries: 0, maxAgeSeconds: 60, deadLetter: failed }')}
tags: { team: x }`,
  },
  {
    name: 'every trigger beside warming',
    text: withTriggers(everything, 'coldStart: { warming: { instances: 2, every: 5m } }'),
  },
  {
    name: 'two functions with one topic and one dead letter, which somebody works off',
    text: `
name: shop
functions:
  f: { ${code}, triggers: [{ topic: events }], retry: { deadLetter: failed } }
  g: { ${code}, triggers: [{ topic: events }, { bucket: uploads, on: [created] }], retry: { deadLetter: failed } }
  h: { ${code}, triggers: [{ queue: failed }] }${around}`,
  },
  { name: 'events that are tried again otherwise', text: withTriggers('{ rate: 1h }', 'retry: { maxRetries: 1 }') },
  {
    name: 'a dead letter of a function that others invoke without waiting',
    text: `
name: shop
functions:
  f: { ${code}, retry: { deadLetter: failed } }
  g: { ${code}, uses: { functions.f: invoke } }${around}`,
  },
  {
    name: 'a dead letter that keeps the order',
    text: withTriggers('{ rate: 1h }', 'retry: { deadLetter: ordered }'),
    refused: { aws: ['functions.f.retry.deadLetter'] },
  },
  {
    name: 'triggers of elements with the longest names',
    text: withTriggers(everything, 'retry: { deadLetter: failed }')
      .replace('name: shop', 'name: a-name-of-thirty-characters-00')
      .replace('{ f: {', '{ another-of-thirty-characters-0: {'),
  },
];
