import { runtimes } from '../../lib/model/function';
import type { Target } from '../../lib/model/target';
import { existing as existingElements } from './existing';
import { queues, topics } from './queues';
import { triggers } from './triggers';
import { uses } from './uses';

/** An architecture that every target renders so that it reads back equal, or refuses for a reason that is known. */
export interface Case {
  readonly name: string;
  readonly text: string;
  /** The fields that a cloud refuses. */
  readonly refused?: { readonly aws?: readonly string[]; readonly gcp?: readonly string[] };
  /** Targets that can't take it yet, each with the reason. */
  readonly skip?: Readonly<Partial<Record<Target, string>>>;
}

const code = 'runtime: nodejs22, code: code, handler: index.handler';
/** What Lambda finds in code that holds something for every language. */
const handlers: Readonly<Record<string, string>> = {
  nodejs: 'index.handler',
  python: 'main.handler',
  go: 'bootstrap',
  java: 'com.example.Handler::handle',
  dotnet: 'Counter.Lambda::Counter.Function::Handle',
  ruby: 'index.handler',
};
const handlerOn = (runtime: string): string => handlers[/^[a-z]+/.exec(runtime)![0]]!;

const image = 'image: docker.io/library/nginx:1.29';

const withFunction = (fields: string): string => `
name: shop
functions: { f: { ${[code, fields].filter((one) => one !== '').join(', ')} } }`;

const withService = (fields: string, rest = ''): string => `
name: shop
foundation: { ingress: { insecure: true } }
services: { s: { ${[image, fields].filter((one) => one !== '').join(', ')} } }${rest}`;

const existing =
  'vpcId: vpc-0a1b2c3d4e5f67890, publicSubnetIds: [subnet-0a1b2c3d4e5f67890, subnet-0a1b2c3d4e5f67891], ' +
  'availabilityZones: [eu-west-1a, eu-west-1b]';

const https =
  'https: { aws: { certificateArn: "arn:aws:acm:eu-west-1:111122223333:certificate/12345678-1234-1234-1234-123456789012" } }';

const withOwnNetwork = (fields: string): string => `
name: shop
foundation: { network: { ${fields} }, ingress: { insecure: true } }
services: { s: { ${image}, ingress: public } }`;

const withNetwork = (onAws: string): string => `
name: shop
foundation:
  ingress: { insecure: true }
  network:
    existing:
      aws: { ${onAws} }
      gcp: { network: projects/host/global/networks/shared, subnetwork: projects/host/regions/europe-west1/subnetworks/a }
services: { s: { ${image}, ingress: public } }`;

const officeHours =
  '{ name: office-hours, start: "0 8 * * MON-FRI", end: "0 18 * * 1-5", timezone: Europe/Berlin, min: 20 }';

const withRoutes = (...routes: readonly string[]): string => `
name: shop
functions: { orders: { ${code} }, users: { ${code} } }
apis: { public: { routes: { ${routes.map((route) => `"${route}": functions.orders`).join(', ')} } } }`;

const withTable = (fields: string): string => `
name: shop
tables: { items: { partitionKey: { name: id, type: string }, ${fields} } }`;

const withBucket = (fields: string): string => `
name: shop
buckets: { uploads: { ${fields} } }`;

const withSecret = (fields: string): string => `
name: shop
secrets: { signing: { ${fields} } }`;

const withTags = (tags: string): string => `
name: shop
tags: { ${tags} }
foundation: { ingress: { insecure: true } }
functions: { f: { ${code}, http: public, uses: { tables.t: read } } }
services: { s: { ${image}, ingress: public } }
apis: { a: { routes: { GET /: functions.f } } }
tables: { t: { partitionKey: { name: id, type: string } } }`;

const longest = 'a-name-of-thirty-characters-00';

