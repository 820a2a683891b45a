/** A file that is wrong, and every problem that it has, as `line:column: path: message (hint)`. */
export interface Wrong {
  readonly file: string;
  /** Parameters, as `--param` gives them. */
  readonly flags?: readonly string[];
  readonly says: readonly string[];
}

/** A function `a` with some more fields, and what stands below it. */
const fn = (fields: string, below = ''): string =>
  ['name: shop', 'functions:', '  a:', '    runtime: nodejs22', '    code: ./a', '    handler: index.handler']
    .concat(fields === '' ? [] : fields.split('\n').map((line) => `    ${line}`))
    .join('\n') +
  '\n' +
  below;

/** Nine lists, each of nine times the one before: 387,420,489 values in a few lines. */
const laughs =
  'a: &a [x, x, x, x, x, x, x, x, x]\n' +
  [...'bcdefghi']
    .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(', ')}]\n`)
    .join('') +
  'name: shop\n';

export const text: readonly Wrong[] = [
  { file: '', says: ['is empty'] },
  { file: '  \n', says: ['is empty'] },
  { file: '# x\n', says: ['1:1: must be a map, got nothing'] },
  { file: '- a\n', says: ['1:1: must be a map, got a list (write `name: value`, without "- ")'] },
  { file: 'hello\n', says: ['1:1: must be a map, got "hello"'] },
  {
    file: 'name: shop\nfunctions: { a: {\n',
    says: ['3:1: not valid YAML: flow map in block collection must be sufficiently indented and end with a }'],
  },
  { file: 'name: "shop\n', says: ['2:1: not valid YAML: missing closing "quote'] },
  { file: 'name: shop\nfunctions:\n\ta:\n', says: ['3:1: tabs must not be used for indentation in YAML'] },
  { file: 'functions:\n  a:\n\t runtime: x\n', says: ['3:1: tabs must not be used for indentation in YAML'] },
  { file: 'name: shop\nname: web\n', says: ['2:1: name: is defined twice, first on line 1'] },
  {
    file: fn('memoryMiB: 128\nmemoryMiB: 256'),
    says: ['8:5: functions.a.memoryMiB: is defined twice, first on line 7'],
  },
  { file: 'name: shop\n__proto__: { x: 1 }\n', says: ['2:1: __proto__: this name is not allowed'] },
  {
    file: 'name: shop\nfunctions:\n  constructor: {}\n',
    says: ['3:3: functions.constructor: this name is not allowed'],
  },
  { file: 'name: shop\ntags: { prototype: x }\n', says: ['2:9: tags.prototype: this name is not allowed'] },
  {
    file: 'name: shop\n---\nname: web\n',
    says: ['2:1: contains more than one document (an architecture is one document; remove the `---`)'],
  },
  { file: '%YAML 1.1\n---\nname: shop\n', says: ['1:1: is YAML 1.1, must be 1.2'] },
  { file: 'name: !!str shop\n', says: ['1:13: name: tags are not allowed, got tag:yaml.org,2002:str'] },
  { file: 'name: shop\ndescription: !env X\n', says: ['2:19: description: tags are not allowed, got !env'] },
  {
    file: 'name: shop\nfoundation: {}\nservices: { w: { image: x, coldStart: { utilization: { max: 3, target: 0.123 } } } }\n',
    says: ['3:72: services.w.coldStart.utilization.target: must be a multiple of 0.01, got 0.123'],
  },
  {
    file: 'name: shop\ntopics: { t: { fifo: true } }\n',
    says: ['2:16: topics.t.fifo: there is no field fifo here (it has no fields)'],
  },
  {
    file: 'name: shop\ntags:\n  <<: { a: b }\n',
    says: ['3:3: tags: merge keys are not allowed (use an alias for a whole value)'],
  },
  {
    file: 'name: shop\ntables:\n  t: &t { partitionKey: { name: id, type: string } }\n  u: { <<: *t, retain: false }\n',
    says: ['4:8: tables.u: merge keys are not allowed (use an alias for a whole value)'],
  },
  { file: 'name: shop\ntags: { 5: x }\n', says: ['2:9: tags.5: keys must be strings (put it in quotes)'] },
  { file: 'name: shop\ntags: { ~: x }\n', says: ['2:9: tags.null: keys must be strings (put it in quotes)'] },
  {
    file: 'name: shop\ntags: { {a: b}: x }\n',
    says: ['2:9: tags.a list or a map: keys must be strings (put it in quotes)'],
  },
  { file: laughs, says: ['3:8: d.0.0: more than 100 aliases'] },
  {
    file: 'name: shop\ntags: &t { a: *t }\n',
    says: ['2:15: tags.a: the alias *t refers to a value that contains it'],
  },
  { file: 'name: *nope\n', says: ['1:7: name: there is no anchor &nope before this alias'] },
  { file: 'name: ' + '['.repeat(100_000), says: ['1:39: is nested too deeply (at most 32 levels)'] },
  {
    file: 'name: shop\ntags: ' + '['.repeat(40) + ']'.repeat(40) + '\n',
    says: ['2:39: is nested too deeply (at most 32 levels)'],
  },
  {
    file: 'name: shop\ntags:\n' + '- '.repeat(5_000) + 'x\n',
    says: ['3:65: is nested too deeply (at most 32 levels)'],
  },
  {
    file: 'name: shop\ntags: { account: 123456789012345678901 }\n',
    says: ['2:18: tags.account: a number this large loses digits (put it in quotes)'],
  },
];

export const names: readonly Wrong[] = [
  { file: 'description: x\n', says: ['1:1: name: is required'] },
  {
    file: 'name: Shop\n',
    says: [
      '1:7: name: must be 1 to 30 lower-case letters, digits and hyphens, begin with a letter and not end with a hyphen, got "Shop" (write shop)',
    ],
  },
  {
    file: 'name: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n',
    says: [
      '1:7: name: must be 1 to 30 lower-case letters, digits and hyphens, begin with a letter and not end with a hyphen, got "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"',
    ],
  },
  { file: 'name:\n', says: ['1:6: name: must be text, got nothing (write a value, or leave the field out)'] },
  { file: 'name: 5\n', says: ['1:7: name: must be text, got 5 (write "5" in quotes)'] },
  {
    file: 'name: shop\nfuntions: {}\n',
    says: ['2:1: funtions: an architecture has no field funtions (did you mean functions?)'],
  },
  {
    file: 'name: shop\nxyzzy: {}\n',
    says: [
      '2:1: xyzzy: an architecture has no field xyzzy (known fields: name, description, tags, targets, parameters, foundation, functions, services, apis, queues, topics, buckets, tables, secrets, alarms, outputs, divergences)',
    ],
  },
  {
    file: fn('memoryMib: 128'),
    says: ['7:5: functions.a.memoryMib: there is no field memoryMib here (did you mean memoryMiB?)'],
  },
  {
    file: 'name: shop\nfunctions:\n',
    says: ['2:11: functions: must be a map, got nothing (write a value, or leave the field out)'],
  },
  {
    file: 'name: shop\nfunctions:\n  Orders: { runtime: nodejs22, code: ./a, handler: h }\n',
    says: [
      '3:3: functions.Orders: must be 1 to 30 lower-case letters, digits and hyphens, begin with a letter and not end with a hyphen',
    ],
  },
  {
    file: 'name: shop\nfunctions:\n  a: { runtime: nodejs20, code: ./a, handler: h }\n',
    says: [
      '3:17: functions.a.runtime: must be one of nodejs22, nodejs24, python3.12, python3.13, python3.14, go1.26, go1.27, java21, java25, dotnet10, ruby3.4, ruby4.0, got "nodejs20" (did you mean nodejs22?)',
    ],
  },
  {
    file: 'name: shop\nfunctions:\n  a: { runtime: nodejs22 }\n',
    says: ['3:3: functions.a.code: is required', '3:3: functions.a.handler: is required'],
  },
  { file: fn('timeoutSeconds: 3601'), says: ['7:21: functions.a.timeoutSeconds: must be 1 to 3600, got 3601'] },
  { file: fn('memoryMiB: 0'), says: ['7:16: functions.a.memoryMiB: must be 128 to 32768, got 0'] },
  { file: fn('memoryMiB: 200.5'), says: ['7:16: functions.a.memoryMiB: must be a whole number, got 200.5'] },
  {
    file: fn('memoryMiB: "256"'),
    says: ['7:16: functions.a.memoryMiB: must be a number, got "256" (write 256 without quotes)'],
  },
  {
    file: fn('timeoutSeconds: 5m'),
    says: ['7:21: functions.a.timeoutSeconds: must be a number, got "5m" (use rate: 5m)'],
  },
  { file: fn('memoryMiB: .nan'), says: ['7:16: functions.a.memoryMiB: must be a number, got NaN'] },
  { file: fn('memoryMiB: .inf'), says: ['7:16: functions.a.memoryMiB: must be a number, got Infinity'] },
  {
    file: fn('logRetentionDays: 31'),
    says: [
      '7:23: functions.a.logRetentionDays: must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got 31',
    ],
  },
  {
    file: fn('http: publik'),
    says: ['7:11: functions.a.http: must be one of public, private, got "publik" (did you mean public?)'],
  },
  { file: fn('http: true'), says: ['7:11: functions.a.http: must be one of public, private, got true'] },
  {
    file: 'name: shop\nfunctions:\n  a: { runtime: nodejs22, code: [a], handler: h }\n',
    says: ['3:33: functions.a.code: must be text or a map, got a list'],
  },
  {
    file: 'name: shop\nfunctions:\n  a: { runtime: nodejs22, code: { aws: a, gpc: b }, handler: h }\n',
    says: ['3:43: functions.a.code.gpc: there is no field gpc here (did you mean gcp?)'],
  },
  { file: fn('environment: [A]'), says: ['7:18: functions.a.environment: must be a map, got a list'] },
  {
    file: fn('environment: { A-B: x }'),
    says: ['7:20: functions.a.environment.A-B: must be a letter or _, then letters, digits and _'],
  },
  {
    file: fn('environment: { A: { b: c } }'),
    says: ['7:23: functions.a.environment.A: must be text, a number or true or false, got a map'],
  },
  {
    file: fn('environment: { A: }'),
    says: ['7:23: functions.a.environment.A: must be text, a number or true or false, got nothing'],
  },
  {
    file: 'name: shop\ntargets: [aws-cdk, aws-tf]\n',
    says: ['2:20: targets.1: must be one of aws-cdk, gcp-cdktf, aws-pulumi, gcp-pulumi, got "aws-tf"'],
  },
  { file: 'name: shop\ntargets: []\n', says: ['2:10: targets: must not be empty'] },
  { file: 'name: shop\ntargets: [aws-cdk, aws-cdk]\n', says: ['2:20: targets.1: aws-cdk is listed twice'] },
  { file: 'name: shop\ntags: { cost: 5 }\n', says: ['2:15: tags.cost: must be text, got 5 (write "5" in quotes)'] },
  {
    file: `name: shop\ntags: { cost: ${'x'.repeat(64)} }\n`,
    says: ['2:15: tags.cost: must be at most 63 characters long, got 64'],
  },
];

export const references: readonly Wrong[] = [
  {
    file: fn('environment: { T: "${tables.t.name}" }'),
    says: ['7:23: functions.a.environment.T: there is no tables.t'],
  },
  {
    file: fn(
      'environment: { T: "${tables.ordres.name}" }',
      'tables: { orders: { partitionKey: { name: id, type: string } } }\n',
    ),
    says: ['7:23: functions.a.environment.T: there is no tables.ordres (did you mean tables.orders?)'],
  },
  {
    file: fn('environment: { T: "${tables.t.nmae}" }'),
    says: [
      '7:23: functions.a.environment.T: ${tables.t.nmae}: tables have no attribute nmae, only name (did you mean name?)',
    ],
  },
  {
    file: fn('environment: { T: "${table.t.name}" }'),
    says: [
      '7:23: functions.a.environment.T: ${table.t.name} is neither a parameter nor a reference (did you mean ${tables.t.name}?)',
    ],
  },
  {
    file: fn('environment: { T: "${queues.q.url}" }'),
    says: ['7:23: functions.a.environment.T: there is no queues.q'],
  },
  {
    file: fn('environment: { T: "${tables.t}" }'),
    says: ['7:23: functions.a.environment.T: ${tables.t} has no attribute (write ${tables.t.name})'],
  },
  {
    file: fn('environment: { T: "${HOME}" }'),
    says: [
      '7:23: functions.a.environment.T: ${HOME} is neither a parameter nor a reference (write ${parameters.<name>} or ${<kind>.<element>.<attribute>}; write a literal ${ as $${)',
    ],
  },
  {
    file: fn('environment: { T: "${tables.t.name" }'),
    says: ['7:23: functions.a.environment.T: ${tables.t.name has no closing brace (write a literal ${ as $${)'],
  },
  {
    file: fn('environment: { T: "${ tables.t.name }" }'),
    says: [
      '7:23: functions.a.environment.T: ${ tables.t.name } is neither a parameter nor a reference (did you mean ${tables.t.name}?)',
    ],
  },
  {
    file: 'name: shop\ndescription: "for ${functions.a.name}"\n',
    says: [
      '2:14: description: references aren\'t allowed here, got "for ${functions.a.name}" (use them in environment values and outputs; ${parameters.<name>} is allowed anywhere)',
    ],
  },
  {
    file: 'name: shop\ntags: { "${parameters.x}": y }\n',
    says: ["2:9: tags.${parameters.x}: parameters and references aren't allowed in a key"],
  },
  {
    file: fn('http: "${functions.a.name}"'),
    says: [
      '7:11: functions.a.http: references aren\'t allowed here, got "${functions.a.name}" (use them in environment values and outputs; ${parameters.<name>} is allowed anywhere)',
    ],
  },
  {
    file: fn('memoryMiB: "${functions.a.name}"'),
    says: [
      '7:16: functions.a.memoryMiB: references aren\'t allowed here, got "${functions.a.name}" (use them in environment values and outputs; ${parameters.<name>} is allowed anywhere)',
    ],
  },
  {
    file: 'name: shop\nfunctions:\n  a: { runtime: nodejs22, code: "${tables.t.name}", handler: h }\n',
    says: [
      '3:33: functions.a.code: references aren\'t allowed here, got "${tables.t.name}" (use them in environment values and outputs; ${parameters.<name>} is allowed anywhere)',
    ],
  },
  {
    file: fn('environment: { U: "${functions.b.url}" }', '  b: { runtime: go1.26, code: ./b, handler: bootstrap }\n'),
    says: ['7:23: functions.a.environment.U: functions.b has no url (set http: private or http: public)'],
  },
  {
    file: fn('environment: { U: "${services.w.url}" }', 'services: { w: { image: nginx } }\n'),
    says: ['7:23: functions.a.environment.U: services.w has no url (set ingress: public)'],
  },
  {
    file: fn('environment: { ME: "${functions.a.name}" }'),
    says: [
      '7:24: functions.a.environment.ME: circular references: functions.a → functions.a (break the circle: look the value up at run time, or pass it as a parameter)',
    ],
  },
  {
    file: fn(
      'environment: { B: "${functions.b.name}" }',
      '  b: { runtime: go1.26, code: ./b, handler: bootstrap, environment: { W: "${services.w.url}" } }\nservices: { w: { image: nginx, ingress: public, environment: { A: "${functions.a.arn}" } } }\n',
    ),
    says: [
      '9:67: services.w.environment.A: circular references: functions.a → functions.b → services.w → functions.a (break the circle: look the value up at run time, or pass it as a parameter)',
    ],
  },
];

export const uses: readonly Wrong[] = [
  { file: fn('uses: { tables.t: read }'), says: ['7:13: functions.a.uses.tables.t: there is no tables.t'] },
  { file: fn('uses: { t: read }'), says: ['7:13: functions.a.uses.t: must be <kind>.<name>, such as tables.orders'] },
  {
    file: fn('uses: { table.t: read }'),
    says: ['7:13: functions.a.uses.table.t: there is no kind table (did you mean tables?)'],
  },
  {
    file: fn('uses: { apis.t: read }'),
    says: [
      "7:13: functions.a.uses.apis.t: apis can't be used, only functions, services, queues, topics, buckets, tables, secrets",
    ],
  },
  {
    file: fn('uses: { tables.t: raed }', 'tables: { t: { partitionKey: { name: id, type: string } } }\n'),
    says: ['7:23: functions.a.uses.tables.t: must be one of read, write, readwrite, got "raed" (did you mean read?)'],
  },
  {
    file: fn('uses: { queues.jobs: send }', 'queues: { job: {} }\n'),
    says: ['7:13: functions.a.uses.queues.jobs: there is no queues.jobs (did you mean queues.job?)'],
  },
  {
    file: fn('', 'apis: { p: { routes: { get /x: functions.a } } }\n'),
    says: [
      '7:24: apis.p.routes.get /x: must be METHOD /path, such as GET /orders/{id}: a method of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS, ANY; letters, digits and ._~- or a whole {parameter} between slashes; {name+} only at the end (write GET /x)',
    ],
  },
  {
    file: fn('', 'apis: { p: { routes: { GET /x: functions.b } } }\n'),
    says: ['7:32: apis.p.routes.GET /x: there is no functions.b (known: functions.a)'],
  },
  {
    file: fn('', 'apis: { p: { routes: { GET /x: a } } }\n'),
    says: [
      '7:32: apis.p.routes.GET /x: must be functions.<name>, the function that answers, got "a" (write functions.a)',
    ],
  },
  {
    file: fn('', 'apis: { p: { routes: { "GET /x/{id}": functions.a, "GET /x/{name}": functions.a } } }\n'),
    says: ['7:52: apis.p.routes.GET /x/{name}: matches the same requests as GET /x/{id}'],
  },
  {
    file: fn('', 'apis: { p: { routes: { "GET /x/{id}/{id}": functions.a } } }\n'),
    says: ['7:24: apis.p.routes.GET /x/{id}/{id}: uses {id} twice'],
  },
  {
    file: fn('', 'apis: { p: { routes: { GET /x: { too: functions.a } } } }\n'),
    says: [
      '7:24: apis.p.routes.GET /x.to: is required',
      '7:34: apis.p.routes.GET /x.too: there is no field too here (did you mean to?)',
    ],
  },
  {
    file: fn('', 'apis: { p: { routes: { GET /x: [functions.a] } } }\n'),
    says: ['7:32: apis.p.routes.GET /x: must be text or a map, got a list'],
  },
  {
    file: fn('', 'apis: { p: { routes: { GET /x: services.w } } }\n'),
    says: ['7:32: apis.p.routes.GET /x: "services.w" is not supported yet'],
  },
  { file: 'name: shop\napis: { p: {} }\n', says: ['2:9: apis.p.routes: is required'] },
];

export const outputs: readonly Wrong[] = [
  {
    file: 'name: shop\noutputs: { x: hello }\n',
    says: ['2:15: outputs.x: must be one reference, such as ${apis.public.url}, got "hello"'],
  },
  {
    file: fn('', 'outputs: { x: "a-${functions.a.name}" }\n'),
    says: ['7:15: outputs.x: must be one reference, such as ${apis.public.url}, got "a-${functions.a.name}"'],
  },
  {
    file: fn('', 'outputs: { my-x: "${functions.a.name}" }\n'),
    says: ['7:12: outputs.my-x: must be a lower-case letter, then letters and digits (write myX)'],
  },
  {
    file: fn('', 'outputs: { toString: "${functions.a.name}" }\n'),
    says: ['7:12: outputs.toString: is a name that every object has: choose another name'],
  },
  {
    file: fn('', 'apis: { p: { routes: {} } }\n'),
    says: ['7:22: apis.p.routes: must have at least one route (GET /: functions.<name>)'],
  },
  {
    file: 'name: shop\ntables: { t: { partitionKey: { name: id, type: string }, sortKey: { name: id, type: number } } }\n',
    says: ['2:75: tables.t.sortKey.name: must differ from the partition key\'s attribute, got "id"'],
  },
  {
    file: fn('http: public', 'outputs: { aFunctionUrl: "${functions.a.name}" }\n'),
    says: ['8:12: outputs.aFunctionUrl: functions.a already has a default output with this name (choose another name)'],
  },
  {
    file: fn(
      'http: public',
      '  a-1: { runtime: go1.26, code: x, handler: h, http: public }\n  a1: { runtime: go1.26, code: x, handler: h, http: public }\n',
    ),
    says: ['9:3: functions.a1: becomes a1 without hyphens, as functions.a-1 does (rename one of them)'],
  },
];

export const elements: readonly Wrong[] = [
  {
    file: 'name: shop\nservices: { w: { image: nginx, cpu: 3 } }\n',
    says: ['2:37: services.w.cpu: must be one of 0.25, 0.5, 1, 2, 4, 8, got 3'],
  },
  {
    file: 'name: shop\nservices: { w: { image: nginx, healthCheck: { intervalSeconds: 5 } } }\n',
    says: ['2:32: services.w.healthCheck.timeoutSeconds: must be less than intervalSeconds (5), got 5'],
  },
  {
    file: 'name: shop\nservices: { w: { image: nginx, ingress: internal } }\n',
    says: ['2:41: services.w.ingress: "internal" is not supported yet'],
  },
  {
    file: 'name: shop\nservices: { w: { build: { context: . } } }\n',
    says: ['2:18: services.w.build: is not supported yet'],
  },
  {
    file: 'name: shop\nservices: { w: { image: nginx, path: x } }\n',
    says: ['2:38: services.w.path: must begin with /, got "x"'],
  },
  {
    file: 'name: shop\nservices: { w: { image: nginx, port: 70000 } }\n',
    says: ['2:38: services.w.port: must be 1 to 65535, got 70000'],
  },
  {
    file: 'name: shop\nservices: { w: { image: "" } }\n',
    says: ['2:25: services.w.image: must not be empty'],
  },
  {
    file: 'name: shop\nservices: { w: { image: nginx, command: [] } }\n',
    says: ['2:41: services.w.command: must not be empty'],
  },
  {
    file: 'name: shop\nfoundation: { ingress: { allow: [10.0.0.0] } }\n',
    says: ['2:34: foundation.ingress.allow.0: must be a range of IPv4 addresses, such as 10.0.0.0/8, got "10.0.0.0"'],
  },
  {
    file: 'name: shop\nfoundation: { network: { cidr: 10.0.5.0/12, natGateways: 3 } }\n',
    says: [
      '2:32: foundation.network.cidr: must be a range of /16 to /24, got /12 (an eighth of it is a subnet, in which a load balancer needs 8 free addresses)',
      '2:32: foundation.network.cidr: must begin with the first address of its range, got 10.0.5.0/12 (write 10.0.0.0/12)',
      '2:58: foundation.network.natGateways: must be at most the number of zones (2), got 3',
    ],
  },
  {
    file: 'name: shop\nfoundation: { network: { cidr: 10.0.0.0/16, existing: {} } }\n',
    says: [
      '2:45: foundation.network.existing: conflicts with cidr: only one of cidr, existing is allowed here (remove one of them; in an overlay, set cidr to null)',
    ],
  },
  ...[
    ['127.1.0.0/16', '127.0.0.0/8'],
    ['199.36.128.0/18', '199.36.153.0/24'],
  ].map(([cidr, special]) => ({
    file: `name: shop\nfoundation: { network: { cidr: ${cidr} } }\n`,
    says: [
      `2:32: foundation.network.cidr: must not overlap ${special}, which networks can't have, got ${cidr} (use a private range, such as 10.0.0.0/16)`,
    ],
  })),
  {
    file: 'name: shop\ntargets: [aws-cdk]\nfoundation: { network: { existing: { aws: { vpcId: vpc-01234567, publicSubnetIds: [subnet-01234567, subnet-01234568], availabilityZones: [eu-west-1a, eu-central-1b] } } } }\n',
    says: [
      '3:138: foundation.network.existing.aws.availabilityZones: must be zones of one region, got eu-west-1 and eu-central-1',
    ],
  },
  {
    file: 'name: shop\nfoundation: { network: { zones: 2 } }\n',
    says: ['2:24: foundation.network: must have one of cidr, existing'],
  },
  {
    file: 'name: shop\nfoundation: { from: platform }\n',
    says: ['2:15: foundation.from: is not supported yet'],
  },
  {
    file: 'name: shop\nfoundation: { network: defualt }\n',
    says: [
      '2:24: foundation.network: must be "default" or a map with cidr or existing, got "defualt" (did you mean default?)',
    ],
  },
  {
    file: 'name: shop\ntables: { t: { partitionKey: { name: id, type: int } } }\n',
    says: ['2:48: tables.t.partitionKey.type: must be one of string, number, got "int" (did you mean number?)'],
  },
  {
    file: 'name: shop\ntables: { t: { partitionKey: { name: 1x, type: string } } }\n',
    says: ['2:38: tables.t.partitionKey.name: must be a letter or _, then up to 254 letters, digits and _.-, got "1x"'],
  },
  {
    file: 'name: shop\ntables: { t: { existing: { aws: x } } }\n',
    says: [
      '2:33: tables.t.existing.aws: must be a table\'s ARN, such as arn:aws:dynamodb:eu-west-1:111122223333:table/orders, got "x"',
    ],
  },
  {
    file: fn('coldStart: { provisioned: 0 }'),
    says: ['7:31: functions.a.coldStart.provisioned: must be 1 to 1000, got 0'],
  },
  {
    file: fn('coldStart: { warming: { instances: 1 }, provisioned: 2 }'),
    says: [
      '7:18: functions.a.coldStart.warming: conflicts with provisioned: warming keeps workers warm by invoking them, provisioned keeps them warm without invocations (keep one of them)',
    ],
  },
  {
    file: fn('coldStart: { warming: { instances: 5 }, dynamic: { min: 1, max: 3 } }'),
    says: [
      '7:18: functions.a.coldStart.warming: conflicts with dynamic: warming keeps workers warm by invoking them, dynamic keeps them warm without invocations (remove dynamic.min or warming)',
      '7:40: functions.a.coldStart.warming.instances: must be at most dynamic.max (3), got 5',
    ],
  },
  {
    file: fn('coldStart: { provisioned: 2, scheduled: [{ name: a, start: "0 1 * * *", end: "0 2 * * *", min: 3 }] }'),
    says: [
      '7:34: functions.a.coldStart.scheduled: conflicts with provisioned: provisioned means a fixed number, scheduled more in its windows (use dynamic: { min: … } instead of provisioned)',
    ],
  },
  {
    file: fn('coldStart: { warming: { instances: 0, every: 7m } }'),
    says: [
      '7:40: functions.a.coldStart.warming.instances: must be 1 to 1000, got 0',
      '7:50: functions.a.coldStart.warming.every: must be <n>m with n dividing 60, <n>h with n dividing 24, or 1d, such as 5m, got "7m"',
    ],
  },
  {
    file: fn('coldStart: { provisioned: 5, dynamic: { max: 5 } }'),
    says: [
      '7:34: functions.a.coldStart.dynamic: conflicts with provisioned: provisioned means a fixed number, dynamic as many as the load requires (keep one of them)',
    ],
  },
  {
    file: fn('coldStart: { dynamic: { min: 6, max: 5 } }'),
    says: ['7:34: functions.a.coldStart.dynamic.min: must be at most max (5), got 6'],
  },
  {
    file: fn('coldStart: { utilization: { min: 2, target: 0.95 } }'),
    says: [
      '7:18: functions.a.coldStart.utilization.max: is required',
      '7:49: functions.a.coldStart.utilization.target: must be 0.1 to 0.9, got 0.95',
    ],
  },
  {
    file: 'name: shop\nqueues: { jobs: { existing: { aws: x } } }\n',
    says: [
      '2:36: queues.jobs.existing.aws: must be a queue\'s ARN, such as arn:aws:sqs:eu-west-1:111122223333:jobs, got "x"',
    ],
  },
];

