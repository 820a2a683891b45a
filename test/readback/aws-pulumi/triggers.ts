import { readFunction } from '../../../lib/readback/aws-pulumi/function';
import { readQueue } from '../../../lib/readback/aws-pulumi/queue';
import { pulumi, urnOf } from '../aws-pieces';
import type { Piece } from '../pieces';
import { withCode, type Element } from '../shop';
import { handedOver } from '../triggers';
import { asks, trustPolicy } from './trust';

const to = (name: string, attribute: string) => ({ $ref: { urn: urnOf(name), path: [attribute] } });
const failedArn = to('shop-failed-queue', 'arn');
const alias = to('shop-f-alias', 'arn');
const tags = { team: 'x' };

const made =
  (owner: Piece['owner']) =>
  (address: string, type: string, inputs: object, dependsOn?: string): Piece => ({
    address,
    type: `aws:${type}`,
    owner,
    properties: { inputs, ...(dependsOn && { options: { dependsOn: [urnOf(dependsOn)] } }) },
  });

const ofFunction = made('functions.f');
const ofQueue = made('queues.failed');

const trusting = (service: string) =>
  `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"${service}"},"Action":"sts:AssumeRole"}]}`;

const allow = (sid: string, actions: readonly string[], resource: object, end = '') => [
  `{"Sid":"${sid}","Effect":"Allow","Action":${JSON.stringify(actions)},"Resource":"`,
  resource,
  `${end}"}`,
];

/** A document whose statements are pieces of JSON. */
const policy = (...statements: readonly (readonly unknown[])[]) => ({
  $join: merged([
    '{"Version":"2012-10-17","Statement":[',
    ...statements.flatMap((pieces, index) => [...(index > 0 ? [','] : []), ...pieces]),
    ']}',
  ]),
});

const merged = (pieces: readonly unknown[]): unknown[] =>
  pieces.reduce<unknown[]>((all, piece) => {
    const last = all.at(-1);
    return typeof piece === 'string' && typeof last === 'string'
      ? [...all.slice(0, -1), last + piece]
      : [...all, piece];
  }, []);

const retried = {
  deadLetterConfig: { arn: failedArn },
  retryPolicy: { maximumEventAgeInSeconds: 600, maximumRetryAttempts: 1 },
};

const schedule = (address: string, when: object, input: string) =>
  ofFunction(
    address,
    'scheduler/schedule:Schedule',
    {
      flexibleTimeWindow: { mode: 'OFF' },
      ...when,
      target: { arn: alias, input, roleArn: to('shop-f-role-schedule', 'arn'), ...retried },
    },
    'shop-f-permissions-schedule',
  );

const permission = (address: string, service: string, source: object) =>
  ofFunction(address, 'lambda/permission:Permission', {
    action: 'lambda:InvokeFunction',
    function: to('shop-f-function', 'name'),
    principal: service,
    qualifier: to('shop-f-alias', 'name'),
    sourceArn: source,
  });

const sender = (service: string, source: object) => [
  `{"Effect":"Allow","Principal":{"Service":"${service}"},"Action":"sqs:SendMessage","Resource":"`,
  failedArn,
  '","Condition":{"ArnEquals":{"aws:SourceArn":"',
  source,
  '"}}}',
];

const queue = (address: string, inputs: object) =>
  ofQueue(address, 'sqs/queue:Queue', { messageRetentionSeconds: 86_400, sqsManagedSseEnabled: true, tags, ...inputs });

