import type { Wrong } from './wrong';

/** A function with some more fields, in one line. */
const fn = (fields: string): string => `{ runtime: nodejs22, code: ./a, handler: x.y, ${fields} }`;

/** Functions, a line each from the third on, and what stands below them. */
const file = (functions: Readonly<Record<string, string>>, ...below: readonly string[]): string =>
  [
    'name: shop',
    'functions:',
    ...Object.entries(functions).map(([name, fields]) => `  ${name}: ${fn(fields)}`),
    ...below,
    '',
  ].join('\n');

const sources = ['queues: { jobs: {}, lost: {} }', 'topics: { events: {} }', 'buckets: { uploads: {} }'];

export const triggers: readonly Wrong[] = [
  {
    file: file({ a: 'triggers: [{ queue: job }, { topic: event }, { bucket: upload, on: [created] }]' }, ...sources),
    says: [
      '3:72: functions.a.triggers.0.queue: there is no queues.job (did you mean queues.jobs?)',
      '3:79: warning: functions.a.triggers.1: events that fail permanently are lost (set retry.deadLetter to a queue)',
      '3:88: functions.a.triggers.1.topic: there is no topics.event (did you mean topics.events?)',
      '3:107: functions.a.triggers.2.bucket: there is no buckets.upload (did you mean buckets.uploads?)',
    ],
  },
  {
    file: file({ a: 'triggers: [{ queu: jobs }]' }, ...sources),
    says: [
      '3:65: functions.a.triggers.0.queu: must have one of schedule, rate, queue, topic, bucket (did you mean queue?)',
    ],
  },
  {
    file: file({ a: 'triggers: [{}, { xyzzy: 1 }, 5m, { queue: }]' }),
    says: [
      '3:63: functions.a.triggers.0: must have one of schedule, rate, queue, topic, bucket',
      '3:67: functions.a.triggers.1: must have one of schedule, rate, queue, topic, bucket',
      '3:81: functions.a.triggers.2: must be a map, got "5m"',
      '3:94: functions.a.triggers.3.queue: must be text, got nothing (write a value, or leave the field out)',
    ],
  },
  {
    file: file({ a: 'triggers: [{ queue: jobs, rate: 5m }]' }, ...sources),
    says: [
      '3:65: functions.a.triggers.0.queue: conflicts with rate: only one of schedule, rate, queue, topic, bucket is allowed here (write a separate entry for each)',
    ],
  },
  {
    file: file(
      { a: 'triggers: [{ queue: jobs, prefix: x, batchsize: 1, xyzzy: 1 }, { rate: 5m, timezone: UTC }]' },
      ...sources,
    ),
    says: [
      '3:78: functions.a.triggers.0.prefix: there is no field prefix here (it belongs with bucket)',
      '3:89: functions.a.triggers.0.batchsize: there is no field batchsize here (did you mean batchSize?)',
      '3:103: functions.a.triggers.0.xyzzy: there is no field xyzzy here (known fields: queue, batchSize)',
      '3:127: functions.a.triggers.1.timezone: there is no field timezone here (it belongs with schedule)',
    ],
  },
  {
    file: file(
      {
        a: 'triggers: [{ schedule: 5m }, { rate: 7m }, { queue: Jobs, batchSize: 0 }, { bucket: uploads, on: [moved] }, { bucket: uploads }]',
      },
      ...sources,
    ),
    says: [
      '3:75: functions.a.triggers.0.schedule: must be five fields: minute, hour, day of the month, month, day of the week, got "5m" (use rate: 5m)',
      '3:89: functions.a.triggers.1.rate: must be <n>m with n dividing 60, <n>h with n dividing 24, or 1d, such as 5m, got "7m"',
      '3:104: functions.a.triggers.2.queue: must be 1 to 30 lower-case letters, digits and hyphens, begin with a letter and not end with a hyphen, got "Jobs" (write jobs)',
      '3:121: functions.a.triggers.2.batchSize: must be 1 to 10000, got 0',
      '3:150: functions.a.triggers.3.on.0: must be one of created, deleted, got "moved"',
      '3:160: functions.a.triggers.4.on: is required',
    ],
  },
  {
    file: file({ a: 'triggers: [{ schedule: 0 8 1 * MON }, { schedule: 0 24 * * * }]' }),
    says: [
      '3:75: functions.a.triggers.0.schedule: must restrict days of the month or days of the week, not both, got "0 8 1 * MON" (clouds interpret the combination differently)',
      '3:102: functions.a.triggers.1.schedule: must use *, numbers from 0 to 23, lists, ranges or steps for the hour, got "0 24 * * *" ("24" is not allowed)',
    ],
  },
  {
    file: file({ a: 'triggers: [{ rate: 5m, input: { url: "${functions.a.name}" } }]' }),
    says: [
      '3:89: functions.a.triggers.0.input.url: references aren\'t allowed here, got "${functions.a.name}" (use them in environment values and outputs; ${parameters.<name>} is allowed anywhere)',
    ],
  },
  {
    file: file(
      {
        a: 'triggers: [{ queue: jobs }, { queue: jobs }, { topic: events }, { topic: events }], retry: { deadLetter: lost }',
      },
      ...sources,
    ),
    says: [
      '3:89: functions.a.triggers.1.queue: triggers.0 already uses queues.jobs (keep one of them)',
      '3:125: functions.a.triggers.3.topic: triggers.2 already uses topics.events (keep one of them)',
    ],
  },
  {
    file: file(
      { a: 'triggers: [{ queue: jobs }]', b: 'triggers: [{ rate: 1h }, { queue: jobs }], retry: { deadLetter: lost }' },
      ...sources,
      'services: { w: { image: x, triggers: [{ queue: jobs }, { topic: nothing }] } }',
    ),
    says: [
      '4:86: functions.b.triggers.1.queue: queues.jobs already has a consumer: functions.a (a queue has one consumer: send to two queues, or publish to a topic)',
      '8:48: services.w.triggers.0.queue: queues.jobs already has a consumer: functions.a (a queue has one consumer: send to two queues, or publish to a topic)',
      '8:65: services.w.triggers.1.topic: there is no topics.nothing (known: topics.events)',
    ],
  },
  {
    file: file(
      {
        a: 'triggers: [{ bucket: uploads, on: [created, created], prefix: in/ }, { bucket: uploads, on: [deleted, created] }, { bucket: uploads, on: [created], prefix: out/ }], retry: { deadLetter: lost }',
      },
      ...sources,
    ),
    says: [
      '3:96: functions.a.triggers.0.on.1: created is listed twice',
      "3:121: functions.a.triggers.1: receives events that triggers.0 also receives, so each would be delivered twice (keep one of them, or use prefixes that don't overlap)",
      "3:166: functions.a.triggers.2: receives events that triggers.1 also receives, so each would be delivered twice (keep one of them, or use prefixes that don't overlap)",
    ],
  },
  {
    file: file({ a: 'retry: { deadLetter: los }' }, ...sources),
    says: [
      '3:52: warning: functions.a.retry: has no effect without a schedule, rate, topic or bucket trigger (queues use maxDeliveryAttempts; on aws it also applies to other asynchronous invocations)',
      '3:73: functions.a.retry.deadLetter: there is no queues.los (did you mean queues.lost?)',
    ],
  },
  {
    file: file({ a: 'retry: { maxRetries: 5, maxAgeSeconds: 1 }' }, ...sources),
    says: [
      '3:73: functions.a.retry.maxRetries: must be 0 to 2, got 5',
      '3:91: functions.a.retry.maxAgeSeconds: must be 60 to 21600, got 1',
    ],
  },
  {
    file: file({ a: 'triggers: [{ queue: jobs }], retry: { deadLetter: jobs }' }, ...sources),
    says: [
      '3:81: warning: functions.a.retry: has no effect without a schedule, rate, topic or bucket trigger (queues use maxDeliveryAttempts; on aws it also applies to other asynchronous invocations)',
      '3:102: functions.a.retry.deadLetter: dead letters loop: functions.a → queues.jobs → functions.a (use a queue with another consumer, or one that people inspect)',
    ],
  },
  {
    file: file(
      {
        a: 'triggers: [{ topic: events }, { queue: lost }], retry: { deadLetter: jobs }',
        b: 'triggers: [{ topic: events }, { queue: jobs }], retry: { deadLetter: lost }',
      },
      ...sources,
    ),
    says: [
      '3:121: functions.a.retry.deadLetter: dead letters loop: functions.a → queues.jobs → functions.b → queues.lost → functions.a (use a queue with another consumer, or one that people inspect)',
    ],
  },
];

