import { readFunction } from '../../../lib/readback/aws-cdk/function';
import { readQueue } from '../../../lib/readback/aws-cdk/queue';
import { cloudFormation } from '../aws-pieces';
import type { Piece } from '../pieces';
import { withCode, type Element } from '../shop';
import { handedOver } from '../triggers';

const ref = (id: string) => ({ Ref: id });
const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const Tags = [{ Key: 'team', Value: 'x' }];
const gone = { DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' };

const made =
  (owner: Piece['owner']) =>
  (address: string, type: string, properties: object, others: object = {}): Piece => ({
    address,
    type: `AWS::${type}`,
    owner,
    properties: { Properties: properties, ...others },
  });

const ofFunction = made('functions.f');
const ofQueue = made('queues.failed');

const allow = (actions: string | readonly string[], resource: object, sid?: string) => ({
  ...(sid && { Sid: sid }),
  Effect: 'Allow',
  Action: actions,
  Resource: resource,
});

const place = ['arn:', ref('AWS::Partition'), ':scheduler:', ref('AWS::Region'), ':', ref('AWS::AccountId')];
const ofSchedules = {
  Condition: {
    ArnLike: { 'aws:SourceArn': { 'Fn::Join': ['', [...place, ':schedule-group/default']] } },
    StringEquals: { 'aws:SourceAccount': ref('AWS::AccountId') },
  },
};

const role = (address: string, service: string, statements: readonly object[], condition: object = {}) =>
  ofFunction(address, 'IAM::Role', {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole', ...condition }],
    },
    Policies: [{ PolicyName: 'Permissions', PolicyDocument: { Version: '2012-10-17', Statement: statements } }],
    Tags,
  });

const retried = {
  DeadLetterConfig: { Arn: arn('Failed') },
  RetryPolicy: { MaximumEventAgeInSeconds: 600, MaximumRetryAttempts: 1 },
};

const schedule = (address: string, when: object, input: string) =>
  ofFunction(address, 'Scheduler::Schedule', {
    FlexibleTimeWindow: { Mode: 'OFF' },
    ...when,
    Target: { Arn: ref('Alias'), Input: input, RoleArn: arn('ScheduleRole'), ...retried },
  });

const permission = (address: string, service: string, source: object) =>
  ofFunction(address, 'Lambda::Permission', {
    Action: 'lambda:InvokeFunction',
    FunctionName: ref('Alias'),
    Principal: service,
    SourceArn: source,
  });

const sender = (service: string, source: object) => ({
  Effect: 'Allow',
  Principal: { Service: service },
  Action: 'sqs:SendMessage',
  Resource: arn('Failed'),
  Condition: { ArnEquals: { 'aws:SourceArn': source } },
});

const queue = (address: string, properties: object) =>
  ofQueue(
    address,
    'SQS::Queue',
    { MessageRetentionPeriod: 86_400, SqsManagedSseEnabled: true, Tags, ...properties },
    gone,
  );

const pieces: readonly Piece[] = [
  ofFunction('Logs', 'Logs::LogGroup', { RetentionInDays: 30, Tags }, gone),
  role('Role', 'lambda.amazonaws.com', [
    allow(['logs:CreateLogStream', 'logs:PutLogEvents'], arn('Logs')),
    allow(
      ['sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
      arn('Jobs'),
    ),
    allow('sqs:SendMessage', arn('Failed')),
  ]),
  ofFunction(
    'Function',
    'Lambda::Function',
    {
      Architectures: ['x86_64'],
      Code: { S3Bucket: { 'Fn::Sub': 'cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}' }, S3Key: 'code.zip' },
      Handler: 'index.handler',
      LoggingConfig: { LogFormat: 'Text', LogGroup: ref('Logs') },
      MemorySize: 256,
      Role: arn('Role'),
      Runtime: 'nodejs22.x',
      Tags,
      Timeout: 60,
    },
    { DependsOn: ['Role'] },
  ),
  ofFunction('Version', 'Lambda::Version', { FunctionName: ref('Function') }),
  ofFunction('Alias', 'Lambda::Alias', {
    FunctionName: ref('Function'),
    FunctionVersion: { 'Fn::GetAtt': ['Version', 'Version'] },
    Name: 'live',
  }),
  ofFunction(
    'Retry',
    'Lambda::EventInvokeConfig',
    {
      DestinationConfig: { OnFailure: { Destination: arn('Failed') } },
      FunctionName: ref('Function'),
      MaximumEventAgeInSeconds: 600,
      MaximumRetryAttempts: 1,
      Qualifier: 'live',
    },
    { DependsOn: ['Alias'] },
  ),
  role(
    'ScheduleRole',
    'scheduler.amazonaws.com',
    [
      allow('lambda:InvokeFunction', ref('Alias'), 'Invoke'),
      allow('sqs:SendMessage', arn('Failed'), 'SendDeadLetters'),
    ],
    ofSchedules,
  ),
  schedule(
    'Schedule0',
    { ScheduleExpression: 'cron(0 3 ? * 2 *)', ScheduleExpressionTimezone: 'Europe/Berlin' },
    handedOver,
  ),
  schedule('Schedule1', { ScheduleExpression: 'rate(5 minutes)' }, '{}'),
  ofFunction('EventSourceJobs', 'Lambda::EventSourceMapping', {
    BatchSize: 20,
    EventSourceArn: arn('Jobs'),
    FunctionName: ref('Alias'),
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    MaximumBatchingWindowInSeconds: 1,
    ScalingConfig: { MaximumConcurrency: 7 },
    Tags,
  }),
  permission('InvokeTopicsEvents', 'sns.amazonaws.com', ref('Events')),
  ofFunction(
    'SubscriptionEvents',
    'SNS::Subscription',
    {
      Endpoint: ref('Alias'),
      Protocol: 'lambda',
      RedrivePolicy: { deadLetterTargetArn: arn('Failed') },
      TopicArn: ref('Events'),
    },
    { DependsOn: ['InvokeTopicsEvents'] },
  ),
  ofFunction('Rule4', 'Events::Rule', {
    EventPattern: {
      source: ['aws.s3'],
      'detail-type': ['Object Created', 'Object Deleted'],
      detail: { bucket: { name: [ref('Uploads')] }, object: { key: [{ prefix: 'in/' }] } },
    },
    Tags,
    Targets: [{ Arn: ref('Alias'), Id: 'function', ...retried }],
  }),
  permission('InvokeRule4', 'events.amazonaws.com', arn('Rule4')),
  queue('DeadLetters', {}),
  queue('Failed', {
    RedrivePolicy: { deadLetterTargetArn: arn('DeadLetters'), maxReceiveCount: 5 },
    VisibilityTimeout: 30,
  }),
  ofQueue('QueuePolicy', 'SQS::QueuePolicy', {
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: [sender('events.amazonaws.com', arn('Rule4')), sender('sns.amazonaws.com', ref('Events'))],
    },
    Queues: [ref('Failed')],
  }),
  made('queues.jobs')('Jobs', 'SQS::Queue', {}),
  made('topics.events')('Events', 'SNS::Topic', {}),
  made('buckets.uploads')('Uploads', 'S3::Bucket', {}),
];

const open = (all: readonly Piece[]) => withCode(cloudFormation(all));

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