const pieces: readonly Piece[] = [
  ofFunction('shop-f-logs', 'cloudwatch/logGroup:LogGroup', { retentionInDays: 30, tags }),
  ofFunction('shop-f-role', 'iam/role:Role', { assumeRolePolicy: trusting('lambda.amazonaws.com'), tags }),
  ofFunction('shop-f-permissions', 'iam/rolePolicy:RolePolicy', {
    role: to('shop-f-role', 'id'),
    policy: policy(
      allow('WriteLogs', ['logs:CreateLogStream', 'logs:PutLogEvents'], to('shop-f-logs', 'arn'), ':*'),
      allow(
        'ConsumeJobs',
        ['sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
        to('shop-jobs-queue', 'arn'),
      ),
      allow('SendDeadLetters', ['sqs:SendMessage'], failedArn),
    ),
  }),
  ofFunction(
    'shop-f-function',
    'lambda/function:Function',
    {
      architectures: ['x86_64'],
      code: { $archive: { path: 'code.zip', sha256: 'c0de' } },
      handler: 'index.handler',
      loggingConfig: { logFormat: 'Text', logGroup: to('shop-f-logs', 'name') },
      memorySize: 256,
      publish: true,
      role: to('shop-f-role', 'arn'),
      runtime: 'nodejs22.x',
      tags,
      timeout: 60,
    },
    'shop-f-permissions',
  ),
  ofFunction('shop-f-alias', 'lambda/alias:Alias', {
    functionName: to('shop-f-function', 'name'),
    functionVersion: to('shop-f-function', 'version'),
    name: 'live',
  }),
  ofFunction('shop-f-retry', 'lambda/functionEventInvokeConfig:FunctionEventInvokeConfig', {
    destinationConfig: { onFailure: { destination: failedArn } },
    functionName: to('shop-f-function', 'name'),
    maximumEventAgeInSeconds: 600,
    maximumRetryAttempts: 1,
    qualifier: to('shop-f-alias', 'name'),
  }),
  ofFunction('shop-f-role-schedule', 'iam/role:Role', {
    assumeRolePolicy: trustPolicy('scheduler', 'scheduler', 'schedule-group/default'),
    tags,
  }),
  ofFunction('shop-f-permissions-schedule', 'iam/rolePolicy:RolePolicy', {
    role: to('shop-f-role-schedule', 'id'),
    policy: policy(
      allow('Invoke', ['lambda:InvokeFunction'], alias),
      allow('SendDeadLetters', ['sqs:SendMessage'], failedArn),
    ),
  }),
  schedule(
    'shop-f-schedule-0',
    { scheduleExpression: 'cron(0 3 ? * 2 *)', scheduleExpressionTimezone: 'Europe/Berlin' },
    handedOver,
  ),
  schedule('shop-f-schedule-1', { scheduleExpression: 'rate(5 minutes)' }, '{}'),
  ofFunction('shop-f-event-source-jobs', 'lambda/eventSourceMapping:EventSourceMapping', {
    batchSize: 20,
    eventSourceArn: to('shop-jobs-queue', 'arn'),
    functionName: alias,
    functionResponseTypes: ['ReportBatchItemFailures'],
    maximumBatchingWindowInSeconds: 1,
    scalingConfig: { maximumConcurrency: 7 },
    tags,
  }),
  permission('shop-f-invoke-topics-events', 'sns.amazonaws.com', to('shop-events-topic', 'arn')),
  ofFunction(
    'shop-f-subscription-events',
    'sns/topicSubscription:TopicSubscription',
    {
      endpoint: alias,
      protocol: 'lambda',
      redrivePolicy: { $join: ['{"deadLetterTargetArn":"', failedArn, '"}'] },
      topic: to('shop-events-topic', 'arn'),
    },
    'shop-f-invoke-topics-events',
  ),
  ofFunction('shop-f-rule-4', 'cloudwatch/eventRule:EventRule', {
    eventPattern: {
      $join: [
        '{"source":["aws.s3"],"detail-type":["Object Created","Object Deleted"],"detail":{"bucket":{"name":["',
        to('shop-uploads-bucket', 'id'),
        '"]},"object":{"key":[{"prefix":"in/"}]}}}',
      ],
    },
    tags,
  }),
  permission('shop-f-invoke-rule-4', 'events.amazonaws.com', to('shop-f-rule-4', 'arn')),
  ofFunction(
    'shop-f-rule-target-4',
    'cloudwatch/eventTarget:EventTarget',
    { arn: alias, rule: to('shop-f-rule-4', 'name'), targetId: 'function', ...retried },
    'shop-f-invoke-rule-4',
  ),
  queue('shop-failed-dead-letters', {}),
  queue('shop-failed-queue', {
    redrivePolicy: {
      $join: ['{"deadLetterTargetArn":"', to('shop-failed-dead-letters', 'arn'), '","maxReceiveCount":5}'],
    },
    visibilityTimeoutSeconds: 30,
  }),
  ofQueue('shop-failed-queue-policy', 'sqs/queuePolicy:QueuePolicy', {
    policy: policy(
      sender('events.amazonaws.com', to('shop-f-rule-4', 'arn')),
      sender('sns.amazonaws.com', to('shop-events-topic', 'arn')),
    ),
    queueUrl: to('shop-failed-queue', 'url'),
  }),
  made('queues.jobs')('shop-jobs-queue', 'sqs/queue:Queue', {}),
  made('topics.events')('shop-events-topic', 'sns/topic:Topic', {}),
  made('buckets.uploads')('shop-uploads-bucket', 's3/bucket:Bucket', {}),
];

const open = (all: readonly Piece[]) => withCode(pulumi(all, asks));

/** A function that everything invokes, written by hand. */
export const listener: Element<ReturnType<typeof readFunction>> = {
  of: 'functions.f',
  pieces,
  open,
  read: (artefact) => readFunction('f', artefact),
};

/** The queue that gets what it fails at. */
export const failed: Element<ReturnType<typeof readQueue>> = {
  of: 'queues.failed',
  pieces,
  open,
  read: (artefact) => readQueue('failed', artefact),
};
