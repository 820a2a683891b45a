import type { ResolvedArchitecture } from '../../lib/model/architecture';
import { used, type Holder, type Need } from './needs';

const readsItems = ['BatchGetItem', 'ConditionCheckItem', 'DescribeTable', 'GetItem', 'Query', 'Scan'];
const writesItems = ['BatchWriteItem', 'DeleteItem', 'DescribeTable', 'PutItem', 'UpdateItem'];
const writesObjects = ['AbortMultipartUpload', 'DeleteObject', 'PutObject'];

/** What each verb is on AWS: actions, on what of the element. `/*` are the objects of a bucket, which have no names yet. */
const verbs: Readonly<Record<string, readonly (readonly [actions: readonly string[], on: string])[]>> = {
  'functions invoke': [[['lambda:InvokeFunction'], ' alias']],
  // Services are reached through the network.
  'services invoke': [],
  'queues send': [[['sqs:GetQueueUrl', 'sqs:SendMessage'], ' queue']],
  'topics publish': [[['sns:Publish'], ' topic']],
  'buckets read': [
    [['s3:GetObject', 's3:ListBucket'], ' bucket'],
    [['s3:GetObject', 's3:ListBucket'], ' bucket/*'],
  ],
  'buckets write': [[writesObjects.map((action) => `s3:${action}`), ' bucket/*']],
  'tables read': [[readsItems.map((action) => `dynamodb:${action}`), ' table']],
  'tables write': [[writesItems.map((action) => `dynamodb:${action}`), ' table']],
  'secrets read': [[['secretsmanager:GetSecretValue'], ' secret']],
};

/** What Lambda does with a function's role to put it into a network. */
const joins = [
  'AssignPrivateIpAddresses',
  'CreateNetworkInterface',
  'DeleteNetworkInterface',
  'DescribeNetworkInterfaces',
  'DescribeSubnets',
  'UnassignPrivateIpAddresses',
];

/** The only resources that aren't one thing that the architecture has: each with the reason why. */
export const wide: Readonly<Record<string, string>> = {
  'xray:PutTelemetryRecords on *': 'X-Ray has no resources to name',
  'xray:PutTraceSegments on *': 'X-Ray has no resources to name',
  ...Object.fromEntries(
    ['GetObject', 'ListBucket', ...writesObjects].map((action) => [
      `s3:${action} on buckets.* bucket/*`,
      'objects of one bucket, which have no names yet',
    ]),
  ),
  'lambda:InvokeFunction on functions.* alias if apis.* api/* asks': 'every route of one API',
  ...Object.fromEntries(
    ['foundation execution', 'services.* execution', 'services.* task'].map((role) => [
      `ecs-tasks.amazonaws.com acts as for ecs * of the place ${role} role`,
      "ECS can't name a cluster in the condition of a role",
    ]),
  ),
  ...Object.fromEntries(
    joins.map((action) => [`ec2:${action} on *`, 'AWS documents no narrower resources for functions in a network']),
  ),
  'vpc-flow-logs.amazonaws.com acts as for ec2 vpc-flow-log/* of the place foundation flow-logs role':
    'a flow log has no id before its role exists',
};

/** All that may be done on AWS, by what the model says. */
export function* needsOnAws(architecture: ResolvedArchitecture): Generator<Need> {
  const { functions, services, foundation } = architecture;
  for (const [name, spec] of Object.entries(functions)) yield* functionNeeds(`functions.${name}`, spec, architecture);
  for (const [name, spec] of Object.entries(services)) yield* serviceNeeds(`services.${name}`, spec, architecture);
  if (foundation) yield* starts('foundation');
  if (typeof foundation?.network === 'object' && 'cidr' in foundation.network) yield* recordsTraffic();
  for (const name of Object.keys(architecture.apis))
    for (const { to } of Object.values(architecture.apis[name]!.routes))
      yield ['routes', `apigateway.amazonaws.com may lambda:InvokeFunction on ${to} alias if apis.${name} api/* asks`];
}

type FunctionSpec = ResolvedArchitecture['functions'][string];
type ServiceSpec = ResolvedArchitecture['services'][string];

