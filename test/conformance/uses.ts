import type { Case } from './cases';

const code = 'runtime: nodejs22, code: code, handler: index.handler';
const image = 'image: docker.io/library/nginx:1.29';

const around = `
foundation: { ingress: { insecure: true } }
functions: { plain: { ${code} }, asked: { ${code}, http: private }, open: { ${code}, http: public } }
queues: { jobs: {} }
topics: { events: {} }
buckets: { uploads: {} }
tables: { items: { partitionKey: { name: id, type: string } } }
secrets: { token: {}, api-key: { retain: false } }`;

const withService = (fields: string): string => `
name: shop
services: { s: { ${image}, ${fields} } }${around}`;

/** A caller, a function that it calls, and how that is reached by others. */
const between = (called: string, rest = ''): string => `
name: shop
functions:
  calls: { ${code}, uses: { functions.called: invoke } }
  called: { ${code}${called && `, ${called}`} }${rest}`;

/** What functions and services may do with each other and with data, and the secrets that services are given. */
export const uses: readonly Case[] = [
  { name: 'a service that reads a table', text: withService('uses: { tables.items: read }') },
  { name: 'a service that writes to a bucket', text: withService('uses: { buckets.uploads: write }') },
  {
    name: 'a service that uses one of each kind',
    text: withService(
      'ingress: public, uses: { tables.items: readwrite, buckets.uploads: read, queues.jobs: send, ' +
        'topics.events: publish, secrets.token: read, functions.asked: invoke }',
    ),
  },
  { name: 'a service that is given a secret', text: withService('secrets: { TOKEN: token }') },
  {
    name: 'a service that is given secrets, one of them twice, and reads one by itself',
    text: withService(
      'environment: { MODE: fast, WHICH: "${secrets.token.name}" }, ' +
        'secrets: { TOKEN: token, AGAIN: token, KEY: api-key }, uses: { secrets.api-key: read, tables.items: write }',
    ).replace('name: shop', 'name: shop\ntags: { team: shop }'),
  },
  {
    name: 'a service by the clock that is given a secret',
    text: withService(
      'secrets: { TOKEN: token }, coldStart: { utilization: { min: 2, max: 30 }, scheduled: [{ name: day, ' +
        'start: "0 8 * * *", end: "0 18 * * *", min: 4 }] }',
    ),
  },
  { name: 'a function that calls another one', text: between('') },
  { name: 'a function that calls one with an address of its own', text: between('http: private') },
  { name: 'a function that calls one that anybody may call', text: between('http: public') },
  {
    name: 'a function that calls one that is an API as well',
    text: between('', '\napis: { a: { routes: { "ANY /{proxy+}": functions.called } } }'),
  },
  {
    name: 'a function that calls one behind an API',
    text: between('', '\napis: { a: { routes: { "GET /": functions.called } } }'),
    refused: { gcp: ['functions.calls.uses'] },
  },
  {
    name: 'a function and a service that call a public service',
    text: `
name: shop
foundation: { ingress: { insecure: true } }
functions: { calls: { ${code}, environment: { AT: "\${services.called.url}" }, uses: { services.called: invoke } } }
services:
  asks: { ${image}, uses: { services.called: invoke, functions.calls: invoke } }
  called: { ${image}, ingress: public }`,
  },
  {
    name: 'calls to a service that nobody reaches',
    text: `
name: shop
foundation: { ingress: { insecure: true } }
functions: { calls: { ${code}, uses: { services.called: invoke } } }
services: { called: { ${image} }, asks: { ${image}, uses: { services.called: invoke } } }`,
    refused: {
      aws: ['functions.calls.uses', 'services.asks.uses'],
      gcp: ['functions.calls.uses', 'services.asks.uses'],
    },
  },
  {
    name: 'a service that works off a queue',
    text: withService('triggers: [{ queue: jobs }], uses: { tables.items: readwrite }'),
    refused: { aws: ['services.s.triggers'] },
  },
  {
    name: 'a service that is called by the clock, and for every event',
    text: withService(
      'secrets: { TOKEN: token }, triggers: [{ rate: 5m }, { schedule: "0 3 * * 1-5", timezone: Europe/Berlin, ' +
        'input: { a: 1 } }, { topic: events }, { bucket: uploads, on: [created, deleted], prefix: in/ }]',
    ),
    refused: { aws: ['services.s.triggers'] },
  },
  {
    name: 'a public service with triggers',
    text: withService('ingress: public, triggers: [{ topic: events }]'),
    refused: { aws: ['services.s.triggers'], gcp: ['services.s.ingress'] },
  },
];