const functions: readonly Case[] = [
  { name: 'a function with nothing but what it needs', text: withFunction('') },
  ...runtimes.map((runtime) => ({
    name: `a function on ${runtime}`,
    text: withFunction('').replace(code, `runtime: ${runtime}, code: code, handler: ${handlerOn(runtime)}`),
  })),
  {
    name: 'a handler and code for each cloud',
    text: withFunction('').replace(
      code,
      'runtime: nodejs24, code: { aws: code/aws, gcp: code/gcp }, handler: { aws: lambda.handler, gcp: counter }',
    ),
  },
  { name: 'an x86_64 function that says so', text: withFunction('architecture: x86_64') },
  {
    name: 'an arm64 function',
    text: withFunction('architecture: arm64'),
    refused: { gcp: ['functions.f.architecture'] },
  },
  { name: 'the least memory and time', text: withFunction('memoryMiB: 128, timeoutSeconds: 1') },
  {
    name: 'the most memory and time that both clouds have',
    text: withFunction('memoryMiB: 10240, timeoutSeconds: 900'),
  },
  { name: 'a public function', text: withFunction('http: public') },
  { name: 'a private function', text: withFunction('http: private') },
  { name: 'requests side by side', text: withFunction('concurrencyPerInstance: 80') },
  {
    name: 'requests side by side, with memory that brings a CPU along',
    text: withFunction('concurrencyPerInstance: 2, memoryMiB: 2048'),
  },
  {
    name: 'more warm workers than a Cloud Function has by default',
    text: withFunction('coldStart: { provisioned: 150 }'),
  },
  { name: 'one warm worker', text: withFunction('coldStart: { provisioned: 1 }') },
  { name: 'five warm workers behind a URL', text: withFunction('http: public, coldStart: { provisioned: 5 }') },
  { name: 'a cold start that says nothing', text: withFunction('coldStart: {}') },
  { name: 'up to twenty workers', text: withFunction('coldStart: { dynamic: { max: 20 } }') },
  { name: 'two to twenty workers', text: withFunction('coldStart: { dynamic: { min: 2, max: 20 } }') },
  { name: 'two workers or more', text: withFunction('coldStart: { dynamic: { min: 2 } }') },
  { name: 'as many workers as are needed', text: withFunction('coldStart: { dynamic: {} }') },
  {
    name: 'more workers than a Cloud Function has by default',
    text: withFunction('coldStart: { dynamic: { min: 200, max: 500 } }'),
  },
  { name: 'workers by their utilization', text: withFunction('coldStart: { utilization: { max: 50 } }') },
  {
    name: 'workers by their utilization behind a URL, with tags',
    text: withFunction('http: public, coldStart: { utilization: { min: 3, max: 3, target: 0.57 } }').replace(
      'name: shop',
      'name: shop\ntags: { team: shop }',
    ),
  },
  { name: 'workers in office hours alone', text: withFunction(`coldStart: { scheduled: [${officeHours}] }`) },
  {
    name: 'more workers at two times of the day, in two time zones',
    text: withFunction(
      `http: public, coldStart: { dynamic: { min: 2, max: 20 }, scheduled: [${officeHours}, { name: at-night, ` +
        'start: "30 22 * JUN-AUG *", end: "*/15 23 * JUN-AUG *", min: 3, max: 12 }] }',
    ).replace('name: shop', 'name: shop\ntags: { team: shop }'),
  },
  {
    name: 'more workers in office hours, and as many as are needed',
    text: withFunction(`coldStart: { dynamic: { min: 1 }, scheduled: [${officeHours}] }`),
  },
  {
    name: 'workers by their utilization, and more in office hours',
    text: withFunction(`coldStart: { utilization: { min: 2, max: 50 }, scheduled: [${officeHours}] }`),
  },
  {
    name: 'more workers in a window than a Cloud Function has by default',
    text: withFunction(`coldStart: { scheduled: [${officeHours.replace('min: 20', 'min: 200, max: 500')}] }`),
  },
  {
    name: 'three workers that are called to stay warm',
    text: withFunction('coldStart: { warming: { instances: 3 } }'),
  },
  {
    name: 'a worker that is called every two hours, one of twenty, behind a URL, with tags',
    text: withFunction(
      'http: public, coldStart: { warming: { instances: 1, every: 2h }, dynamic: { max: 20 } }',
    ).replace('name: shop', 'name: shop\ntags: { team: shop }'),
    refused: { gcp: ['functions.f.http'] },
  },
  {
    name: 'a worker that is called every two hours, one of twenty, for callers with an identity',
    text: withFunction('http: private, coldStart: { warming: { instances: 1, every: 2h }, dynamic: { max: 20 } }'),
  },
  {
    name: 'workers that are called each minute, each hour and each day',
    text: `
name: shop
tags: { team: shop }
functions:
  minutes: { ${code}, http: private, coldStart: { warming: { instances: 1, every: 1m }, dynamic: {} } }
  hours: { ${code}, coldStart: { warming: { instances: 20, every: 60m } } }
  days: { ${code}, coldStart: { warming: { instances: 7, every: 24h } } }`,
  },
  {
    name: 'workers that are called each minute, each hour and each day, behind APIs and for nobody else',
    text: `
name: shop
functions:
  minutes: { ${code}, http: private, coldStart: { warming: { instances: 1, every: 1m }, dynamic: {} } }
  hours: { ${code}, coldStart: { warming: { instances: 20, every: 60m } } }
  days: { ${code}, coldStart: { warming: { instances: 7, every: 24h } } }
apis:
  hourly: { routes: { GET /: functions.hours } }
  daily: { routes: { "ANY /{proxy+}": functions.days } }`,
    refused: { gcp: ['apis.hourly.routes', 'apis.daily.routes'] },
  },
  { name: 'logs that are kept for a day', text: withFunction('logRetentionDays: 1') },
  { name: 'logs that are kept for ten years', text: withFunction('logRetentionDays: 3653') },
  {
    name: 'two functions that have nothing to do with one another',
    text: `
name: shop
functions: { f: { ${code}, memoryMiB: 128 }, g: { runtime: python3.13, code: other, handler: main.handler } }`,
  },
];