export const parameters: readonly Wrong[] = [
  {
    file: 'name: shop\nparameters: { region: { type: string } }\n',
    says: [
      '2:15: parameters.region: is reserved; reserved names: architecture, cloud, env, project, region, withoutCode',
    ],
  },
  {
    file: 'name: shop\nparameters: { my-x: { type: string } }\n',
    says: ['2:15: parameters.my-x: must be a lower-case letter, then letters and digits (write myX)'],
  },
  {
    file: 'name: shop\nparameters: { x: { type: int } }\n',
    says: ['2:26: parameters.x.type: must be one of string, number, boolean, got "int" (did you mean number?)'],
  },
  {
    file: 'name: shop\nparameters: { x: { type: number, default: five } }\n',
    says: ['2:43: parameters.x.default: must be a number, the parameter\'s type, got "five"'],
  },
  {
    file: 'name: shop\nparameters: { x: { type: string, default: "${parameters.y}" } }\n',
    says: ["2:43: parameters.x.default: parameters and references aren't allowed here (write a literal ${ as $${)"],
  },
  {
    file: 'name: shop\nparameters: [x]\n',
    says: ['2:13: parameters: must be a map, got a list (write `name: value`, without "- ")'],
  },
  {
    file: fn('memoryMiB: ${parameters.memry}'),
    says: ['7:16: functions.a.memoryMiB: there is no parameter memry (declare it in parameters)'],
  },
  {
    file: 'parameters: { memory: { type: number } }\n' + fn('memoryMiB: ${parameters.memry}'),
    says: ['8:16: functions.a.memoryMiB: there is no parameter memry (did you mean memory?)'],
  },
  {
    file: 'name: shop\nparameters: { dbUrl: { type: string }, dbURL: { type: string } }\n',
    says: ['2:40: parameters.dbURL: uses the same environment variable as dbUrl: TRIPTYCH_DB_URL'],
  },
  {
    file: 'parameters: { image: { type: string } }\nname: shop\nservices: { w: { image: "${parameters.image}" } }\n',
    says: [
      "3:25: services.w.image: is required, but parameter image has no value (set it with --param image=…, your engine's context or configuration, or TRIPTYCH_IMAGE, or give it a default)",
    ],
  },
  {
    file: 'parameters: { tag: { type: string } }\nname: shop\nservices: { w: { image: "nginx:${parameters.tag}" } }\n',
    says: [
      "3:25: services.w.image: parameter tag has no value (set it with --param tag=…, your engine's context or configuration, or TRIPTYCH_TAG, or give it a default)",
    ],
  },
  {
    file: 'parameters: { cidr: { type: string } }\nname: shop\nfoundation: { ingress: { allow: ["${parameters.cidr}"] } }\n',
    says: [
      "3:34: foundation.ingress.allow.0: parameter cidr has no value (set it with --param cidr=…, your engine's context or configuration, or TRIPTYCH_CIDR, or give it a default)",
    ],
  },
  {
    file: 'parameters: { n: { type: number } }\n' + fn('memoryMiB: ${parameters.n}'),
    flags: ['n=abc'],
    says: ['1:18: parameters.n: must be a number in JSON notation, got "abc" from --param n'],
  },
  {
    file: 'parameters: { n: { type: number } }\n' + fn('memoryMiB: ${parameters.n}'),
    flags: ['n=1'],
    says: ['8:16: functions.a.memoryMiB: must be 128 to 32768, got 1 (parameter n, from --param n)'],
  },
  {
    file: 'parameters: { n: { type: number } }\n' + fn('memoryMiB: ${parameters.n}'),
    flags: ['n=0x100'],
    says: ['1:18: parameters.n: must be a number in JSON notation, got "0x100" from --param n'],
  },
  {
    file: 'parameters: { b: { type: boolean } }\nname: shop\n',
    flags: ['b=yes'],
    says: ['1:18: parameters.b: must be true or false, got "yes" from --param b'],
  },
  {
    file: 'parameters: { count: { type: number } }\nname: shop\n',
    flags: ['conut=5'],
    says: ['1:1: parameters: --param conut matches no parameter (did you mean count?)'],
  },
  {
    file: 'parameters: { s: { type: string, default: big } }\n' + fn('memoryMiB: ${parameters.s}'),
    says: ['8:16: functions.a.memoryMiB: must be a number, got "big" (the default of parameter s)'],
  },
  {
    file: 'parameters: { n: { type: number, default: 5 } }\n' + fn('memoryMiB: ${parameters.n}'),
    says: ['8:16: functions.a.memoryMiB: must be 128 to 32768, got 5 (the default of parameter n)'],
  },
];

export const many: readonly Wrong[] = [
  {
    file: 'name: Shop\nfunctions:\n  a: { runtime: nodejs2, memoryMib: 5 }\n  b: { runtime: go1.26, code: x, handler: h, uses: { tables.x: read } }\nqueues: []\n',
    says: [
      '1:7: name: must be 1 to 30 lower-case letters, digits and hyphens, begin with a letter and not end with a hyphen, got "Shop" (write shop)',
      '3:3: functions.a.code: is required',
      '3:3: functions.a.handler: is required',
      '3:17: functions.a.runtime: must be one of nodejs22, nodejs24, python3.12, python3.13, python3.14, go1.26, go1.27, java21, java25, dotnet10, ruby3.4, ruby4.0, got "nodejs2" (did you mean nodejs22?)',
      '3:26: functions.a.memoryMib: there is no field memoryMib here (did you mean memoryMiB?)',
      '4:54: functions.b.uses.tables.x: there is no tables.x',
      '5:9: queues: must be a map, got a list (write `name: value`, without "- ")',
    ],
  },
];