export const secrets: readonly Wrong[] = [
  {
    file: file(
      { a: 'secrets: { KEY: kez, 5X: key }' },
      'secrets: { key: {} }',
      'services: { w: { image: x, secrets: { A: nothing } } }',
    ),
    says: [
      '3:68: functions.a.secrets.KEY: there is no secrets.kez (did you mean secrets.key?)',
      '3:73: functions.a.secrets.5X: must be a letter or _, then letters, digits and _',
      '5:42: services.w.secrets.A: there is no secrets.nothing (known: secrets.key)',
    ],
  },
  {
    file: file({ a: 'secrets: { KEY: key }, environment: { KEY: x }' }, 'secrets: { key: {} }'),
    says: ['3:63: functions.a.secrets.KEY: is also defined in environment (keep one of them)'],
  },
];

export const alarms: readonly Wrong[] = [
  {
    file: 'name: shop\nalarms: { notify: alarm }\ntopics: { alarms: {} }\n',
    says: ['2:19: alarms.notify: there is no topics.alarm (did you mean topics.alarms?)'],
  },
  { file: 'name: shop\nalarms: {}\n', says: ['2:1: alarms.notify: is required'] },
  {
    file: 'name: shop\nalarms: { notify: t, throttles: -1, unhealthyPeriods: 73, oldestMessageSeconds: 86400 }\ntopics: { t: {} }\n',
    says: [
      '2:33: alarms.throttles: must be 0 to 1000000, got -1',
      '2:55: alarms.unhealthyPeriods: must be 0 to 72, got 73',
      '2:81: alarms.oldestMessageSeconds: must be 0 to 43200, got 86400',
    ],
  },
  {
    file: 'name: shop\nalarms: { notify: t, errors: 5 }\ntopics: { t: {} }\n',
    says: [
      '2:22: alarms.errors: there is no field errors here (known fields: notify, functionErrors, throttles, unhealthyPeriods, apiErrors, oldestMessageSeconds)',
    ],
  },
];