function* functionNeeds(id: string, spec: FunctionSpec, architecture: ResolvedArchitecture): Generator<Need> {
  yield* runs(`${id} function`, `${id} role`, 'lambda');
  yield* uses(`${id} role`, spec, architecture);
  for (const action of ['logs:CreateLogStream', 'logs:PutLogEvents'])
    yield ['logs', `${id} role may ${action} on ${id} logs`];
  if (spec.tracing)
    for (const action of ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'])
      yield ['traces', `${id} role may ${action} on *`];
  if (spec.network === 'foundation') for (const action of joins) yield ['network', `${id} role may ec2:${action} on *`];
  const dead = spec.retry?.deadLetter;
  const sends = `sqs:SendMessage on queues.${dead} queue`;
  if (dead !== undefined) yield ['dead letters', `${id} role may ${sends}`];
  if (spec.http === 'public') {
    const [anyone, on] = ['* may lambda:Invoke', `on ${id} alias if`];
    yield ['public', `${anyone}FunctionUrl ${on} {"functionUrlAuthType":"NONE"}`];
    yield ['public', `${anyone}Function ${on} {"invokedViaFunctionUrl":true}`];
  }
  for (const [index, trigger] of spec.triggers.entries())
    if ('queue' in trigger)
      for (const action of ['ChangeMessageVisibility', 'DeleteMessage', 'GetQueueAttributes', 'ReceiveMessage'])
        yield ['consumes', `${id} role may sqs:${action} on queues.${trigger.queue} queue`];
    else if ('topic' in trigger || 'bucket' in trigger) {
      const [by, source] =
        'topic' in trigger ? ['sns', `topics.${trigger.topic} topic`] : ['events', `${id} ${index} rule`];
      yield ['event', `${by}.amazonaws.com may lambda:InvokeFunction on ${id} alias if ${source} asks`];
      const condition = JSON.stringify({ ArnEquals: { 'aws:SourceArn': source } });
      if (dead !== undefined) yield ['dead letters', `${by}.amazonaws.com may ${sends} if ${condition}`];
    } else {
      yield* runs(`${id} ${index} schedule`, `${id} schedule role`, 'scheduler');
      yield ['schedule', `${id} schedule role may lambda:InvokeFunction on ${id} alias`];
      if (dead !== undefined) yield ['dead letters', `${id} schedule role may ${sends}`];
    }
  if (spec.coldStart.warming) yield* warmingNeeds(id);
}

function* warmingNeeds(id: string): Generator<Need> {
  yield* runs(`${id} warmer function`, `${id} warmer role`, 'lambda');
  yield* runs(`${id} warmer schedule`, `${id} warmer-schedule role`, 'scheduler');
  for (const action of ['logs:CreateLogStream', 'logs:PutLogEvents'])
    yield ['logs', `${id} warmer role may ${action} on ${id} warmer logs`];
  yield ['warming', `${id} warmer role may lambda:InvokeFunction on ${id} alias`];
  yield ['warming', `${id} warmer-schedule role may lambda:InvokeFunction on ${id} warmer function`];
}

function* serviceNeeds(id: string, spec: ServiceSpec, architecture: ResolvedArchitecture): Generator<Need> {
  yield* runs(`${id} task-definition`, `${id} task role`, 'ecs-tasks');
  // A secret that is put into its environment, the one who starts it reads, and not the container.
  yield* uses(`${id} task role`, { uses: spec.uses, secrets: {} }, architecture);
  const starter = Object.keys(spec.secrets).length > 0 ? id : 'foundation';
  if (starter === id) yield* starts(id);
  yield ['identity', `${id} task-definition acts as ${starter} execution role`];
  yield* uses(`${id} execution role`, { uses: {}, secrets: spec.secrets }, architecture);
}

function* starts(id: string): Generator<Need> {
  yield ['identity', `ecs-tasks.amazonaws.com acts as${places['ecs-tasks']} ${id} execution role`];
  yield ['start', `${id} execution role may what policy/service-role/AmazonECSTaskExecutionRolePolicy allows`];
}

function* recordsTraffic(): Generator<Need> {
  yield* runs('foundation flow-log', 'foundation flow-logs role', 'vpc-flow-logs');
  for (const action of ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'])
    yield ['logs', `foundation flow-logs role may ${action} on foundation flow logs`];
}

/** For which resources of the account and the region a service assumes a role. */
const places = {
  'ecs-tasks': ' for ecs * of the place',
  lambda: '',
  scheduler: ' for scheduler schedule-group/default of the place',
  'vpc-flow-logs': ' for ec2 vpc-flow-log/* of the place',
} as const;

function* runs(what: string, role: string, service: keyof typeof places): Generator<Need> {
  yield ['identity', `${what} acts as ${role}`];
  yield ['identity', `${service}.amazonaws.com acts as${places[service]} ${role}`];
}

function* uses(
  role: string,
  holder: Pick<Holder, 'uses' | 'secrets'>,
  { functions }: ResolvedArchitecture,
): Generator<Need> {
  for (const [kind, name, verb] of used(holder)) {
    const single = verb === 'readwrite' ? ['read', 'write'] : [verb];
    for (const [actions, on] of single.flatMap((one) => verbs[`${kind} ${one}`]!))
      for (const action of actions) yield ['uses', `${role} may ${action} on ${kind}.${name}${on}`];
    // What may only be called by those who say who they are has an address of its own for them.
    if (kind === 'functions' && functions[name]!.http === 'private')
      yield ['uses', `${role} may lambda:InvokeFunctionUrl on functions.${name} alias`];
    // One statement names the bucket and its objects, for reading and writing alike.
    if (kind === 'buckets' && verb === 'readwrite')
      for (const action of writesObjects) yield ['uses', `${role} may s3:${action} on buckets.${name} bucket`];
  }
}
