import { awsProblems } from '../../../lib/cloud/aws/limits';
import { architectureSpec, type ArchitectureSpec } from '../../../lib/model/architecture';
import { formatPath } from '../../../lib/model/problem';
import { TextWithReferences } from '../../../lib/model/text';

type Rest = Partial<ArchitectureSpec>;

const code = { runtime: 'nodejs22', code: 'code', handler: 'index.handler' } as const;
const withFunction = (spec: object): Rest => ({ functions: { report: { ...code, ...spec } } });
const withServices = (services: Record<string, object>): Rest => ({
  foundation: { ingress: { insecure: true } },
  services: Object.fromEntries(
    Object.entries(services).map(([name, spec]) => [name, { image: 'nginx', ingress: 'public', ...spec }]),
  ) as ArchitectureSpec['services'],
});
const withService = (spec: object): Rest => withServices({ web: spec });
const many = <T>(count: number, make: (index: number) => readonly [string, T]): Record<string, T> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => make(index)));

function said(rest: Rest): string[] {
  return awsProblems(architectureSpec.parse({ name: 'shop', ...rest })).map(
    ({ severity = 'error', path, message, hint }) =>
      `${severity === 'error' ? '' : 'warning: '}${formatPath(path)}: ${message}${hint ? ` (${hint})` : ''}`,
  );
}