const environments: readonly Case[] = [
  { name: 'an empty environment', text: withFunction('environment: {}') },
  {
    name: 'texts that an engine could take for its own',
    text: `
name: shop
foundation: { ingress: { insecure: true } }
functions:
  f:
    runtime: nodejs22
    code: code
    handler: index.handler
    environment: &texts
      DOLLAR: "$\${HOME} $HOME $$ \${parameters.p}"
      DOLLARS: "$$\${a}$\${b}"
      PERCENT: "%{ if true }yes%{ endif } 100% %%"
      QUOTES: 'say "hi" and ''bye'' \\ \\n'
      LINES: "one\\ntwo\\r\\n\\tthree\\n"
      UNICODE: "Grüße, 世界 🌍 \\u2028"
      BRACES: "{{ mustache }} {a} }}"
      AWS: "arn:aws:s3:::\${parameters.p} Fn::Sub Ref"
      EMPTY: ""
      SPACES: "  both ends  "
      JSON: '{"a":["$\${x}",1,null]}'
      NUMBER: 3000
      FRACTION: 0.5
      BOOLEAN: true
services: { s: { ${image}, environment: *texts } }
parameters: { p: { type: string, default: here } }`,
  },
  {
    name: 'references to every attribute that elements have',
    text: `
name: shop
foundation: { ingress: { insecure: true } }
functions:
  reads: &asking
    runtime: nodejs22
    code: code
    handler: index.handler
    environment: &all
      FUNCTION_NAMED: \${functions.asked.name}
      FUNCTION_FULLY: \${functions.asked.arn}
      CALLED: \${functions.asked.url}
      SERVED: \${services.asked.url}
      SERVED_BY: \${services.asked.name}
      API: \${apis.asked.url}
      TABLE: \${tables.asked.name}
      TOGETHER: "\${functions.asked.url}/a?table=\${tables.asked.name}&at=\${services.asked.url}/b, $\${not.me}"
      TWICE: "\${tables.asked.name}\${tables.asked.name}"
  asked: { ${code}, http: private }
  answers: { ${code} }
services:
  asked: { ${image}, ingress: public }
  asking: { ${image}, environment: *all }
apis: { asked: { routes: { GET /: functions.answers, POST /x: functions.answers } } }
tables: { asked: { partitionKey: { name: id, type: string } } }
outputs:
  functionName: \${functions.asked.name}
  functionArn: \${functions.asked.arn}
  functionUrl: \${functions.asked.url}
  serviceName: \${services.asked.name}
  serviceUrl: \${services.asked.url}
  apiUrl: \${apis.asked.url}
  tableName: \${tables.asked.name}`.replace(/FUNCTION_(NAMED|FULLY)/g, '$1'),
  },
  {
    name: 'a function that asks for the address of the API that calls it',
    text: `
name: shop
functions: { f: { ${code}, environment: { SELF: "\${apis.a.url}/back" } } }
apis: { a: { routes: { GET /: functions.f, "POST /": functions.f } } }`,
  },
  {
    name: 'addresses of a service with a host',
    text: withService(
      'ingress: public, host: a.example.com',
      `
functions: { f: { ${code}, environment: { AT: "\${services.s.url}/x" } } }
outputs: { at: "\${services.s.url}" }`,
    ),
  },
  {
    name: 'an output in place of the one that an element has by itself',
    text: `${withFunction('http: public')}\noutputs: { endpoint: "\${functions.f.url}" }`,
  },
];

