import { defineArchitecture } from '../../lib/model/define';

const orders = { runtime: 'nodejs22', code: './orders', handler: 'index.handler' } as const;
const byId = { partitionKey: { name: 'id', type: 'string' } } as const;

export const right = defineArchitecture({
  name: 'shop',
  tags: { team: 'orders-${parameters.stage}' },
  targets: ['aws-cdk', 'gcp-cdktf'],
  parameters: { provisioned: { type: 'number' }, stage: { type: 'string', default: 'dev' } },
  foundation: { network: 'default' },
  functions: {
    orders: {
      ...orders,
      http: 'public',
      memoryMiB: 512,
      environment: {
        TABLE: '${tables.orders.name}',
        WEB: '${services.web.url}/x?stage=${parameters.stage}',
        LITERAL: 'costs $${HOME}',
        COUNT: 5,
        DEBUG: true,
      },
      uses: { 'tables.orders': 'readwrite', 'queues.jobs': 'send', 'functions.other': '${parameters.stage}' },
      secrets: { API_KEY: 'key', OTHER_KEY: '${parameters.stage}' },
      triggers: [
        { schedule: '0 5 * * *', timezone: 'Europe/Berlin', input: { full: true, of: ['a', 1, null] } },
        { rate: '5m' },
        { queue: 'work', batchSize: 5 },
        { topic: 'events' },
        { topic: '${parameters.stage}' },
        { bucket: 'uploads', on: ['created'], prefix: 'in/${parameters.stage}/' },
      ],
      retry: { maxRetries: 1, deadLetter: 'lost' },
      coldStart: { provisioned: '${parameters.provisioned}' },
    },
    other: { ...orders, code: { aws: './a', gcp: './b' } },
  },
  services: {
    web: {
      image: 'nginx:${parameters.stage}',
      ingress: 'public',
      healthCheck: { path: '/health' },
      triggers: [{ queue: 'jobs' }],
      uses: { 'buckets.uploads': 'read' },
      secrets: { KEY: 'key' },
    },
  },
  apis: {
    public: {
      routes: {
        'GET /orders/{id}': 'functions.orders',
        'ANY /x': { to: 'functions.other' },
        'GET /y': '${parameters.stage}',
      },
    },
  },
  queues: { jobs: {}, work: { ordered: true }, lost: {} },
  topics: { events: {} },
  buckets: { uploads: { versioned: true } },
  tables: { orders: byId },
  secrets: { key: {} },
  alarms: { notify: 'events' },
  outputs: { url: '${services.web.url}', jobs: '${queues.jobs.url}' },
});

// Names stay known, so that what is made of an architecture can be asked for by name.
export const names: 'orders' | 'other' = null as unknown as keyof typeof right.functions;

/** Text that isn't known before it runs passes. */
export const dynamic = (text: string) =>
  defineArchitecture({ name: 'shop', functions: { a: { ...orders, environment: { TEXT: text } } } });

defineArchitecture({
  name: 'shop',
  // @ts-expect-error there is no table of this name
  functions: { a: { ...orders, environment: { TABLE: '${tables.ordres.name}' } } },
  tables: { orders: byId },
});

defineArchitecture({
  name: 'shop',
  // @ts-expect-error tables have no url
  functions: { a: { ...orders, environment: { TABLE: 'x ${tables.orders.url}' } } },
  tables: { orders: byId },
});

defineArchitecture({
  name: 'shop',
  // @ts-expect-error the second of two references names nothing
  functions: { a: { ...orders, environment: { TABLE: '${tables.orders.name} ${tables.other.name}' } } },
  tables: { orders: byId },
});

defineArchitecture({
  name: 'shop',
  // @ts-expect-error what follows a literal brace is checked too
  functions: { a: { ...orders, environment: { TABLE: '$${x} ${tables.orders.name}' } } },
});

defineArchitecture({
  name: 'shop',
  // @ts-expect-error there is no such parameter
  functions: { a: { ...orders, memoryMiB: '${parameters.memory}' } },
});

defineArchitecture({
  name: 'shop',
  // @ts-expect-error references stand in environments and outputs only
  services: { web: { image: '${tables.orders.name}' } },
  tables: { orders: byId },
});