const https = {
  aws: { certificateArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/12345678-1234-1234-1234-123456789012' },
};
const hosted = { image: 'nginx', ingress: 'public', host: 'a.example.com' } as const;
const ranges = (count: number) => Array.from({ length: count }, (_, index) => `10.0.${index}.0/24`);
const bothWays =
  '(write https: {aws: {certificateArn: …}} for HTTPS with a certificate of AWS Certificate Manager, or insecure: true for plain HTTP)';

/** What is said of public services, at the first. */
const inClearText = (name: string, others = '') =>
  `warning: services.${name}.ingress: is plain HTTP on port 80 of the load balancer on aws: requests and responses travel in clear text${others} ` +
  '(use foundation.ingress.https with a certificate of a domain, or send no personal data or credentials)';

/** What is said beside that of public services. */
const saidBeside = (rest: Rest): string[] => {
  return said(rest).filter((one) => !/^warning: services\.\w+\.ingress: is plain HTTP/.test(one));
};
const window = (workers: { readonly min: number; readonly max?: number }) => ({
  name: 'office',
  start: '0 8 * * *',
  end: '0 18 * * *',
  ...workers,
});

/** What is said of all functions that reserve or provision concurrency, at the one that takes most. */
const concurrency = (where: string, total: number) =>
  `warning: functions.${where}: functions take ${total} of the account's concurrent executions for themselves on aws, and Lambda keeps 100 for all others: deploying requires a quota of ${total + 100} or more (by default it is 1000, in new accounts as low as 10; look up "Concurrent executions" in Service Quotas: aws service-quotas get-service-quota --service-code lambda --quota-code L-B99A9384)`;

const reservedBy = (service: string) => `is reserved by ${service} (choose another name)`;
const reservedByEcs = 'is reserved by ECS on AWS (choose another name)';

const splitIt =
  "(CloudFormation's limit for one stack; split the architecture into ones that do not refer to each other, or use aws-pulumi, which has no such limit)";
const manyTables = (count: number) => many(count, (index) => [`tables.t${index}`, 'readwrite' as const]);

/** A function with a public URL that topics and buckets invoke as well. */
const calledBy = (count: number): Rest => ({
  ...withFunction({
    http: 'public',
    triggers: [
      ...Array.from({ length: count - 12 }, (_, index) => ({ topic: `t${index}` })),
      ...Array.from({ length: 10 }, (_, index) => ({ bucket: `b${index}`, on: ['created'] })),
    ],
  }),
  topics: many(count - 12, (index) => [`t${index}`, {}]),
  buckets: many(10, (index) => [`b${index}`, {}]),
});

const tableName = { kind: 'tables', element: 'orders', attribute: 'name' } as const;

const sharing = (name: string, queues: number, most: number, reserved: number) =>
  `warning: functions.${name}.triggers: hand over messages of ${queues} queues for up to ${most} workers at a time on aws, and the function has ${reserved} (a message for which no worker is free counts as delivered, so it can become a dead letter: give each queue a function of its own)`;

const failing: readonly (readonly [what: string, Rest, ...says: string[]])[] = [
  [
    'more than a schedule hands over',
    withFunction({ triggers: [{ rate: '5m', input: 'x'.repeat(262_143) }] }),
    "functions.report.triggers.0.input: must be at most 262144 bytes of JSON on aws, got 262145 (EventBridge Scheduler's limit; ship large values with the code)",
  ],
  [
    'messages that come again while they are worked off',
    { ...withFunction({ triggers: [{ queue: 'jobs' }] }), queues: { jobs: { timeoutSeconds: 59 } } },
    "queues.jobs.timeoutSeconds: must be at least 60, its consumer's timeout, on aws, got 59 (leave it out: the default is six times the consumer's timeout)",
  ],
  [
    'a prefix that fits into no pattern',
    withFunction({ triggers: [{ bucket: 'uploads', on: ['created'], prefix: '"'.repeat(1_000) }] }),
    "functions.report.triggers.0.prefix: must keep the event pattern at 2048 characters or less on aws, got 2201 (EventBridge's limit; use a shorter prefix)",
  ],
  [
    'memory that Lambda does not give',
    withFunction({ memoryMiB: 20_000 }),
    "functions.report.memoryMiB: must be 128 to 10240 on aws, got 20000 (Lambda's limit; use a service)",
  ],
  [
    'a timeout that Lambda does not wait for',
    withFunction({ timeoutSeconds: 1_200 }),
    "functions.report.timeoutSeconds: must be 1 to 900 on aws, got 1200 (Lambda's limit; split the work, or use a service)",
  ],
  [
    'code and handler for another cloud only',
    withFunction({ code: { gcp: 'x' }, handler: { gcp: 'x' } }),
    'functions.report.code: is required for aws (write {aws: …, gcp: …}, or leave the AWS targets out of `targets`)',
    'functions.report.handler: is required for aws (write {aws: …, gcp: …}, or leave the AWS targets out of `targets`)',
  ],
  [
    'a handler with a space in it',
    withFunction({ handler: 'index handler' }),
    'functions.report.handler: must be 1 to 128 characters without spaces on aws, got "index handler"',
  ],
  [
    'names that the cloud sets itself',
    withFunction({ environment: { AWS_REGION: 'x', AWS_LAMBDA_RUNTIME_API: 'x', Ref: 'x', _HANDLER: 'x' } }),
    ...['AWS_REGION', 'AWS_LAMBDA_RUNTIME_API', 'Ref', '_HANDLER'].map(
      (name) =>
        `functions.report.environment.${name}: ${reservedBy(name === 'Ref' ? 'CloudFormation on AWS' : 'Lambda on AWS')}`,
    ),
  ],
  [
    'a name that Lambda does not take',
    withFunction({ environment: { _X: '1', Y: '2' } }),
    ...['_X', 'Y'].map(
      (name) => `functions.report.environment.${name}: must be two characters or more and begin with a letter on aws`,
    ),
  ],
  [
    'an environment that is too large',
    withFunction({ environment: { AB: 'ü'.repeat(2_040), CD: '' } }),
    "functions.report.environment: must be at most 4096 bytes of JSON on aws, got about 4097 (Lambda's limit; ship large values with the code)",
  ],
  [
    'an environment that is too large in JSON',
    withFunction({ environment: { AB: '"'.repeat(2_044) } }),
    "functions.report.environment: must be at most 4096 bytes of JSON on aws, got about 4097 (Lambda's limit; ship large values with the code)",
  ],
  [
    'an environment that is too large with the shortest reference',
    {
      ...withFunction({ environment: { AB: 'x'.repeat(4_080), CD: new TextWithReferences([tableName]) } }),
      tables: { orders: { partitionKey: { name: 'id', type: 'string' } } },
    },
    "functions.report.environment: must be at most 4096 bytes of JSON on aws, got about 4161 (Lambda's limit; ship large values with the code)",
  ],
  [
    'an environment that can be too large with what its references become',
    {
      ...withFunction({
        environment: {
          AB: 'x'.repeat(4_030),
          CD: new TextWithReferences([tableName]),
        },
      }),
      tables: { orders: { partitionKey: { name: 'id', type: 'string' } } },
    },
    "warning: functions.report.environment: should be at most 4096 bytes of JSON on aws, got up to about 4111 (Lambda's limit; ship large values with the code)",
  ],
  [
    'an environment that can be too large with the identifiers of its secrets',
    { ...withFunction({ environment: { AB: 'x'.repeat(3_953) }, secrets: { KEY: 'key' } }), secrets: { key: {} } },
    "warning: functions.report.environment: should be at most 4096 bytes of JSON on aws, got up to about 4111 (Lambda's limit; ship large values with the code)",
  ],
  [
    'names of secrets that Lambda sets itself, or does not take',
    { ...withFunction({ secrets: { AWS_REGION: 'key', A: 'key' } }), secrets: { key: {} } },
    `functions.report.secrets.AWS_REGION: ${reservedBy('Lambda on AWS')}`,
    'functions.report.secrets.A: must be two characters or more and begin with a letter on aws',
  ],
  [
    'names of secrets that ECS sets itself',
    { ...withService({ secrets: { ECS_AGENT_URI: 'key' } }), secrets: { key: {} } },
    `services.web.secrets.ECS_AGENT_URI: ${reservedByEcs}`,
  ],
  [
    'messages that are held for less than Lambda wants',
    {
      functions: {
        a: { ...code, triggers: [{ queue: 'less' }, { queue: 'enough' }] },
        b: { ...code, triggers: [{ queue: 'few' }] },
      },
      queues: { less: { timeoutSeconds: 59 }, enough: { timeoutSeconds: 360 }, few: { timeoutSeconds: 359 } },
    },
    "queues.less.timeoutSeconds: must be at least 60, its consumer's timeout, on aws, got 59 (leave it out: the default is six times the consumer's timeout)",
    "warning: queues.few.timeoutSeconds: should be at least 360, six times its consumer's timeout, on aws, got 359 (leave it out: the default is six times the consumer's timeout)",
  ],
  ...(
    [
      ['nodejs22', 'index', 'file.export, such as index.handler'],
      ['nodejs22', 'index.handler.', 'file.export, such as index.handler'],
      ['nodejs22', '.handler', 'file.export, such as index.handler'],
      ['nodejs22', 'a.b/index', 'file.export, such as index.handler'],
      ['nodejs24', '../index.handler', 'file.export, such as index.handler'],
      ['python3.13', 'main', 'module.function, such as main.handler'],
      ['python3.13', 'src..main.handler', 'module.function, such as main.handler'],
      ['ruby3.4', 'app', 'file.method or file.Class.method, such as app.handler'],
      ['ruby3.4', 'app.A.b.c', 'file.method or file.Class.method, such as app.handler'],
      ['java21', 'com.example.', 'package.Class or package.Class::method, such as com.example.Orders::handle'],
      ['java25', 'com.example.A::', 'package.Class or package.Class::method, such as com.example.Orders::handle'],
      ['dotnet10', 'Orders::Handle', 'Assembly or Assembly::Namespace.Class::Method'],
    ] as const
  ).map(
    ([runtime, handler, form]) =>
      [
        `the handler ${handler} for ${runtime}`,
        withFunction({ runtime, handler }),
        `functions.report.handler: must be ${form}, for ${runtime} on aws, got "${handler}" (with another handler, every call would fail)`,
      ] as const,
  ),
  [
    'concurrency that functions reserve or provision',
    {
      functions: {
        a: { ...code, coldStart: { provisioned: 400 } },
        b: { ...code, coldStart: { dynamic: { min: 2, max: 100 }, scheduled: [window({ min: 20, max: 501 })] } },
        c: { ...code, coldStart: { scheduled: [window({ min: 3 })] } },
        d: { ...code, coldStart: { dynamic: { min: 4 } } },
        e: { ...code, coldStart: { warming: { instances: 9 } } },
      },
    },
    concurrency('b.coldStart.dynamic', 908),
  ],
  [
    'a single warm worker',
    withFunction({ coldStart: { provisioned: 1 } }),
    concurrency('report.coldStart.provisioned', 1),
  ],
  [
    'concurrency in windows only',
    withFunction({ coldStart: { scheduled: [window({ min: 3 })] } }),
    concurrency('report.coldStart.scheduled', 3),
  ],
  [
    'a consumer that may have one worker only',
    {
      ...withFunction({ triggers: [{ queue: 'jobs' }], coldStart: { dynamic: { max: 1 } } }),
      queues: { jobs: {} },
    },
    concurrency('report.coldStart.dynamic', 1),
    'warning: functions.report.coldStart.dynamic.max: should be 2 or more on aws where a queue is among the triggers, got 1 (an event source of Lambda hands over messages for 2 workers at least; with fewer, messages are throttled and can become dead letters)',
  ],
  [
    'few deliveries to a consumer with a maximum',
    {
      functions: {
        a: { ...code, triggers: [{ queue: 'few' }, { queue: 'five' }], coldStart: { utilization: { max: 2 } } },
        b: { ...code, triggers: [{ queue: 'free' }], coldStart: { dynamic: { min: 1 } } },
      },
      queues: { few: { maxDeliveryAttempts: 4 }, five: {}, free: { maxDeliveryAttempts: 1 } },
    },
    concurrency('a.coldStart.utilization', 3),
    sharing('a', 2, 4, 2),
    "warning: queues.few.maxDeliveryAttempts: should be 5 or more on aws where the consumer has a maximum of workers, got 4 (AWS's recommendation: a message that is throttled counts as delivered)",
  ],
  [
    'three queues for one worker',
    {
      ...withFunction({
        triggers: [{ queue: 'a' }, { queue: 'b' }, { queue: 'c' }],
        coldStart: { dynamic: { min: 1, max: 1 } },
      }),
      queues: { a: {}, b: {}, c: {} },
    },
    concurrency('report.coldStart.dynamic', 1),
    'warning: functions.report.coldStart.dynamic.max: should be 2 or more on aws where a queue is among the triggers, got 1 (an event source of Lambda hands over messages for 2 workers at least; with fewer, messages are throttled and can become dead letters)',
    sharing('report', 3, 6, 1),
  ],
  [
    'a service without ground',
    { services: { web: { image: 'nginx' } } },
    'services.web: requires a foundation on aws (add `foundation: {}`)',
  ],
  [
    'memory that Fargate does not give to so little CPU',
    withService({ cpu: 0.25, memoryMiB: 4_096 }),
    'services.web.memoryMiB: must be one of 512, 1024, 2048 for 0.25 CPU on aws, got 4096 (Fargate allows more memory only with more CPU)',
  ],
  [
    'memory between two steps',
    withService({ cpu: 8, memoryMiB: 17_000, ingress: 'none' }),
    "services.web.memoryMiB: must be 16384 to 61440 in steps of 4096 for 8 CPU on aws, got 17000 (Fargate's next larger size is 20480)",
    'warning: services.web.coldStart.provisioned: services may use 8 vCPUs in total; an account on aws has 6 by default (request a higher Fargate quota from AWS before you deploy)',
  ],
  [
    'names that ECS sets itself',
    withService({ environment: { ECS_AGENT_URI: 'x', AWS_REGION: 'x' } }),
    `services.web.environment.ECS_AGENT_URI: ${reservedByEcs}`,
  ],
  [
    'a pattern where a host belongs',
    withService({ host: '*.example.com' }),
    `services.web.host: must be a host name on aws, got "*.example.com" (it becomes the host of the service's URL: letters, digits, hyphens and dots, without wildcards)`,
  ],
  [
    'a path that no rule takes',
    withService({ path: '/a b' }),
    'services.web.path: must be letters, digits and _-.$/~"\'@:+& with the wildcards * and ? on aws, got "/a b"',
  ],
  [
    'too many wildcards',
    withService({ path: '/*/*/*/*/*/*' }),
    'services.web.path: must have at most 5 wildcards on aws, got 6',
  ],
  [
    'a health check where no URL leads',
    withService({ healthCheck: { path: '/ü' } }),
    'services.web.healthCheck.path: must be at most 1024 visible ASCII characters on aws, got "/ü"',
  ],
  [
    'one priority for two services',
    withServices({ a: { path: '/a', priority: 7 }, b: { path: '/b', priority: 7 } }),
    'services.b.priority: must be unique on aws: services.a also has priority 7 (choose another priority, or leave it out)',
  ],
  [
    'one host and path for two services',
    withServices({ a: { host: 'Shop.example.com', path: '/x' }, b: { host: 'shop.example.com', path: '/x' } }),
    expect.stringMatching(/^services\.[ab]: never receives requests on aws: services\.[ab] matches them first/),
  ],
  [
    'a service in the shadow of a wider one',
    withServices({ all: { priority: 1 }, shop: { host: 'shop.example.com', path: '/x/*' } }),
    'services.shop: never receives requests on aws: services.all matches them first (give it another host or path, or a smaller priority)',
  ],
  [
    'more rules than a load balancer takes',
    withServices(many(101, (index) => [`s${index}`, { path: `/${index}` }])),
    'warning: services.s0.coldStart.provisioned: services may use 25.25 vCPUs in total; an account on aws has 6 by default (request a higher Fargate quota from AWS before you deploy)',
    'services: must be at most 100 services with ingress: public on aws, got 101 (the limit of rules on a load balancer)',
    `services: the architecture must have at most 500 resources on aws-cdk, got 822: 808 for services (101), 14 for the foundation ${splitIt}`,
  ],
  [
    'more functions than a stack takes',
    { functions: many(84, (index) => [`f${index}`, { ...code, http: 'public' as const }]) },
    `functions: the architecture must have at most 500 resources on aws-cdk, got 672: 672 for functions (84) ${splitIt}`,
  ],
  [
    'more outputs than a stack takes',
    { targets: ['aws-cdk'], topics: { t: {} }, outputs: many(201, (index) => [`o${index}`, '${topics.t.arn}']) },
    `outputs: must be at most 200 on aws-cdk, got 201: 201 in outputs, 0 for URLs of public elements ${splitIt}`,
  ],
  [
    'larger inputs than a template has room for',
    {
      queues: { lost: {} },
      ...withFunction({
        triggers: ['1m', '2m', '3m', '4m', '5m'].map((rate) => ({ rate, input: { text: 'x'.repeat(220_000) } })),
        retry: { deadLetter: 'lost' },
      }),
    },
    expect.stringMatching(
      /^functions: the template must be at most 1000000 bytes on aws-cdk, got about 11\d{5}: 1100\d{3} for triggers, \d+ for resources \(CloudFormation's limit; let the code read large values from a bucket, use fewer tags, or use aws-pulumi, which has no such limit\)$/,
    ),
  ],
  [
    'more tags than a template has room for',
    {
      targets: ['aws-cdk'],
      tags: many(50, (index) => [`${'k'.repeat(60)}${index}`, 'v'.repeat(63)]),
      topics: many(120, (index) => [`t${index}`, {}]),
    },
    expect.stringMatching(
      /^warning: tags: the template should be at most 1000000 bytes on aws-cdk, got about 10\d{5}: \d+ for tags, \d+ for resources \(CloudFormation's limit;/,
    ),
  ],
  [
    'as many resources as a stack has room for without that of CDK',
    { targets: ['aws-cdk'], topics: many(500, (index) => [`t${index}`, {}]) },
    'warning: topics: the architecture has 500 resources on aws-cdk, as many as a stack can have (an app of your own needs `analyticsReporting: false`, because CDK adds a resource about itself)',
  ],
  [
    'uses of more tables than a policy takes',
    withFunction({ uses: manyTables(40) }),
    "functions.report.uses: must keep the policy of its role at 10240 characters or less on aws, got 13863 or more (IAM's limit for inline policies; let it use fewer elements, or split it)",
  ],
  [
    'uses of more tables than the policy of a task takes',
    withService({ uses: manyTables(40) }),
    "services.web.uses: must keep the policy of its role at 10240 characters or less on aws, got 13698 or more (IAM's limit for inline policies; let it use fewer elements, or split it)",
  ],
  [
    'uses of tables for which a policy has room if their names are short',
    withFunction({ uses: manyTables(27) }),
    "warning: functions.report.uses: should keep the policy of its role at 10240 characters or less on aws, got up to about 10988 (IAM's limit for inline policies; let it use fewer elements, or split it)",
  ],
  [
    'more callers than the policy of an alias takes',
    calledBy(70),
    "functions.report: must keep the policy with its callers at 20480 bytes or less on aws, got 21744 or more for 70 callers (Lambda's limit for topics, buckets and APIs that invoke a function; let fewer of them invoke it, or split it)",
  ],
  [
    'callers for which the policy of an alias has room if their names are short',
    calledBy(50),
    "warning: functions.report: should keep the policy with its callers at 20480 bytes or less on aws, got up to about 24692 for 50 callers (Lambda's limit for topics, buckets and APIs that invoke a function; let fewer of them invoke it, or split it)",
  ],
  [
    'more routes than an API takes',
    {
      ...withFunction({}),
      apis: { main: { routes: many(301, (index) => [`GET /${index}`, 'functions.report' as const]) } },
    },
    'apis.main.routes: must be at most 300 routes on aws, got 301 (use parameters or {proxy+}, or a second API)',
  ],
  [
    'a range that does not begin where it says',
    { foundation: { ingress: { allow: ['10.1.2.3/8', '192.168.0.0/16'], insecure: true } } },
    'foundation.ingress.allow.0: must begin with the first address of its range on aws, got 10.1.2.3/8 (write 10.0.0.0/8)',
  ],
  [
    'more ranges than a security group takes',
    { foundation: { ingress: { allow: ranges(61), insecure: true } } },
    'foundation.ingress.allow: must be at most 60 ranges on aws, got 61',
  ],
  [
    'more ranges than a security group takes at two ports',
    { foundation: { ingress: { allow: ranges(31), https } } },
    'foundation.ingress.allow: must be at most 30 ranges with https on aws, got 31 (a security group has 60 rules, one for each range and port)',
  ],
  [
    'a public service without a choice between HTTPS and plain HTTP',
    { foundation: {}, services: { web: { image: 'nginx' }, shown: { image: 'nginx', ingress: 'public' } } },
    `foundation.ingress: needs \`https\` or \`insecure: true\` on aws, because services.shown is public ${bothWays}`,
  ],
  [
    'ranges without that choice',
    { foundation: { ingress: { allow: ['10.0.0.0/8'] } } },
    `foundation.ingress: needs \`https\` or \`insecure: true\` on aws, because \`allow\` is given ${bothWays}`,
  ],
  [
    'HTTPS without a certificate for AWS',
    { foundation: { ingress: { https: {} } } },
    'foundation.ingress.https: must name a certificate on aws, got none (write https: {aws: {certificateArn: …}}, or remove the AWS targets from `targets`)',
  ],
  [
    'a certificate of another region than the network',
    {
      foundation: {
        ingress: { https },
        network: {
          existing: {
            aws: {
              vpcId: 'vpc-0a1b2c3d4e5f67890',
              publicSubnetIds: ['subnet-0a1b2c3d4e5f67890', 'subnet-0a1b2c3d4e5f67891'],
              availabilityZones: ['us-east-1a', 'us-east-1b'],
            },
          },
        },
      },
    },
    'foundation.ingress.https.aws.certificateArn: must be in the region of the network, us-east-1, got eu-west-1 (request the certificate in us-east-1, too: a load balancer uses certificates of its own region)',
  ],
  ['tags that AWS keeps for itself', { tags: { 'AWS:team': 'x' } }, 'tags.AWS:team: must not begin with aws: on aws'],
  [
    'tags with other characters',
    { tags: { 'a;b': 'x', team: 'a,b' } },
    'tags.a;b: must be letters, digits, spaces and _.:/=+-@ on aws',
    'tags.team: must be letters, digits, spaces and _.:/=+-@ on aws, got "a,b"',
  ],
  ['too many tags', { tags: many(51, (index) => [`t${index}`, 'x']) }, 'tags: must be at most 50 tags on aws, got 51'],
];

const passing: readonly (readonly [what: string, Rest])[] = [
  ['nothing', {}],
  ['what Lambda just gives', withFunction({ memoryMiB: 10_240, timeoutSeconds: 900, environment: { AB: 'x' } })],
  ['an environment that just fits', withFunction({ environment: { AB: 'x'.repeat(4_087) } })],
  ...(
    [
      ['nodejs22', 'index.handler'],
      ['nodejs22', 'src/a-b/index.handlers.main'],
      ['python3.13', 'src.main.handler'],
      ['python3.13', 'src/main.handler'],
      ['ruby3.4', 'app.Module::Class.handler'],
      ['java21', 'com.example.Orders$Inner::handle'],
      ['java21', 'Orders'],
      ['dotnet10', 'Orders'],
      ['dotnet10', 'Orders.Lambda::Orders.Lambda.Function::Handle'],
      ['go1.26', 'bootstrap'],
      ['go1.26', 'any.thing.'],
    ] as const
  ).map(([runtime, handler]) => [`the handler ${handler} for ${runtime}`, withFunction({ runtime, handler })] as const),
  [
    'variables that only look like those of ECS',
    withService({ environment: { ECS_CLUSTER: 'x', ECS_SERVICE_NAME: 'x', AWS_CONTAINER_NAME: 'x' } }),
  ],
  ['workers that are kept warm by calls', withFunction({ coldStart: { warming: { instances: 900 } } })],
  ['the largest task', withServices({ web: { cpu: 4, memoryMiB: 30_720 } })],
  ['tags in other letters', { tags: { größe: 'sehr groß' } }],
  [
    'a host with any path beside one without',
    withServices({ a: { host: 'a.example.com' }, b: { path: '/a/*' }, c: {} }),
  ],
  [
    'a longer path beside a shorter one',
    withServices({ a: { path: '/a/*' }, b: { path: '/a/b/*' }, c: { path: '/a/b' } }),
  ],
  ['uses that a policy just takes', withFunction({ uses: manyTables(22) })],
  ['as many callers as a function may have', calledBy(35)],
  [
    'as many functions as a stack takes',
    { functions: many(62, (index) => [`f${index}`, { ...code, http: 'public' as const }]) },
  ],
  [
    'more elements than a stack takes, on another engine',
    { targets: ['aws-pulumi'], functions: many(100, (index) => [`f${index}`, code]) },
  ],
  ['HTTPS, and a service that has a name', { foundation: { ingress: { https } }, services: { s: hosted } }],
  ['a service that nobody reaches', { foundation: {}, services: { s: { image: 'nginx' } } }],
  ['as many ranges as fit', { foundation: { ingress: { allow: ranges(30), https } } }],
  ['the whole world', { foundation: { ingress: { allow: ['0.0.0.0/0', '203.0.113.7/32'], insecure: true } } }],
];

describe('on AWS', () => {
  test.each(failing.map(([what, rest, ...says]) => ({ what, rest, says })))('fails: $what', ({ rest, says }) =>
    expect(saidBeside(rest)).toEqual(says),
  );
  test.each(passing)('takes %s', (_, rest) => expect(saidBeside(rest)).toEqual([]));

  test('services: warns once of those that the load balancer serves in clear text, and of no other', () => {
    const services = { a: {}, b: { ingress: 'none' }, c: { path: '/c/*' } };
    expect(said(withServices(services))).toEqual([inClearText('a', '; the same applies to services.c')]);
  });

  test('services: warns once of those whose URL the certificate does not include', () => {
    const named = { image: 'nginx', ingress: 'public' } as const;
    const services = { a: { ...named, path: '/a' }, b: { image: 'nginx' }, c: { ...named, path: '/c/*' }, d: hosted };
    expect(said({ foundation: { ingress: { https } }, services })).toEqual([
      "warning: services.a.ingress: has a URL with the load balancer's own name on aws, which the certificate doesn't include: clients refuse it; the same applies to services.c (set `host` to a name in the certificate, and point that name to the load balancer)",
    ]);
  });
});
