import type { Json } from './artefact';
import type { Case } from './mutation';

const onCdk = ['aws-cdk'] as const;
const onPulumi = ['aws-pulumi'] as const;
const queue = 'queues/jobs/Queue';
const sending = 'queues/failed/QueuePolicy';
const role = 'functions/worker/Role';
const policy = 'Policies.0.PolicyDocument';
const subscription = 'functions/notify/SubscriptionEvents';
const schedule = 'functions/report/Schedule0';
const alarm = 'queues/jobs/AlarmDeadLetters';

const unreadPolicy = ['functions.worker.triggers', `functions.worker!${policy}`];

/** Changes of the artefacts of orders, and the differences that each makes. */
export const orders: readonly Case[] = [
  {
    what: 'a queue without a redrive policy',
    make: (edit) => edit.unset(queue, 'RedrivePolicy'),
    seen: ['queues.jobs.maxDeliveryAttempts'],
  },
  {
    what: 'the dead-letter queue of another queue',
    make: (edit) => edit.redirect(queue, 'RedrivePolicy', 'queues/jobs/DeadLetters', 'queues/failed/DeadLetters'),
    seen: ['queues.jobs.maxDeliveryAttempts', 'queues.jobs!RedrivePolicy'],
  },
  {
    what: 'dead letters that are kept as long as messages',
    make: (edit) => edit.set('queues/jobs/DeadLetters', 'MessageRetentionPeriod', 345_600),
    seen: ['queues.jobs.deadLetters.retentionDays'],
  },
  {
    what: 'a shorter visibility timeout',
    make: (edit) => edit.set(queue, 'VisibilityTimeout', 30),
    seen: ['queues.jobs.timeoutSeconds'],
  },
  {
    what: 'a queue to which everybody may send',
    make: (edit) => edit.replace(sending, 'PolicyDocument', '{"Service":"sns.amazonaws.com"}', '"*"'),
    seen: ['queues.failed.senders', 'queues.failed!PolicyDocument'],
  },
  {
    what: 'a queue to which any topic may send',
    make: (edit) => edit.unset(sending, 'PolicyDocument.Statement.0.Condition'),
    on: onCdk,
    seen: ['queues.failed.senders', 'queues.failed!PolicyDocument'],
  },
  {
    what: 'a consumer that may also send',
    make: (edit) => edit.replace(role, policy, '"sqs:ReceiveMessage"', '"sqs:ReceiveMessage","sqs:SendMessage"'),
    seen: unreadPolicy,
  },
  {
    what: 'a consumer of every queue',
    make: (edit) => {
      const { Statement: statements } = edit.get(role, policy);
      statements.find(({ Sid: id }: Json) => id === 'ConsumeJobs').Resource = '*';
    },
    on: onCdk,
    seen: unreadPolicy,
  },
  {
    what: 'messages past the alias',
    make: (edit) => edit.refer('functions/worker/EventSourceJobs', 'FunctionName', 'functions/worker/Function', 'Arn'),
    seen: ['functions.worker!FunctionName'],
  },
  {
    what: 'a consumer with a maximum',
    make: (edit) => edit.set('functions/worker/EventSourceJobs', 'ScalingConfig', { MaximumConcurrency: 5 }),
    on: onCdk,
    seen: ['functions.worker.triggers'],
  },
  {
    what: 'a consumer with a maximum',
    make: (edit) => edit.set('functions/worker/EventSourceJobs', 'ScalingConfig', { maximumConcurrency: 5 }),
    on: onPulumi,
    seen: ['functions.worker.triggers'],
  },
  {
    what: 'retries of a whole batch for one message',
    make: (edit) => edit.unset('functions/worker/EventSourceJobs', 'FunctionResponseTypes'),
    seen: ['functions.worker!FunctionResponseTypes'],
  },
  {
    what: 'a subscription without a redrive policy',
    make: (edit) => edit.unset(subscription, 'RedrivePolicy'),
    on: onCdk,
    seen: ['functions.notify!RedrivePolicy'],
  },
  {
    what: 'a subscription without a redrive policy',
    make: (edit) => edit.unset(subscription, 'RedrivePolicy'),
    on: onPulumi,
    seen: ['functions.notify.triggers'],
  },
  {
    what: 'a subscription to another topic',
    make: (edit) => edit.refer(subscription, 'TopicArn', 'topics/trouble/Topic', 'Ref'),
    on: onCdk,
    seen: ['functions.notify.triggers', 'queues.failed.senders', 'functions.notify!DependsOn.0'],
    also: { 'aws-cdk': ['functions.notify!part'] },
  },
  {
    what: 'a subscription to another topic',
    make: (edit) => edit.refer(subscription, 'TopicArn', 'topics/trouble/Topic', 'Ref'),
    on: onPulumi,
    // Resources are in another order.
    seen: ['functions.notify.triggers', 'queues.failed.senders', 'functions.notify!DependsOn.0'],
    also: { 'aws-pulumi': ['functions.notify!part'] },
  },
  {
    what: 'a function that any topic may invoke',
    make: (edit) => edit.unset('functions/notify/InvokeTopicsEvents', 'SourceArn'),
    seen: [
      'functions.notify.triggers',
      'functions.notify.invokedBy',
      'functions.notify!may lambda:InvokeFunction',
      'functions.notify!DependsOn.0',
    ],
  },
  {
    what: 'retries of the unpublished version',
    make: (edit) => edit.set('functions/notify/Retry', 'Qualifier', '$LATEST'),
    seen: ['functions.notify!Qualifier'],
  },
  {
    what: 'retries past the alias',
    make: (edit) => edit.unset('functions/notify/Retry', 'Qualifier'),
    seen: ['functions.notify!Qualifier'],
  },
  {
    what: 'events of every object',
    make: (edit) =>
      edit.replace('functions/index/Rule0', 'EventPattern', ',"object":{"key":[{"prefix":"reports/"}]}', ''),
    seen: ['functions.index.triggers'],
  },
  {
    what: 'events without a dead-letter queue',
    make: (edit) => edit.unset('functions/index/Rule0', 'Targets.0.DeadLetterConfig'),
    on: onCdk,
    seen: ['queues.failed.senders', 'queues.failed!PolicyDocument', 'functions.index!Targets.0.DeadLetterConfig'],
  },
  {
    what: 'events without a dead-letter queue',
    make: (edit) => edit.unset('functions/index/Rule0', 'Targets.0.DeadLetterConfig'),
    on: onPulumi,
    // Resources are in another order.
    seen: ['queues.failed.senders', 'functions.index!Targets.0.DeadLetterConfig', 'queues.failed!PolicyDocument'],
  },
  {
    what: 'a bucket without events',
    make: (edit) =>
      edit.pick({
        'aws-cdk': () => edit.unset('buckets/reports/Bucket', 'NotificationConfiguration'),
        'aws-pulumi': () => edit.remove('buckets/reports/BucketNotification'),
      })(),
    seen: ['buckets.reports.tellsEvents'],
  },
  {
    what: 'a bucket that policies can make public',
    make: (edit) => edit.set('buckets/reports/Bucket', 'PublicAccessBlockConfiguration.BlockPublicPolicy', false),
    seen: ['buckets.reports.public', 'buckets.reports!PublicAccessBlockConfiguration.BlockPublicPolicy'],
  },
  {
    what: 'older versions that are never deleted',
    make: (edit) => edit.unset('buckets/reports/Bucket', 'LifecycleConfiguration.Rules.0.NoncurrentVersionExpiration'),
    on: onCdk,
    seen: ['buckets.reports.expireDays', 'buckets.reports.abortUploadsDays', 'buckets.reports!LifecycleConfiguration'],
  },
  {
    what: 'a bucket that is deleted with its objects',
    make: (edit) => edit.set('buckets/reports/Bucket', 'ForceDestroy', true),
    on: onPulumi,
    seen: ['buckets.reports!ForceDestroy'],
  },
  {
    what: 'a schedule in another time zone',
    make: (edit) => edit.set(schedule, 'ScheduleExpressionTimezone', 'America/New_York'),
    seen: ['functions.report.triggers'],
  },
  {
    what: 'a bucket that stays after a failed creation',
    make: ({ places }) => void (places.whole('buckets/reports/Bucket').DeletionPolicy = 'Retain'),
    on: onCdk,
    seen: ['buckets.reports.retain'],
    also: { 'aws-cdk': ['buckets.reports!DeletionPolicy'] },
  },
  {
    what: 'a schedule of another group, in the role of schedules',
    make: (edit) =>
      edit.replace('functions/report/ScheduleRole', 'AssumeRolePolicyDocument', 'group/default', 'group/other'),
    seen: ['functions.report.triggers', 'functions.report!AssumeRolePolicyDocument'],
  },
  {
    what: 'a schedule past the alias',
    make: (edit) => edit.refer(schedule, 'Target.Arn', 'functions/report/Function', 'Arn'),
    seen: ['functions.report!Target'],
  },
  {
    what: 'a schedule with another role',
    make: (edit) => edit.refer(schedule, 'Target.RoleArn', 'functions/report/Role', 'Arn'),
    seen: ['functions.report!Target'],
  },
  {
    what: 'a schedule with another input',
    make: (edit) => edit.set(schedule, 'Target.Input', '{"title":"All orders"}'),
    seen: ['functions.report.triggers'],
  },
  {
    what: 'a value in place of the placeholder',
    make: (edit) => edit.set('secrets/signing/Secret', 'SecretString', 'correct horse battery staple'),
    seen: ['secrets.signing.holds'],
  },
  {
    what: 'a placeholder without its own stage',
    make: (edit) => edit.set('secrets/signing/SecretPlaceholder', 'VersionStages', ['AWSCURRENT']),
    on: onPulumi,
    seen: ['secrets.signing!VersionStages'],
  },
  {
    what: 'a secret that is deleted with the stack',
    make: (edit) => edit.release('secrets/signing/Secret'),
    seen: ['secrets.signing.retain'],
  },
  {
    what: 'the value of a secret in the environment',
    make: (edit) =>
      edit.set('functions/worker/Function', 'Environment.Variables.SIGNING_KEY', {
        'Fn::Join': ['', ['{{resolve:secretsmanager:', edit.reference('secrets/signing/Secret', 'Ref'), '}}']],
      }),
    on: onCdk,
    seen: ['functions.worker.environment.SIGNING_KEY'],
  },
  {
    what: 'an alarm to another topic',
    make: (edit) => edit.set(alarm, 'AlarmActions', [edit.reference('topics/events/Topic', 'Ref')]),
    seen: ['queues.jobs.alarms'],
  },
  {
    what: "an alarm on another queue's dead letters",
    make: (edit) => edit.refer(alarm, 'Dimensions.0.Value', 'queues/failed/DeadLetters', 'QueueName'),
    seen: ['queues.jobs.alarms', 'queues.jobs!Dimensions.0.Value'],
  },
  {
    what: 'a higher threshold',
    make: (edit) => edit.set(alarm, 'Threshold', 100),
    seen: ['queues.jobs.alarms', 'queues.jobs!Threshold'],
  },
  {
    what: 'an alarm whose end nobody is told of',
    make: (edit) => edit.unset(alarm, 'OKActions'),
    seen: ['queues.jobs.alarms'],
  },
  {
    what: 'an alarm whose end another topic is told of',
    make: (edit) => edit.set(alarm, 'OKActions', [edit.reference('topics/events/Topic', 'Ref')]),
    seen: ['queues.jobs.alarms'],
  },
  {
    what: 'a higher age of messages',
    make: (edit) => edit.set('queues/jobs/AlarmOldMessages', 'Threshold', 86_400),
    seen: ['queues.jobs.alarms'],
  },
  {
    what: 'an alarm on the age of dead letters',
    make: (edit) =>
      edit.refer('queues/jobs/AlarmOldMessages', 'Dimensions.0.Value', 'queues/jobs/DeadLetters', 'QueueName'),
    seen: ['queues.jobs.alarms', 'queues.jobs!Dimensions.0.Value'],
  },
  {
    what: 'more errors of a function before its alarm',
    make: (edit) => edit.set('functions/worker/AlarmErrors', 'Threshold', 2),
    seen: ['functions.worker.alarms'],
  },
  {
    what: 'an alarm on the client errors of an API',
    make: (edit) => edit.set('apis/public/AlarmServerErrors', 'MetricName', '4xx'),
    seen: ['apis.public.alarms', 'apis.public!MetricName'],
  },
  {
    what: 'an alarm on the average of an API',
    make: (edit) => edit.set('apis/public/AlarmServerErrors', 'Statistic', 'Average'),
    seen: ['apis.public.alarms', 'apis.public!Statistic'],
  },
  {
    what: 'no alarm of an API',
    make: (edit) => edit.remove('apis/public/AlarmServerErrors'),
    seen: ['apis.public.alarms'],
  },
  {
    what: 'no alarm',
    make: (edit) => edit.remove('functions/worker/AlarmErrors'),
    seen: ['functions.worker.alarms'],
  },
];
