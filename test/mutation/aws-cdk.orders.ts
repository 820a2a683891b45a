import type { Json } from './artefact';
import type { Mutation } from './mutation';

const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });

/** What can be different in the template of orders, and where it is seen. */
export const orders: readonly Omit<Mutation, 'of'>[] = [
  {
    what: 'a queue that tries for ever',
    make: (places) => delete places.at('queues/jobs/Queue').RedrivePolicy,
    seen: ['queues.jobs.maxDeliveryAttempts'],
  },
  {
    what: 'dead letters among those of another queue',
    make: (places) =>
      void (places.at('queues/jobs/Queue').RedrivePolicy.deadLetterTargetArn = arnOf(
        places.id('queues/failed/DeadLetters'),
      )),
    seen: ['queues.jobs.maxDeliveryAttempts', 'queues.jobs!Properties.RedrivePolicy'],
  },
  {
    what: 'dead letters that are kept as long as any message',
    make: (places) => void (places.at('queues/jobs/DeadLetters').MessageRetentionPeriod = 345_600),
    seen: ['queues.jobs.deadLetters.retentionDays'],
  },
  {
    what: 'a message that is held for less time',
    make: (places) => void (places.at('queues/jobs/Queue').VisibilityTimeout = 30),
    seen: ['queues.jobs.timeoutSeconds'],
  },
  {
    what: 'a queue to which everybody may send',
    make: (places) => void (places.at('queues/failed/QueuePolicy').PolicyDocument.Statement[0].Principal = '*'),
    seen: ['queues.failed.senders', 'queues.failed!Properties.PolicyDocument'],
  },
  {
    what: 'a queue to which any topic may send',
    make: (places) => delete places.at('queues/failed/QueuePolicy').PolicyDocument.Statement[0].Condition,
    seen: ['queues.failed.senders', 'queues.failed!Properties.PolicyDocument'],
  },
  {
    what: 'a consumer that may send as well',
    make: (places) => void consumes(places.at('functions/worker/Role')).Action.push('sqs:SendMessage'),
    seen: [
      'functions.worker.uses',
      'functions.worker.triggers',
      'functions.worker.retry',
      'functions.worker!Properties.Policies',
      'functions.worker!Properties.BatchSize',
      'functions.worker!Properties.EventSourceArn',
      'functions.worker!Properties.FunctionName',
      'functions.worker!Properties.FunctionResponseTypes',
    ],
  },
  {
    what: 'a consumer of every queue',
    make: (places) => void (consumes(places.at('functions/worker/Role')).Resource = '*'),
    seen: [
      'functions.worker.uses',
      'functions.worker.triggers',
      'functions.worker.retry',
      'functions.worker!Properties.Policies',
      'functions.worker!Properties.BatchSize',
      'functions.worker!Properties.EventSourceArn',
      'functions.worker!Properties.FunctionName',
      'functions.worker!Properties.FunctionResponseTypes',
    ],
  },
  {
    what: 'messages past the alias',
    make: (places) =>
      void (places.at('functions/worker/EventSourceJobs').FunctionName = {
        Ref: places.id('functions/worker/Function'),
      }),
    seen: ['functions.worker!Properties.FunctionName'],
  },
  {
    what: 'a whole batch again where one message fails',
    make: (places) => delete places.at('functions/worker/EventSourceJobs').FunctionResponseTypes,
    seen: ['functions.worker!Properties.FunctionResponseTypes'],
  },
  {
    what: 'a subscription without dead letters',
    make: (places) => delete places.at('functions/notify/SubscriptionEvents').RedrivePolicy,
    seen: ['functions.notify!Properties.RedrivePolicy'],
  },
  {
    what: 'a subscription to another topic',
    make: (places) =>
      void (places.at('functions/notify/SubscriptionEvents').TopicArn = { Ref: places.id('topics/trouble/Topic') }),
    seen: [
      'functions.notify.triggers',
      'queues.failed.senders',
      'queues.failed!Properties.PolicyDocument',
      'functions.notify!DependsOn.0',
    ],
  },
  {
    what: 'a function that any topic may invoke',
    make: (places) => delete places.at('functions/notify/InvokeTopicsEvents').SourceArn,
    seen: [
      'functions.notify.triggers',
      'functions.notify.invokedBy',
      'functions.notify!Properties.Action',
      'functions.notify!Properties.Principal',
      'functions.notify!DependsOn.0',
    ],
  },
  {
    what: 'retries of what was written last, published or not',
    make: (places) => void (places.at('functions/notify/Retry').Qualifier = '$LATEST'),
    seen: ['functions.notify!Properties.Qualifier'],
  },
  {
    what: 'events of any object',
    make: (places) => delete places.at('functions/index/Rule0').EventPattern.detail.object,
    seen: ['functions.index.triggers'],
  },
  {
    what: 'events that are lost where they fail',
    make: (places) => delete places.at('functions/index/Rule0').Targets[0].DeadLetterConfig,
    seen: ['queues.failed.senders', 'queues.failed!Properties.PolicyDocument', 'functions.index!Properties.Targets'],
  },
  {
    what: 'a bucket that tells nobody',
    make: (places) => delete places.at('buckets/reports/Bucket').NotificationConfiguration,
    seen: ['buckets.reports.tellsEvents'],
  },
  {
    what: 'a bucket that policies may open',
    make: (places) =>
      void (places.at('buckets/reports/Bucket').PublicAccessBlockConfiguration.BlockPublicPolicy = false),
    seen: ['buckets.reports.public', 'buckets.reports!Properties.PublicAccessBlockConfiguration'],
  },
  {
    what: 'older versions that stay for ever',
    make: (places) =>
      delete places.at('buckets/reports/Bucket').LifecycleConfiguration.Rules[0].NoncurrentVersionExpiration,
    seen: [
      'buckets.reports.expireDays',
      'buckets.reports.abortUploadsDays',
      'buckets.reports!Properties.LifecycleConfiguration',
    ],
  },
  {
    what: 'a morning somewhere else',
    make: (places) => void (places.at('functions/report/Schedule0').ScheduleExpressionTimezone = 'America/New_York'),
    seen: ['functions.report.triggers'],
  },
  {
    what: 'a schedule past the alias',
    make: (places) =>
      void (places.at('functions/report/Schedule0').Target.Arn = arnOf(places.id('functions/report/Function'))),
    seen: ['functions.report!Properties.Target'],
  },
  {
    what: 'a schedule that hands over something else',
    make: (places) => void (places.at('functions/report/Schedule0').Target.Input = '{"title":"All orders"}'),
    seen: ['functions.report.triggers'],
  },
  {
    what: 'a value in place of the placeholder',
    make: (places) => void (places.at('secrets/signing/Secret').SecretString = 'correct horse battery staple'),
    seen: ['secrets.signing.holds'],
  },
  {
    what: 'a secret that goes with the stack',
    make: (places) => void (places.whole('secrets/signing/Secret').DeletionPolicy = 'Delete'),
    seen: ['secrets.signing.retain'],
  },
  {
    what: 'the value of a secret in the environment',
    make: (places) =>
      void (places.at('functions/worker/Function').Environment.Variables.SIGNING_KEY = {
        'Fn::Join': ['', ['{{resolve:secretsmanager:', { Ref: places.id('secrets/signing/Secret') }, '}}']],
      }),
    seen: ['functions.worker.environment.SIGNING_KEY'],
  },
  {
    what: 'an alarm that is told elsewhere',
    make: (places) =>
      void (places.at('queues/jobs/AlarmDeadLetters').AlarmActions = [{ Ref: places.id('topics/events/Topic') }]),
    seen: ['queues.jobs.alarms'],
  },
  {
    what: 'an alarm that a hundred dead letters raise',
    make: (places) => void (places.at('queues/jobs/AlarmDeadLetters').Threshold = 100),
    seen: ['queues.jobs.alarms', 'queues.jobs!Properties.Threshold'],
  },
  {
    what: 'an alarm less',
    make: (places) => places.remove('functions/worker/AlarmErrors'),
    seen: ['functions.worker.alarms'],
  },
];

/** What lets a role take messages from a queue. */
const consumes = ({ Policies: [{ PolicyDocument: document }] }: Json): Json =>
  document.Statement.find(({ Sid: id }: Json) => id === 'ConsumeJobs');
