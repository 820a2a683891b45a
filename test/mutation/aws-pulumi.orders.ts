import type { Json } from './artefact';
import type { Mutation } from './mutation';
import type { Places } from './places';

const refTo = (places: Places, place: string, attribute: string) => ({
  $ref: { urn: places.id(place), path: [attribute] },
});

/** What can be different in the recording of orders for AWS, and where it is seen. */
export const orders: readonly Omit<Mutation, 'of'>[] = [
  {
    what: 'a queue that tries for ever',
    make: (places) => delete places.at('jobs-queue').redrivePolicy,
    seen: ['queues.jobs.maxDeliveryAttempts'],
  },
  {
    what: 'dead letters among those of another queue',
    make: (places) =>
      void (places.at('jobs-queue').redrivePolicy.$join[1] = refTo(places, 'failed-dead-letters', 'arn')),
    seen: ['queues.jobs.maxDeliveryAttempts', 'queues.jobs!inputs.redrivePolicy'],
  },
  {
    what: 'a message that is held for less time',
    make: (places) => void (places.at('jobs-queue').visibilityTimeoutSeconds = 30),
    seen: ['queues.jobs.timeoutSeconds'],
  },
  {
    what: 'a queue to which everybody may send',
    make: (places) => replaceIn(places.at('failed-queue-policy').policy, '{"Service":"sns.amazonaws.com"}', '"*"'),
    seen: ['queues.failed.senders', 'queues.failed!inputs.policy'],
  },
  {
    what: 'a consumer that may send as well',
    make: (places) =>
      replaceIn(
        places.at('worker-permissions').policy,
        '"sqs:ReceiveMessage"',
        '"sqs:ReceiveMessage","sqs:SendMessage"',
      ),
    seen: [
      'functions.worker.uses',
      'functions.worker.triggers',
      'functions.worker.retry',
      'functions.worker!inputs.policy',
      'functions.worker!inputs.batchSize',
      'functions.worker!inputs.eventSourceArn',
      'functions.worker!inputs.functionName',
      'functions.worker!inputs.functionResponseTypes',
    ],
  },
  {
    what: 'messages past the alias',
    make: (places) =>
      void (places.at('worker-event-source-jobs').functionName = refTo(places, 'worker-function', 'arn')),
    seen: ['functions.worker!inputs.functionName'],
  },
  {
    what: 'a whole batch again where one message fails',
    make: (places) => delete places.at('worker-event-source-jobs').functionResponseTypes,
    seen: ['functions.worker!inputs.functionResponseTypes'],
  },
  {
    what: 'a subscription without dead letters',
    make: (places) => delete places.at('notify-subscription-events').redrivePolicy,
    seen: ['functions.notify.triggers'],
  },
  {
    what: 'a function that any topic may invoke',
    make: (places) => delete places.at('notify-invoke-topics-events').sourceArn,
    seen: [
      'functions.notify.triggers',
      'functions.notify.invokedBy',
      'functions.notify!inputs.action',
      'functions.notify!inputs.principal',
      'functions.notify!options.dependsOn',
    ],
  },
  {
    what: 'retries of what was written last, published or not',
    make: (places) => delete places.at('notify-retry').qualifier,
    seen: ['functions.notify!inputs.qualifier'],
  },
  {
    what: 'events of any object',
    make: (places) =>
      replaceIn(places.at('index-rule-0').eventPattern, ',"object":{"key":[{"prefix":"reports/"}]}', ''),
    seen: ['functions.index.triggers'],
  },
  {
    what: 'a bucket that policies may open',
    make: (places) => void (places.at('reports-bucket-public-access').blockPublicPolicy = false),
    seen: ['buckets.reports.public', 'buckets.reports!inputs.blockPublicPolicy'],
  },
  {
    what: 'a bucket that goes with all that is in it',
    make: (places) => void (places.at('reports-bucket').forceDestroy = true),
    seen: ['buckets.reports!inputs.forceDestroy'],
  },
  {
    what: 'a morning somewhere else',
    make: (places) => void (places.at('report-schedule-0').scheduleExpressionTimezone = 'America/New_York'),
    seen: ['functions.report.triggers'],
  },
  {
    what: 'a schedule that asks a role of another kind',
    make: (places) => void (places.at('report-schedule-0').target.roleArn = refTo(places, 'report-role', 'arn')),
    seen: ['functions.report!inputs.target'],
  },
  {
    what: 'a value in place of the placeholder',
    make: (places) => void (places.at('signing-secret-placeholder').secretString = 'correct horse battery staple'),
    seen: ['secrets.signing.holds'],
  },
  {
    what: 'a placeholder without a stage of its own',
    make: (places) => void (places.at('signing-secret-placeholder').versionStages = ['AWSCURRENT']),
    seen: ['secrets.signing!inputs.versionStages'],
  },
  {
    what: 'an alarm that is told elsewhere',
    make: (places) => void (places.at('jobs-alarm-dead-letters').alarmActions = [refTo(places, 'events-topic', 'arn')]),
    seen: ['queues.jobs.alarms'],
  },
  {
    what: "an alarm of another queue's dead letters",
    make: (places) =>
      void (places.at('jobs-alarm-dead-letters').dimensions.QueueName = refTo(places, 'failed-dead-letters', 'name')),
    seen: ['queues.jobs.alarms', 'queues.jobs!inputs.dimensions'],
  },
];

/** Changes the text of a policy, between what it refers to. */
function replaceIn({ $join: pieces }: Json, from: string, to: string): void {
  const index = pieces.findIndex((piece: unknown) => typeof piece === 'string' && piece.includes(from));
  if (index < 0) throw new Error(`there is no ${from}`);
  pieces[index] = pieces[index].replace(from, to);
}
