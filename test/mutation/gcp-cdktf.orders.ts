import type { Mutation } from './mutation';
import type { Places } from './places';

const refTo = (places: Places, place: string, attribute: string): string => `\${${places.id(place)}.${attribute}}`;

/** What can be different in the configuration of orders, and where it is seen. */
export const orders: readonly Omit<Mutation, 'of'>[] = [
  {
    what: 'a queue that tries for ever',
    make: (places) => delete places.at('functions/worker/Trigger/QueueJobs/Subscription').dead_letter_policy,
    seen: ['queues.jobs.maxDeliveryAttempts', 'functions.worker!'],
  },
  {
    what: 'dead letters that nobody keeps',
    make: (places) => places.remove('queues/jobs/DeadLetters'),
    seen: [
      'queues.jobs.deadLetters.retentionDays',
      'queues.jobs.alarms',
      'queues.jobs.physicalNames.deadLetters',
      'queues.jobs!conditions.0',
    ],
  },
  {
    what: 'dead letters that go if nobody looks for a month',
    make: (places) => delete places.at('queues/jobs/DeadLetters').expiration_policy,
    seen: ['queues.jobs.deadLetters.retentionDays', 'queues.jobs!expiration_policy'],
  },
  {
    what: 'a message that is held for less time',
    make: (places) => void (places.at('functions/worker/Trigger/QueueJobs/Subscription').ack_deadline_seconds = 10),
    seen: ['queues.jobs.timeoutSeconds'],
  },
  {
    what: 'messages at another path',
    make: (places) => {
      const { push_config: push } = places.at('functions/worker/Trigger/QueueJobs/Subscription');
      push.push_endpoint = push.push_endpoint.replace('/triggers/queue/jobs', '/');
    },
    seen: [
      'functions.worker.triggers',
      'functions.worker.physicalNames.trigger',
      'functions.worker!push_config.push_endpoint',
    ],
  },
  {
    what: 'messages that say nothing of who sends them',
    make: (places) => delete places.at('functions/worker/Trigger/QueueJobs/Subscription').push_config.oidc_token,
    seen: [
      'functions.worker.triggers',
      'functions.worker.physicalNames.trigger',
      'functions.worker!push_config.oidc_token',
    ],
  },
  {
    what: 'a function that everybody may invoke',
    make: (places) => void (places.at('functions/worker/Trigger/Invoker').member = 'allUsers'),
    seen: ['functions.worker.triggers', 'functions.worker.physicalNames.trigger', 'functions.worker!member'],
  },
  {
    what: 'events of another function',
    make: (places) =>
      void (places.at('functions/notify/Trigger/Invoker').service = refTo(places, 'functions/index/Function', 'name')),
    seen: [
      'functions.notify.triggers',
      'functions.notify.retry',
      'functions.notify.physicalNames.trigger',
      'functions.notify!service',
    ],
  },
  {
    what: 'a subscription without dead letters',
    make: (places) => delete places.at('functions/notify/Trigger/TopicEvents/Subscription').dead_letter_policy,
    seen: ['functions.notify.retry.deadLetter', 'functions.notify!'],
  },
  {
    what: 'dead letters that Pub/Sub may not forward',
    make: (places) => places.remove('functions/notify/Trigger/TopicEvents/Agent'),
    seen: ['functions.notify.triggers', 'functions.notify.retry', 'functions.notify.physicalNames.trigger'],
  },
  {
    what: 'a topic to which everybody may publish',
    make: (places) => void (places.at('functions/worker/UseTopicsEvents').member = 'allAuthenticatedUsers'),
    seen: ['functions.worker.uses', 'functions.worker!member'],
  },
  {
    what: 'a publisher that may do everything to the topic',
    make: (places) => void (places.at('functions/worker/UseTopicsEvents').role = 'roles/pubsub.admin'),
    seen: ['functions.worker.uses', 'functions.worker!role'],
  },
  {
    what: 'events of any object',
    make: (places) => delete places.at('functions/index/Trigger/BucketReports/Notification0').object_name_prefix,
    seen: ['functions.index.triggers'],
  },
  {
    what: 'a bucket that everybody may be let into',
    make: (places) => void (places.at('buckets/reports/Bucket').public_access_prevention = 'inherited'),
    seen: ['buckets.reports.public', 'buckets.reports!public_access_prevention'],
  },
  {
    what: 'a morning somewhere else',
    make: (places) => void (places.at('functions/report/Trigger/Schedule0').time_zone = 'America/New_York'),
    seen: ['functions.report.triggers'],
  },
  {
    what: 'a schedule that waits for less time',
    make: (places) => void (places.at('functions/report/Trigger/Schedule0').attempt_deadline = '60s'),
    seen: [
      'functions.report.triggers',
      'functions.report.retry',
      'functions.report.physicalNames.trigger',
      'functions.report!attempt_deadline',
    ],
  },
  {
    what: 'a value in place of the placeholder',
    make: (places) =>
      void (places.at('secrets/signing/SecretPlaceholder').secret_data = 'correct horse battery staple'),
    seen: ['secrets.signing.holds'],
  },
  {
    what: 'a placeholder that is put back by every deployment',
    make: (places) => delete places.at('secrets/signing/SecretPlaceholder').lifecycle,
    seen: ['secrets.signing!lifecycle'],
  },
  {
    what: 'an alarm that is told elsewhere',
    make: (places) =>
      void (places.at('topics/trouble/Channel').labels.topic = refTo(places, 'topics/events/Topic', 'id')),
    seen: ['topics.trouble.isToldOfAlarms', 'topics.trouble!labels.topic'],
  },
  {
    what: 'an alarm that nobody is told of',
    make: (places) => delete places.at('queues/jobs/AlarmDeadLetters').notification_channels,
    seen: ['queues.jobs.alarms'],
  },
];