const apis: readonly Case[] = [
  { name: 'an API that sends everything to one function', text: withRoutes('ANY /{proxy+}') },
  { name: 'a route that takes everything under another name', text: withRoutes('ANY /{rest+}') },
  { name: 'one route with a method', text: withRoutes('GET /') },
  { name: 'any method at the root', text: withRoutes('ANY /') },
  {
    name: 'every method on one path',
    text: withRoutes(
      ...['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].map((method) => `${method} /orders`),
    ),
  },
  {
    name: 'parameters, literals and the rest of a path side by side',
    text: withRoutes(
      'GET /orders/{id}',
      'GET /orders/latest',
      'GET /orders/{id}/items/{item}',
      'ANY /orders/{rest+}',
      'GET /a.b_c-d-e',
      'ANY /files/{path+}',
      'ANY /{proxy+}',
    ),
  },
  {
    name: 'routes to two functions',
    text: `
name: shop
functions: { orders: { ${code}, timeoutSeconds: 29 }, users: { ${code}, coldStart: { provisioned: 2 } } }
apis:
  public:
    routes:
      GET /orders: functions.orders
      POST /orders: { to: functions.orders }
      GET /users: functions.users`,
  },
  {
    name: 'two APIs that share a function',
    text: `
name: shop
functions: { f: { ${code} }, g: { ${code} } }
apis:
  one: { routes: { GET /: functions.f, GET /g: functions.g } }
  two: { routes: { POST /: functions.f } }`,
  },
  {
    name: 'an API that is its function beside one that is not',
    text: `
name: shop
functions: { f: { ${code} } }
apis:
  one: { routes: { "ANY /{proxy+}": functions.f } }
  two: { routes: { POST /: functions.f } }`,
  },
  {
    name: 'a public function behind an API as well',
    text: `
name: shop
functions: { f: { ${code}, http: public } }
apis: { a: { routes: { GET /: functions.f } } }`,
  },
  {
    name: 'a private function behind an API',
    text: `
name: shop
functions: { f: { ${code}, http: private } }
apis: { a: { routes: { GET /: functions.f } } }`,
    refused: { gcp: ['functions.f.http'] },
  },
  { name: 'a slow function behind an API', text: withRoutes('GET /').replaceAll(code, `${code}, timeoutSeconds: 300`) },
];

const tables: readonly Case[] = [
  { name: 'a table with a string for its key', text: withTable('') },
  { name: 'a table with a number for its key', text: withTable('').replace('type: string', 'type: number') },
  { name: 'a table with a sort key', text: withTable('sortKey: { name: at, type: number }') },
  { name: 'a table whose sort key is a text', text: withTable('sortKey: { name: kind, type: string }, retain: true') },
  { name: 'a table whose items go', text: withTable('ttlAttribute: expires_at') },
  { name: 'a table that goes with the stack', text: withTable('retain: false') },
  { name: 'a table without continuous backups', text: withTable('pointInTimeRecovery: false') },
  {
    name: 'a table with everything',
    text: withTable('sortKey: { name: at, type: string }, ttlAttribute: ttl, retain: false'),
  },
  {
    name: 'every way to use a table',
    text: `
name: shop
functions:
  reads: { ${code}, uses: { tables.items: read } }
  writes: { ${code}, uses: { tables.items: write } }
  does-both: { ${code}, uses: { tables.items: readwrite, tables.more-items: read } }
  does-nothing: { ${code}, uses: {} }
tables:
  items: { partitionKey: { name: id, type: string } }
  more-items: { partitionKey: { name: id, type: string }, retain: false }`,
  },
];

const buckets: readonly Case[] = [
  { name: 'a bucket with nothing said about it', text: withBucket('') },
  { name: 'a bucket that keeps older versions', text: withBucket('versioned: true') },
  { name: 'a bucket whose objects go', text: withBucket('expireDays: 1') },
  { name: 'a bucket whose objects and older versions go', text: withBucket('versioned: true, expireDays: 36500') },
  { name: 'a bucket that goes with the stack', text: withBucket('retain: false') },
  { name: 'a bucket with everything', text: withBucket('versioned: true, expireDays: 7, retain: false') },
  {
    name: 'every way to use a bucket',
    text: `
name: shop
functions:
  reads: { ${code}, uses: { buckets.uploads: read }, environment: { FROM: "\${buckets.uploads.name}" } }
  writes: { ${code}, uses: { buckets.uploads: write } }
  does-both: { ${code}, uses: { buckets.uploads: readwrite, buckets.more-uploads: read } }
  does-nothing: { ${code} }
buckets: { uploads: {}, more-uploads: { retain: false } }
outputs: { uploads: "\${buckets.uploads.name}" }`,
  },
  {
    name: 'a bucket whose name is too long for Pulumi to make one of it',
    text: `
name: ${longest}
buckets: { ${longest}: {} }`,
  },
];

const secrets: readonly Case[] = [
  { name: 'a secret with nothing said about it', text: withSecret('') },
  { name: 'a secret that goes with the stack', text: withSecret('retain: false') },
  {
    name: 'every way to use a secret',
    text: `
name: shop
tags: { team: x }
functions:
  finds: { ${code}, secrets: { KEY: signing, AGAIN: signing, OTHER: other } }
  reads: { ${code}, uses: { secrets.other: read }, environment: { SAME: "\${secrets.other.name}" } }
  does-both: { ${code}, secrets: { KEY: signing }, uses: { secrets.signing: read } }
  does-nothing: { ${code} }
secrets: { signing: {}, other: { retain: false } }
outputs: { signing: "\${secrets.signing.name}" }`,
  },
];

const services: readonly Case[] = [
  { name: 'a service with nothing but what it needs', text: withService('') },
  ...[
    ['the default network', '{}'],
    ['a network of its own', '{ network: { cidr: 10.0.0.0/16 } }'],
  ].map(([where, foundation]) => ({
    name: `functions in ${where}, and one in none`,
    text: `
name: shop
foundation: ${foundation}
functions: { f: { ${code}, network: foundation, http: public, tracing: true }, g: { ${code}, network: none } }`,
  })),
  {
    name: 'functions in a network that exists already',
    text: `
name: shop
targets: [aws-cdk, aws-pulumi, gcp-pulumi]
foundation: { network: { existing: { aws: { ${existing} }, gcp: { network: mine, subnetwork: own } } } }
functions: { f: { ${code}, network: foundation } }`,
    skip: { 'gcp-cdktf': 'refused: a connector needs a range of its own' },
  },
  {
    name: 'a service in the default network',
    text: withService('network: foundation'),
  },
  {
    name: 'a service and a function in a network without a way to the internet',
    text: `
name: shop
targets: [gcp-cdktf, gcp-pulumi]
foundation: { network: { cidr: 10.0.0.0/20, natGateways: 0 } }
functions: { f: { ${code}, network: foundation } }
services: { s: { ${image}, network: foundation } }`,
    skip: { 'aws-cdk': 'services pull their images', 'aws-pulumi': 'services pull their images' },
  },
  { name: 'a service in a network of two zones', text: withOwnNetwork('cidr: 10.0.0.0/16') },
  {
    name: 'a service in a network of three zones, each with a way to the internet, and with tags',
    text: `${withOwnNetwork('cidr: 192.168.0.0/24, zones: 3, natGateways: 3')}\ntags: { team: shop }`,
  },
  {
    name: 'a network without a way to the internet',
    text: 'name: shop\nfoundation: { network: { cidr: 172.16.128.0/20, natGateways: 0 } }',
  },
  { name: 'a service in the public subnets of a network that exists already', text: withNetwork(existing) },
  {
    name: 'a service in the private subnets of a network that exists already',
    text: withNetwork(`${existing}, privateSubnetIds: [subnet-0a1b2c3d4e5f67892, subnet-0a1b2c3d4e5f67893]`),
  },
  {
    name: 'a boundary and a path of every role',
    text: `${withService('secrets: { T: t }')}
secrets: { t: {} }
functions: { f: { ${code}, coldStart: { warming: { instances: 2 } }, triggers: [{ rate: 1h }] } }`.replace(
      'foundation: {',
      'foundation: { aws: { permissionsBoundary: "arn:aws:iam::123456789012:policy/b", rolePath: /a/b/ },',
    ),
  },
  { name: 'a public service', text: withService('ingress: public') },
  { name: 'a service that nobody reaches, and says so', text: withService('ingress: none, path: /*, coldStart: {}') },
  {
    name: 'a public service with all of its fields',
    text: withService(
      'ingress: public, port: 3000, cpu: 2, memoryMiB: 4096, host: a.example.com, path: "/a/*", priority: 7, ' +
        'command: [serve, --port, "3000", "$\${x}", "a b", ""], logRetentionDays: 7, coldStart: { provisioned: 4 }, ' +
        'healthCheck: { path: "/health?deep=1", intervalSeconds: 11, timeoutSeconds: 3, healthyCount: 4, unhealthyCount: 5 }',
    ),
  },
  { name: 'a service with a command', text: withService('command: ["nginx", "-g", "daemon off;", "%{x}", "é"]') },
  {
    name: 'the smallest health check',
    text: withService(
      'ingress: public, healthCheck: { intervalSeconds: 5, timeoutSeconds: 2, healthyCount: 2, unhealthyCount: 2 }',
    ),
  },
  { name: 'a service that writes no files', text: withService('ingress: public, readOnlyFilesystem: true') },
  { name: 'five containers', text: withService('coldStart: { provisioned: 5 }') },
  {
    name: 'containers by their requests',
    text: withService('ingress: public, coldStart: { dynamic: { min: 1, max: 5 } }'),
  },
  {
    name: 'containers by a rate of requests',
    text: withService(
      'ingress: public, requestsPerInstance: 20, requestsPerMinute: 900, coldStart: { dynamic: { min: 1, max: 5 } }',
    ),
  },
  {
    name: 'containers by fewer concurrent requests',
    text: withService('ingress: public, requestsPerInstance: 1, coldStart: { dynamic: { min: 1, max: 5 } }'),
  },
  { name: 'a rate of requests that nothing counts', text: withService('requestsPerMinute: 900') },
  { name: 'a CPU between requests', text: withService('cpuAlways: true, requestsPerInstance: 1000') },
  {
    name: 'an arm64 service',
    text: withService('architecture: arm64'),
    refused: { gcp: ['services.s.architecture'] },
  },
  {
    name: 'containers by the requests that nobody counts',
    text: withService('coldStart: { dynamic: { min: 1, max: 5 } }'),
    refused: { aws: ['services.s.coldStart.dynamic'] },
  },
  {
    name: 'containers by their CPU, with tags',
    text: withService('coldStart: { utilization: { min: 2, max: 5, target: 0.29 } }').replace(
      'name: shop',
      'name: shop\ntags: { team: shop }',
    ),
  },
  {
    name: 'containers by their requests, and more in office hours',
    text: withService(
      `ingress: public, coldStart: { dynamic: { min: 1, max: 5 }, scheduled: [${officeHours}, { name: on-sundays, ` +
        'start: 0 9 * * 7, end: 0 21 * * SUN, min: 2, max: 4 }] }',
    ),
  },
  {
    name: 'containers by their CPU, and more in office hours',
    text: withService(`coldStart: { utilization: { min: 2, max: 30 }, scheduled: [${officeHours}] }`),
  },
  {
    name: 'containers that are called to stay warm',
    text: withService('coldStart: { warming: { instances: 2 } }'),
    refused: { aws: ['services.s.coldStart.warming'] },
  },
  {
    name: 'public containers that are called every half an hour, five at the most',
    text: withService(
      'ingress: public, coldStart: { warming: { instances: 2, every: 30m }, dynamic: { min: 0, max: 5 } }',
    ),
    refused: { aws: ['services.s.coldStart.warming'] },
  },
  { name: 'a large container', text: withService('cpu: 8, memoryMiB: 32768') },
  {
    name: 'a container with more memory than Cloud Run gives',
    text: withService('cpu: 8, memoryMiB: 36864'),
    refused: { gcp: ['services.s.memoryMiB'] },
  },
  { name: 'more memory than Cloud Run gives to so few CPUs', text: withService('cpu: 2, memoryMiB: 16384') },
  { name: 'port 80 with a whole CPU', text: withService('port: 80, cpu: 1, memoryMiB: 2048, ingress: public') },
  {
    name: 'services beside one another on a listener',
    text: `
name: shop
foundation: { ingress: { insecure: true } }
services:
  api: { ${image}, ingress: public, path: "/api/*" }
  exact: { ${image}, ingress: public, path: /api/v1 }
  hosted: { ${image}, ingress: public, host: a.example.com }
  hosted-path: { ${image}, ingress: public, host: b.example.com, path: "/x?/*" }
  first: { ${image}, ingress: public, path: /first, priority: 1 }
  last: { ${image}, ingress: public, path: "/*", priority: 50000 }
  hidden: { ${image} }`,
  },
];

const grounds: readonly Case[] = [
  { name: 'a ground alone', text: 'name: platform\nfoundation: {}' },
  {
    name: 'a ground with HTTPS for two ranges, and other settings of the load balancer',
    text: `
name: platform
foundation:
  ingress: { allow: [10.0.0.0/8, 0.0.0.0/0], ${https} }
  loadBalancer: { accessLogs: { aws: { bucket: acme-logs } }, deletionProtection: true, dropInvalidHeaders: false }`,
  },
  {
    name: 'services with HTTPS, by a host and without one, and a caller of both',
    text: `
name: shop
foundation: { ingress: { ${https} } }
services:
  hosted: { ${image}, ingress: public, host: a.example.com }
  plain: { ${image}, ingress: public }
  calls: { ${image}, environment: { A: "\${services.hosted.url}", B: "\${services.plain.url}/x" } }`,
  },
  {
    name: 'access logs in a folder',
    text: 'name: platform\nfoundation: { loadBalancer: { accessLogs: { aws: { bucket: acme-logs, prefix: a/b } } } }',
  },
  {
    name: 'a certificate on Google Cloud',
    text: `name: platform\nfoundation: { ingress: { ${https.replace(' }', ' }, gcp: { certificate: a }')} } }`,
    refused: { gcp: ['foundation.ingress.https'] },
  },
  { name: 'a ground on the default network', text: 'name: platform\nfoundation: { network: default }' },
  {
    name: 'a ground that lets two ranges in',
    text: 'name: platform\nfoundation: { ingress: { allow: [10.0.0.0/8, 192.168.0.0/16], insecure: true } }',
    refused: { gcp: ['foundation.ingress.allow'] },
  },
  {
    name: 'a ground that lets everybody in, and says so twice',
    text: 'name: platform\nfoundation: { ingress: { allow: [0.0.0.0/0, 0.0.0.0/0], insecure: true } }',
  },
  {
    name: 'functions on a ground',
    text: `
name: shop
foundation: { network: default, ingress: { insecure: true } }
functions: { f: { ${code} } }`,
  },
  { name: 'an architecture of nothing', text: 'name: nothing' },
];

const names: readonly Case[] = [
  {
    name: 'names of the greatest length',
    text: `
name: ${longest}
foundation: { network: default, ingress: { insecure: true } }
functions: { ${longest}: { ${code}, http: public, uses: { tables.${longest}: readwrite } } }
services: { ${longest}: { ${image}, ingress: public, environment: { T: "\${tables.${longest}.name}" } } }
apis: { ${longest}: { routes: { GET /: functions.${longest} } } }
tables: { ${longest}: { partitionKey: { name: id, type: string } } }`,
  },
  {
    name: 'names of one letter',
    text: `
name: a
foundation: { ingress: { insecure: true } }
functions: { b: { ${code}, http: public } }
services: { c: { ${image}, ingress: public } }`,
  },
  {
    name: 'one name for an element of every kind, and for the architecture',
    text: `
name: shop
foundation: { ingress: { insecure: true } }
functions: { shop: { ${code}, http: public, environment: { TABLE: "\${tables.shop.name}" }, uses: { tables.shop: read } } }
services: { shop: { ${image}, ingress: public, environment: { CALLED: "\${functions.shop.url}" } } }
apis: { shop: { routes: { GET /: functions.shop } } }
tables: { shop: { partitionKey: { name: id, type: string } } }`,
  },
  {
    name: 'names that are words of the engines and of JavaScript',
    text: `
name: resource
foundation: { ingress: { insecure: true } }
functions: { foundation: { ${code} }, construct: { ${code} }, outputs: { ${code}, environment: { toString: x, valueOf: y } } }
services: { function: { ${image} }, logs: { ${image} } }
tables: { table: { partitionKey: { name: toString, type: string } }, data: { partitionKey: { name: id, type: string } } }`,
  },
  {
    name: 'names of which one begins with the other',
    text: `
name: shop
functions: { a: { ${code} }, a-b: { ${code}, http: public }, a-b-function: { ${code} } }
tables: { a: { partitionKey: { name: id, type: string } }, a-b: { partitionKey: { name: id, type: string } } }`,
  },
  {
    name: 'an architecture with a description',
    text: `${withFunction('')}\ndescription: "Sells ü $\${things}, \\"quoted\\""`,
  },
];

const tags: readonly Case[] = [
  { name: 'no tags at all', text: withTags('') },
  { name: 'tags', text: withTags('team: x, cost-center: "42"') },
  { name: 'tags in mixed case', text: withTags('Team: Payments, costCenter: AbC') },
  { name: 'a tag without a value', text: withTags('team: ""') },
];

const parameters: readonly Case[] = [
  {
    name: 'parameters with defaults wherever a value may stand',
    text: `
name: shop
parameters:
  memory: { type: number, default: 1024 }
  warm: { type: number }
  word: { type: string, default: "a $ b" }
  keep: { type: boolean, default: false }
functions:
  f:
    runtime: nodejs22
    code: code
    handler: index.handler
    memoryMiB: \${parameters.memory}
    coldStart: { provisioned: "\${parameters.warm}" }
    environment: { WORD: "<\${parameters.word}>", MEMORY: "\${parameters.memory}" }
tables: { t: { partitionKey: { name: id, type: string }, retain: "\${parameters.keep}" } }`,
  },
];

const items = '\ntables: { t: { partitionKey: { name: id, type: string } } }';

const observed: readonly Case[] = [
  { name: 'a log of JSON', text: withFunction('logFormat: json') },
  { name: 'a function that is traced', text: withFunction('tracing: true, uses: { tables.t: read }') + items },
  {
    name: "an API's log that is kept for a year",
    text: `${withFunction('')}\napis: { a: { routes: { "GET /": functions.f }, logRetentionDays: 365 } }`,
  },
  {
    name: 'alarms for dead letters and errors',
    text: `
name: shop
tags: { team: x }
functions:
  f: { ${code}, triggers: [{ rate: 1h }], retry: { deadLetter: failed } }
  g: { ${code}, uses: { topics.wrong: publish }, triggers: [{ queue: q }] }
queues: { q: {}, in-order: { ordered: true }, failed: {} }
topics: { wrong: {}, other: {} }
alarms: { notify: wrong }`,
  },
  {
    name: 'alarms with thresholds for everything that can go wrong',
    text: `
name: shop
tags: { team: x }
foundation: { ingress: { insecure: true } }
functions:
  f: { ${code}, coldStart: { dynamic: { max: 5 } }, triggers: [{ queue: q }] }
  g: { ${code}, coldStart: { utilization: { min: 1, max: 2 } } }
  warm: { ${code}, coldStart: { provisioned: 1 } }
services:
  open: { image: nginx, ingress: public }
  closed: { image: nginx }
apis: { a: { routes: { "GET /": functions.g } }, lone: { routes: { "ANY /{proxy+}": functions.warm } } }
queues: { q: {}, unread: {} }
topics: { wrong: {} }
alarms: { notify: wrong, functionErrors: 7, throttles: 3, unhealthyPeriods: 4, apiErrors: 5, oldestMessageSeconds: 60 }`,
  },
  {
    name: 'alarms of which only those about dead letters are on',
    text: `
name: shop
foundation: { ingress: { insecure: true } }
functions: { f: { ${code}, coldStart: { dynamic: { max: 5 } }, triggers: [{ queue: q }] }, g: { ${code} } }
services: { open: { image: nginx, ingress: public } }
apis: { a: { routes: { "GET /": functions.g } } }
queues: { q: {} }
topics: { wrong: {} }
alarms: { notify: wrong, functionErrors: 0, throttles: 0, unhealthyPeriods: 0, apiErrors: 0, oldestMessageSeconds: 0 }`,
  },
  {
    name: 'alarms about functions without a maximum of their own',
    text: `
name: shop
functions:
  f: { ${code}, coldStart: { dynamic: {} } }
  g: { ${code}, coldStart: { dynamic: { min: 10 } } }
topics: { wrong: {} }
alarms: { notify: wrong }`,
  },
  { name: 'alarms where nothing can go wrong', text: 'name: shop\ntopics: { wrong: {} }\nalarms: { notify: wrong }' },
];

/** All cases. */
export const cases: readonly Case[] = [
  ...functions,
  ...environments,
  ...apis,
  ...tables,
  ...buckets,
  ...secrets,
  ...services,
  ...queues,
  ...topics,
  ...triggers,
  ...uses,
  ...existingElements,
  ...observed,
  ...grounds,
  ...names,
  ...tags,
  ...parameters,
];
