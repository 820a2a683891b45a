import type { Mutation } from './mutation';
import type { Places } from './places';

const refTo = (places: Places, place: string, attribute: string) => ({
  $ref: { urn: places.id(place), path: [attribute] },
});

/** What can be different in the recording of orders for GCP, and where it is seen. */
export const orders: readonly Omit<Mutation, 'of'>[] = [
  {
    what: 'a queue that tries for ever',
    make: (places) => delete places.at('worker-subscription-trigger-queue-jobs').deadLetterPolicy,
    seen: ['queues.jobs.maxDeliveryAttempts', 'functions.worker!'],
  },
  {
    what: 'dead letters among those of another queue',
    make: (places) =>
      void (places.at('worker-subscription-trigger-queue-jobs').deadLetterPolicy.deadLetterTopic = refTo(
        places,
        'failed-dead-letters',
        'id',
      )),
    seen: ['queues.jobs.maxDeliveryAttempts', 'functions.worker!inputs.deadLetterPolicy'],
  },
  {
    what: 'dead letters that nobody keeps',
    make: (places) => places.remove('jobs-subscription-dead-letters'),
    seen: [
      'queues.jobs.deadLetters.retentionDays',
      'queues.jobs.alarms',
      'queues.jobs.physicalNames.deadLetters',
      'queues.jobs!inputs.conditions',
    ],
  },
  {
    what: 'a message that is held for less time',
    make: (places) => void (places.at('worker-subscription-trigger-queue-jobs').ackDeadlineSeconds = 10),
    seen: ['queues.jobs.timeoutSeconds'],
  },
  {
    what: 'messages at another path',
    make: (places) =>
      void (places.at('worker-subscription-trigger-queue-jobs').pushConfig.pushEndpoint.$join[1] =
        '/triggers/queue/other'),
    seen: ['functions.worker.triggers', 'functions.worker.physicalNames.trigger', 'functions.worker!inputs.pushConfig'],
  },
  {
    what: 'messages for whoever listens elsewhere',
    make: (places) =>
      void (places.at('worker-subscription-trigger-queue-jobs').pushConfig.pushEndpoint =
        'https://example.com/triggers/queue/jobs'),
    seen: ['functions.worker.triggers', 'functions.worker.physicalNames.trigger', 'functions.worker!inputs.pushConfig'],
  },
  {
    what: 'a function that everybody may invoke',
    make: (places) =>
      places.copy('worker-invoker-trigger', (grant) => {
        grant.member = 'allUsers';
      }),
    seen: ['functions.worker.invokedBy'],
  },
  {
    what: 'events as the function itself',
    make: (places) =>
      void (places.at('notify-subscription-trigger-topic-events').pushConfig.oidcToken.serviceAccountEmail = refTo(
        places,
        'notify-service-account',
        'email',
      )),
    seen: [
      'functions.notify.triggers',
      'functions.notify.retry',
      'functions.notify.physicalNames.trigger',
      'functions.notify!inputs.pushConfig',
    ],
  },
  {
    what: 'a subscription without dead letters',
    make: (places) => delete places.at('notify-subscription-trigger-topic-events').deadLetterPolicy,
    seen: ['functions.notify.retry.deadLetter', 'functions.notify!'],
  },
  {
    what: 'dead letters that Pub/Sub may not forward',
    make: (places) => places.remove('failed-agent-topic'),
    seen: ['queues.failed.getsDeadLetters'],
  },
  {
    what: 'a publisher that may do everything to the topic',
    make: (places) => void (places.at('worker-use-topics-events').role = 'roles/pubsub.admin'),
    seen: ['functions.worker.uses', 'functions.worker!inputs.role'],
  },
  {
    what: 'a secret that everybody may read',
    make: (places) => void (places.at('worker-use-secrets-signing').member = 'allAuthenticatedUsers'),
    seen: ['functions.worker.uses', 'functions.worker!inputs.member'],
  },
  {
    what: 'a bucket that everybody may be let into',
    make: (places) => void (places.at('reports-bucket').publicAccessPrevention = 'inherited'),
    seen: ['buckets.reports.public', 'buckets.reports!inputs.publicAccessPrevention'],
  },
  {
    what: 'older versions that stay for ever',
    make: (places) => void places.at('reports-bucket').lifecycleRules.pop(),
    seen: ['buckets.reports.expireDays', 'buckets.reports.abortUploadsDays', 'buckets.reports!inputs.lifecycleRules'],
  },
  {
    what: 'a morning somewhere else',
    make: (places) => void (places.at('report-job-trigger-schedule-0').timeZone = 'America/New_York'),
    seen: ['functions.report.triggers'],
  },
  {
    what: 'a schedule that hands over nothing',
    make: (places) => delete places.at('report-job-trigger-schedule-0').httpTarget.body,
    seen: ['functions.report.triggers', 'functions.report.retry', 'functions.report.physicalNames.trigger'],
  },
  {
    what: 'a value in place of the placeholder',
    make: (places) => void (places.at('signing-secret-placeholder').secretData = 'correct horse battery staple'),
    seen: ['secrets.signing.holds'],
  },
  {
    what: 'a placeholder that is put back by every deployment',
    make: (places) => void (places.whole('signing-secret-placeholder').options.ignoreChanges = []),
    seen: ['secrets.signing!options.ignoreChanges'],
  },
  {
    what: 'an alarm that is told elsewhere',
    make: (places) => void (places.at('trouble-channel').labels.topic = refTo(places, 'events-topic', 'id')),
    seen: ['topics.trouble.isToldOfAlarms', 'topics.trouble!inputs.labels'],
  },
  {
    what: 'an alarm less',
    make: (places) => places.remove('jobs-alarm-dead-letters'),
    seen: ['queues.jobs.alarms'],
  },
];