export const usesOfOthers: readonly Wrong[] = [
  {
    file: file({ a: 'uses: { functions.a: invoke }' }),
    says: ["3:60: functions.a.uses.functions.a: an element can't use itself (send to a queue that triggers it)"],
  },
  {
    file: file({ a: 'uses: { functions.b: invoke }', b: 'uses: { functions.a: invoke }' }),
    says: [
      '4:73: functions.b.uses.functions.a: circular uses: functions.a → functions.b → functions.a (break the circle: put a queue or a topic between two of them, or pass a name as a parameter)',
    ],
  },
  {
    file: file({ a: 'uses: { functions.b: invoke }', b: 'environment: { A: "${functions.a.name}" }' }),
    says: [
      '4:70: functions.b.environment.A: circular references and uses: functions.a → functions.b → functions.a (break the circle: put a queue or a topic between two of them, or pass a name as a parameter)',
    ],
  },
  {
    file: file(
      { a: 'uses: { queues.jobs: read, topics.events: send, buckets.uploads: publish, functions.b: read }', b: '' },
      ...sources,
    ),
    says: [
      '3:73: functions.a.uses.queues.jobs: must be "send", got "read"',
      '3:94: functions.a.uses.topics.events: must be "publish", got "send"',
      '3:117: functions.a.uses.buckets.uploads: must be one of read, write, readwrite, got "publish"',
      '3:139: functions.a.uses.functions.b: must be "invoke", got "read"',
    ],
  },
  {
    file: file(
      { a: '' },
      'services: { w: { image: x, uses: { tables.t: read, functions.a: write, services.w: invoke, apis.a: read } } }',
    ),
    says: [
      '4:36: services.w.uses.tables.t: there is no tables.t',
      '4:65: services.w.uses.functions.a: must be "invoke", got "write"',
      "4:72: services.w.uses.services.w: an element can't use itself (send to a queue that triggers it)",
      "4:92: services.w.uses.apis.a: apis can't be used, only functions, services, queues, topics, buckets, tables, secrets",
    ],
  },
];