defineArchitecture({
  name: 'shop',
  // @ts-expect-error there is no table of this name
  functions: { a: { ...orders, uses: { 'tables.ordres': 'read' } } },
  tables: { orders: byId },
});

defineArchitecture({
  name: 'shop',
  // @ts-expect-error there is no such verb
  functions: { a: { ...orders, uses: { 'tables.orders': 'delete' } } },
  tables: { orders: byId },
});

defineArchitecture({
  name: 'shop',
  functions: { a: orders },
  // @ts-expect-error there is no function of this name
  apis: { public: { routes: { 'GET /': 'functions.b' } } },
});

defineArchitecture({
  name: 'shop',
  functions: { a: orders },
  // @ts-expect-error there is no function of this name
  apis: { public: { routes: { 'GET /': { to: 'functions.b' } } } },
});

defineArchitecture({
  name: 'shop',
  functions: { a: orders },
  // @ts-expect-error there is no service of this name
  outputs: { url: '${services.web.url}' },
});

defineArchitecture({
  name: 'shop',
  // @ts-expect-error a misspelled field
  functions: { a: { ...orders, memoryMib: 512 } },
});

defineArchitecture({
  name: 'shop',
  // @ts-expect-error a misspelled field at the top
  function: { a: orders },
});

defineArchitecture({
  name: 'shop',
  // @ts-expect-error no such runtime
  functions: { a: { ...orders, runtime: 'nodejs18' } },
});

const sources = {
  queues: { jobs: {} },
  topics: { events: {} },
  buckets: { uploads: {} },
  secrets: { key: {} },
} as const;

/** Each of these names something that there isn't. */
export const wrong = [
  // @ts-expect-error there is no queue of this name
  defineArchitecture({ name: 'shop', ...sources, functions: { a: { ...orders, triggers: [{ queue: 'job' }] } } }),
  // @ts-expect-error there is no topic of this name: that is a queue's
  defineArchitecture({ name: 'shop', ...sources, functions: { a: { ...orders, triggers: [{ topic: 'jobs' }] } } }),
  defineArchitecture({
    name: 'shop',
    ...sources,
    // @ts-expect-error the second of two triggers names no bucket
    functions: { a: { ...orders, triggers: [{ queue: 'jobs' }, { bucket: 'upload', on: ['created'] }] } },
  }),
  defineArchitecture({
    name: 'shop',
    ...sources,
    // @ts-expect-error there is no such parameter
    functions: { a: { ...orders, triggers: [{ queue: '${parameters.q}' }] } },
  }),
  // @ts-expect-error a bucket's trigger says on what
  defineArchitecture({ name: 'shop', ...sources, functions: { a: { ...orders, triggers: [{ bucket: 'uploads' }] } } }),
  // @ts-expect-error a misspelled field in a trigger
  defineArchitecture({ name: 'shop', functions: { a: { ...orders, triggers: [{ rate: '5m', inputs: {} }] } } }),
  // @ts-expect-error there is no queue of this name, nor on a service
  defineArchitecture({ name: 'shop', services: { a: { image: 'x', triggers: [{ queue: 'jobs' }] } } }),
  // @ts-expect-error there is no queue of this name
  defineArchitecture({ name: 'shop', ...sources, functions: { a: { ...orders, retry: { deadLetter: 'dead' } } } }),
  // @ts-expect-error there is no secret of this name
  defineArchitecture({ name: 'shop', ...sources, functions: { a: { ...orders, secrets: { KEY: 'keys' } } } }),
  // @ts-expect-error there is no topic of this name
  defineArchitecture({ name: 'shop', ...sources, alarms: { notify: 'alarms' } }),
  // @ts-expect-error queues are sent to
  defineArchitecture({ name: 'shop', ...sources, functions: { a: { ...orders, uses: { 'queues.jobs': 'read' } } } }),
  // @ts-expect-error there is no bucket of this name
  defineArchitecture({ name: 'shop', ...sources, functions: { a: { ...orders, uses: { 'buckets.upload': 'read' } } } }),
  // @ts-expect-error a bucket has no url
  defineArchitecture({ name: 'shop', ...sources, outputs: { x: '${buckets.uploads.url}' } }),
];
