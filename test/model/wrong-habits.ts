import type { Wrong } from './wrong';

const fn = "runtime: nodejs22, code: ./a, handler: 'a.b'";

const one = (fields: string, rest = ''): string => `name: shop\nfunctions: { a: { ${fn}, ${fields} } }\n${rest}`;

/** Names of fields that other tools have. */
export const habits: readonly Wrong[] = [
  {
    file: one('memory: 512, timeout: 5, memory_mb: 5, envVars: {}, provisionedConcurrency: 5, role: x'),
    says: [
      '2:66: functions.a.memory: there is no field memory here (did you mean memoryMiB?)',
      '2:79: functions.a.timeout: there is no field timeout here (did you mean timeoutSeconds?)',
      '2:91: functions.a.memory_mb: there is no field memory_mb here (did you mean memoryMiB?)',
      '2:105: functions.a.envVars: there is no field envVars here (did you mean environment?)',
      '2:118: functions.a.provisionedConcurrency: there is no field provisionedConcurrency here (write coldStart: { provisioned: … })',
      '2:145: functions.a.role: there is no field role here (leave it out: `uses` says what the role allows)',
    ],
  },
  {
    file: 'name: shop\nqueues: { q: { fifo: true, visibilityTimeout: 30, dlq: x, maxReceiveCount: 5 } }\nregion: x\n',
    says: [
      '2:16: queues.q.fifo: there is no field fifo here (did you mean ordered?)',
      '2:28: queues.q.visibilityTimeout: there is no field visibilityTimeout here (did you mean timeoutSeconds?)',
      '2:51: queues.q.dlq: there is no field dlq here (leave it out: every queue has a dead-letter queue)',
      '2:59: queues.q.maxReceiveCount: there is no field maxReceiveCount here (did you mean maxDeliveryAttempts?)',
      "3:1: region: an architecture has no field region (leave it out: the engine's own settings decide where the architecture is deployed)",
    ],
  },
  {
    file: one("triggers: [{ cron: '* * * * *' }, { sqs: jobs }]", 'queues: { jobs: {} }\n'),
    says: [
      '2:79: functions.a.triggers.0.cron: must have one of schedule, rate, queue, topic, bucket (did you mean schedule?)',
      '2:102: functions.a.triggers.1.sqs: must have one of schedule, rate, queue, topic, bucket (did you mean queue?)',
    ],
  },
];

/** Names, values and forms that are nearly right. */
export const forms: readonly Wrong[] = [
  {
    file: `name: My Shop\nfunctions: { createOrder: { ${fn} }, 2nd_Order: { ${fn} } }\n`,
    says: [
      '1:7: name: must be 1 to 30 lower-case letters, digits and hyphens, begin with a letter and not end with a hyphen, got "My Shop" (write my-shop)',
      '2:14: functions.createOrder: must be 1 to 30 lower-case letters, digits and hyphens, begin with a letter and not end with a hyphen (write create-order)',
      '2:77: functions.2nd_Order: must be 1 to 30 lower-case letters, digits and hyphens, begin with a letter and not end with a hyphen (write nd-order)',
    ],
  },
  {
    file: one(
      "triggers: [{ queue: queues.jobs }, { topic: '${topics.t.name}' }]",
      'queues: { jobs: {} }\ntopics: { t: {} }\n',
    ),
    says: [
      '2:85: functions.a.triggers.0.queue: must be 1 to 30 lower-case letters, digits and hyphens, begin with a letter and not end with a hyphen, got "queues.jobs" (write jobs)',
      '2:109: functions.a.triggers.1.topic: references aren\'t allowed here, got "${topics.t.name}" (write t)',
    ],
  },
  {
    file: one(
      'uses: { tables.t: rw, queues.q: write }, triggers: { queue: q }',
      'tables: { t: { partitionKey: id } }\nqueues: { q: }\ntargets: aws-cdk\n',
    ),
    says: [
      '2:83: functions.a.uses.tables.t: must be one of read, write, readwrite, got "rw" (did you mean readwrite?)',
      '2:97: functions.a.uses.queues.q: must be "send", got "write"',
      '2:116: functions.a.triggers: must be a list, got a map (begin each of its entries with "- ")',
      '3:30: tables.t.partitionKey: must be a map, got "id" (write { name: id, type: string })',
      '4:14: queues.q: must be a map, got nothing (write {})',
      '5:10: targets: must be a list, got "aws-cdk" (write [aws-cdk])',
    ],
  },
  {
    file: one('environment: { TABLE: {tables.t.name} }'),
    says: [
      '2:87: functions.a.environment.TABLE: must be text, a number or true or false, got a map (write "${tables.t.name}")',
    ],
  },
  {
    file: 'name: shop\nfoundation: { network: vpc-123 }\nparameters: { size: number }\nsecrets: { key: abc }\n',
    says: [
      '2:24: foundation.network: must be "default" or a map with cidr or existing, got "vpc-123"',
      '3:21: parameters.size: must be a map, got "number" (write { type: number })',
      '4:17: secrets.key: must be a map, got "abc" (write {}: its value is set outside of the architecture)',
    ],
  },
  {
    file: 'name: shop\n  functions: {}\n',
    says: [
      '1:7: not valid YAML: nested mappings are not allowed in compact mappings (check the indentation, and put a text that contains ": " in quotes)',
    ],
  },
  {
    file: one('http: public', "outputs: { url: functions.a.url, my-url: '${functions.a.url}' }\n"),
    says: [
      '3:17: outputs.url: must be one reference, such as ${apis.public.url}, got "functions.a.url" (write ${functions.a.url})',
      '3:34: outputs.my-url: must be a lower-case letter, then letters and digits (write myUrl)',
    ],
  },
];

const routeRule =
  'must be METHOD /path, such as GET /orders/{id}: a method of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS, ANY; ' +
  'letters, digits and ._~- or a whole {parameter} between slashes; {name+} only at the end';

export const routes: readonly Wrong[] = [
  {
    file:
      `name: shop\nfunctions: { a: { ${fn} } }\napis:\n  p:\n    routes:\n` +
      ['get /y', 'GET x', '/z', 'GET /o/:id', 'GET /a/*', 'FETCH /b']
        .map((route) => `      ${route}: functions.a\n`)
        .join('') +
      '      GET /n: a\n      GET /m: functions.nope\n',
    says: [
      `6:7: apis.p.routes.get /y: ${routeRule} (write GET /y)`,
      `7:7: apis.p.routes.GET x: ${routeRule} (write GET /x)`,
      `8:7: apis.p.routes./z: ${routeRule} (write ANY /z)`,
      `9:7: apis.p.routes.GET /o/:id: ${routeRule} (write GET /o/{id})`,
      `10:7: apis.p.routes.GET /a/*: ${routeRule} (write GET /a/{proxy+})`,
      `11:7: apis.p.routes.FETCH /b: ${routeRule}`,
      '12:15: apis.p.routes.GET /n: must be functions.<name>, the function that answers, got "a" (write functions.a)',
      '13:15: apis.p.routes.GET /m: there is no functions.nope (known: functions.a)',
    ],
  },
];
