import type { Json } from './artefact';
import type { Case } from './mutation';

const jobs = 'functions/worker/Trigger/QueueJobs/Subscription';
const events = 'functions/notify/Trigger/TopicEvents/Subscription';
const report = 'functions/report/Trigger/Schedule0';
const rules = 'path_matcher.0.route_rules';
const signing = 'secrets/signing/SecretPlaceholder';

const unread = ['functions.worker.triggers', 'functions.worker.physicalNames.trigger'];
const unreadNotify = ['functions.notify.triggers', 'functions.notify.retry', 'functions.notify.physicalNames.trigger'];
const unreadReport = ['functions.report.triggers', 'functions.report.retry', 'functions.report.physicalNames.trigger'];

/** Changes of the artefacts of orders, and the differences that each makes. */
export const orders: readonly Case[] = [
  {
    what: "a load balancer's group that doesn't wait for its API",
    make: (edit) => edit.unwait('apis/public/GroupOrders', 'foundation/EnableCompute'),
    seen: ['apis.public.needs', 'apis.public!depends_on.0'],
  },
  {
    what: 'a queue without a dead-letter policy',
    make: (edit) => edit.unset(jobs, 'dead_letter_policy'),
    seen: ['queues.jobs.maxDeliveryAttempts', 'functions.worker!may roles/pubsub.subscriber'],
  },
  {
    what: 'the dead-letter topic of another queue',
    make: (edit) => edit.refer(jobs, 'dead_letter_policy.dead_letter_topic', 'queues/failed/DeadLetterTopic', 'id'),
    seen: [
      'queues.jobs.maxDeliveryAttempts',
      'functions.worker!dead_letter_policy.dead_letter_topic',
      'functions.worker!dead_letter_policy.max_delivery_attempts',
    ],
  },
  {
    what: 'no subscription to the dead-letter topic',
    make: (edit) => edit.remove('queues/jobs/DeadLetters'),
    seen: [
      'queues.jobs.deadLetters.retentionDays',
      'queues.jobs.alarms',
      'queues.jobs.physicalNames.deadLetters',
      'queues.jobs!conditions.0',
    ],
  },
  {
    what: 'a dead-letter subscription that expires after a month without a subscriber',
    make: (edit) => edit.unset('queues/jobs/DeadLetters', 'expiration_policy'),
    seen: ['queues.jobs.deadLetters.retentionDays', 'queues.jobs!expiration_policy'],
  },
  {
    what: 'a shorter acknowledgement deadline',
    make: (edit) => edit.set(jobs, 'ack_deadline_seconds', 10),
    seen: ['queues.jobs.timeoutSeconds'],
  },
  {
    what: 'messages to another path',
    make: (edit) => edit.replace(jobs, 'push_config.push_endpoint', '/triggers/queue/jobs', '/triggers/queue/other'),
    seen: [...unread, 'functions.worker!push_config.push_endpoint'],
  },
  {
    what: 'messages to another host',
    make: (edit) => edit.set(jobs, 'push_config.push_endpoint', 'https://example.com/triggers/queue/jobs'),
    seen: [...unread, 'functions.worker!push_config.push_endpoint'],
  },
  {
    what: "a token for a function's other address, at which it admits no messages",
    make: (edit) => edit.refer(jobs, 'push_config.oidc_token.audience', 'functions/worker/Function', 'url'),
    seen: [...unread, 'functions.worker!push_config.oidc_token'],
  },
  {
    what: 'messages without a token',
    make: (edit) => edit.unset(jobs, 'push_config.oidc_token'),
    seen: [...unread, 'functions.worker!push_config.oidc_token'],
  },
  {
    what: 'a function that everybody may invoke',
    make: (edit) => edit.set('functions/worker/Trigger/Invoker', 'member', 'allUsers'),
    seen: [...unread, 'functions.worker!member'],
  },
  {
    what: "everybody as one more invoker in the triggers' part",
    make: (edit) => edit.copy('functions/worker/Trigger/Invoker', { member: 'allUsers' }),
    on: ['gcp-cdktf'],
    seen: ['functions.worker!may roles/run.invoker'],
  },
  {
    // A name on Pulumi is also a place, so the copy's place is the function's own part.
    what: 'everybody as one more invoker',
    make: (edit) => edit.copy('functions/worker/Trigger/Invoker', { member: 'allUsers' }),
    on: ['gcp-pulumi'],
    seen: ['functions.worker.invokedBy'],
    also: { 'gcp-pulumi': ['functions.worker!part'] },
  },
  {
    what: 'a permission to invoke another function',
    make: (edit) => edit.refer('functions/notify/Trigger/Invoker', 'service', 'functions/index/Function', 'name'),
    seen: [...unreadNotify, 'functions.notify!service'],
  },
  {
    what: 'events with the identity of the function itself',
    make: (edit) =>
      edit.refer(events, 'push_config.oidc_token.service_account_email', 'functions/notify/ServiceAccount', 'email'),
    seen: [...unreadNotify, 'functions.notify!push_config.oidc_token'],
  },
  {
    what: 'a subscription without a dead-letter policy',
    make: (edit) => edit.unset(events, 'dead_letter_policy'),
    seen: ['functions.notify.retry.deadLetter', 'functions.notify!may roles/pubsub.subscriber'],
  },
  {
    what: 'messages that Pub/Sub may not forward to the dead-letter topic',
    make: (edit) => edit.remove('functions/notify/Trigger/TopicEvents/Agent'),
    // On Pulumi the agent's grant has the name of its subscription.
    on: ['gcp-cdktf'],
    seen: unreadNotify,
  },
  {
    what: 'a queue to which Pub/Sub may not publish dead letters',
    make: (edit) => edit.remove('queues/failed/TopicAgent'),
    seen: ['queues.failed.getsDeadLetters'],
  },
  {
    what: 'a topic to which everybody may publish',
    make: (edit) => edit.set('functions/worker/UseTopicsEvents', 'member', 'allAuthenticatedUsers'),
    seen: ['functions.worker.uses', 'functions.worker!member'],
  },
  {
    what: "an administrator's role on a topic",
    make: (edit) => edit.set('functions/worker/UseTopicsEvents', 'role', 'roles/pubsub.admin'),
    seen: ['functions.worker.uses', 'functions.worker!role'],
  },
  {
    what: 'a secret that everybody may read',
    make: (edit) => edit.set('functions/worker/UseSecretsSigning', 'member', 'allAuthenticatedUsers'),
    seen: ['functions.worker.uses', 'functions.worker!member'],
  },
  {
    what: 'no service agent of Pub/Sub',
    make: (edit) => edit.remove('foundation/PubsubAgent'),
    on: ['gcp-cdktf'],
    seen: [
      'foundation.agents',
      'foundation.waits',
      'foundation!depends_on.0',
      'foundation!triggers.pubsub',
      'foundation!triggers.storage',
    ],
  },
  {
    what: 'no service agent of Pub/Sub',
    make: (edit) => edit.remove('foundation/PubsubAgent'),
    on: ['gcp-pulumi'],
    seen: ['foundation.agents', 'foundation.waits', 'foundation!triggers', 'foundation!depends_on'],
  },
  {
    what: 'a role for a service agent that may not exist yet',
    make: (edit) => edit.unwait('queues/failed/TopicAgent', 'foundation/AgentsWait'),
    seen: ['queues.failed.getsDeadLetters', 'queues.failed!depends_on'],
  },
  {
    what: 'messages whose tokens Pub/Sub may not create',
    make: (edit) => edit.remove('functions/worker/Trigger/Signer'),
    seen: [...unread, ...[0, 1, 2].map((index) => `functions.worker!depends_on.${index}`)],
  },
  {
    what: 'a notification before the permission to publish takes effect',
    make: (edit) =>
      edit.unwait('functions/index/Trigger/BucketReports/Notification0', 'functions/index/Trigger/BucketReports/Wait'),
    on: ['gcp-cdktf'],
    seen: [
      'functions.index.triggers',
      'functions.index.retry',
      'functions.index.physicalNames.trigger',
      'functions.index!push_config.push_endpoint',
      'functions.index!topic',
      'functions.index!depends_on',
    ],
  },
  {
    what: 'events of every object',
    make: (edit) => edit.unset('functions/index/Trigger/BucketReports/Notification0', 'object_name_prefix'),
    seen: ['functions.index.triggers'],
  },
  {
    what: 'a bucket that can be made public',
    make: (edit) => edit.set('buckets/reports/Bucket', 'public_access_prevention', 'inherited'),
    seen: ['buckets.reports.public', 'buckets.reports!public_access_prevention'],
  },
  {
    what: 'older versions that are never deleted',
    make: (edit) => edit.pop('buckets/reports/Bucket', 'lifecycle_rule'),
    seen: [
      'buckets.reports.expireDays',
      'buckets.reports.abortUploadsDays',
      'buckets.reports!lifecycle_rule.0',
      'buckets.reports!lifecycle_rule.1',
    ],
  },
  {
    what: 'a bucket that the engine may destroy',
    make: (edit) => edit.release('buckets/reports/Bucket'),
    seen: ['buckets.reports.retain'],
  },
  {
    what: 'a secret that the engine may destroy',
    make: (edit) => edit.release('secrets/signing/Secret'),
    seen: ['secrets.signing.retain'],
  },
  {
    what: 'a topic whose messages may be stored anywhere',
    make: (edit) => edit.unset('topics/events/Topic', 'message_storage_policy'),
    seen: ['topics.events!message_storage_policy'],
  },
  {
    what: 'dead letters in another region',
    make: (edit) =>
      edit.set('queues/jobs/DeadLetterTopic', 'message_storage_policy.allowed_persistence_regions', ['us-east1']),
    seen: ['queues.jobs!message_storage_policy.allowed_persistence_regions'],
  },
  {
    what: 'a topic that refuses what is published in another region',
    make: (edit) => edit.set('topics/trouble/Topic', 'message_storage_policy.enforce_in_transit', true),
    seen: [
      'topics.trouble!message_storage_policy.allowed_persistence_regions',
      'topics.trouble!message_storage_policy.enforce_in_transit',
    ],
  },
  {
    what: 'events of objects in any region',
    make: (edit) => edit.unset('functions/index/Trigger/BucketReports/Topic', 'message_storage_policy'),
    seen: ['functions.index!message_storage_policy'],
  },
  {
    what: 'a secret in every region',
    make: (edit) => edit.set('secrets/signing/Secret', 'replication', { auto: {} }),
    seen: ['secrets.signing!replication.auto'],
  },
  {
    what: 'a route that matches another path',
    make: (edit) => edit.set('apis/public/UrlMap', `${rules}.0.match_rules.0.path_template_match`, '/other/{id=*}'),
    seen: ['apis.public.routes.GET /orders/{id}', 'apis.public.routes.GET /other/{id}'],
  },
  {
    what: 'a rule before all others',
    make: (edit) => {
      const own = edit.get('apis/public/UrlMap', rules) as Json[];
      edit.set('apis/public/UrlMap', rules, [{ ...own[1], priority: 0 }, ...own]);
    },
    seen: ['apis.public!path_matcher.0'],
  },
  {
    what: 'a rule fewer',
    make: (edit) => edit.set('apis/public/UrlMap', rules, edit.get('apis/public/UrlMap', rules).slice(1)),
    seen: ['apis.public.routes.GET /orders/{id}', 'apis.public!path_matcher.0'],
  },
  {
    what: 'an address without labels',
    make: (edit) => edit.unset('apis/public/Address', 'labels'),
    seen: ['apis.public.tags.example'],
  },
  {
    what: 'a forwarding rule with one more label',
    make: (edit) => edit.set('apis/public/ForwardingRule', 'labels.team', 'x'),
    seen: ['apis.public.tags.team'],
  },
  {
    what: 'an alarm without labels',
    make: (edit) => edit.unset('queues/jobs/AlarmDeadLetters', 'user_labels'),
    seen: ['queues.jobs.tags.example'],
  },
  {
    what: 'a channel with other labels',
    make: (edit) => edit.set('topics/trouble/Channel', 'user_labels.example', 'shop'),
    seen: ['topics.trouble.tags.example'],
  },
  {
    what: 'a schedule in another time zone',
    make: (edit) => edit.set(report, 'time_zone', 'America/New_York'),
    seen: ['functions.report.triggers'],
  },
  {
    what: 'a schedule with a shorter deadline',
    make: (edit) => edit.set(report, 'attempt_deadline', '60s'),
    seen: [...unreadReport, 'functions.report!attempt_deadline'],
  },
  {
    what: 'a schedule without an input',
    make: (edit) => edit.unset(report, 'http_target.body'),
    seen: unreadReport,
  },
  {
    what: 'a value in place of the placeholder',
    make: (edit) => edit.set(signing, 'secret_data', 'correct horse battery staple'),
    seen: ['secrets.signing.holds'],
  },
  {
    what: 'a placeholder that every deployment restores',
    make: (edit) => edit.unignore(signing),
    seen: ['secrets.signing!lifecycle'],
  },
  {
    what: 'alarms to another topic',
    make: (edit) => edit.refer('topics/trouble/Channel', 'labels.topic', 'topics/events/Topic', 'id'),
    seen: ['topics.trouble.isToldOfAlarms', 'topics.trouble!labels.topic'],
  },
  {
    what: 'an alarm without a channel',
    make: (edit) => edit.unset('queues/jobs/AlarmDeadLetters', 'notification_channels'),
    seen: ['queues.jobs.alarms'],
  },
  {
    what: 'a higher age of messages',
    make: (edit) =>
      edit.set('queues/jobs/AlarmOldMessages', 'conditions.0.condition_threshold.threshold_value', 86_400),
    seen: ['queues.jobs.alarms'],
  },
  {
    what: 'an alarm on the age of dead letters',
    make: (edit) =>
      edit.replace(
        'queues/jobs/AlarmOldMessages',
        'conditions.0.condition_threshold.filter',
        'oldest_unacked_message_age',
        'dead_letter_message_count',
      ),
    seen: ['queues.jobs.alarms', 'queues.jobs!conditions.0'],
  },
  {
    what: 'an alarm that one error starts, and none ends for a week',
    make: (edit) => edit.unset('functions/worker/AlarmErrors', 'alert_strategy'),
    seen: ['functions.worker.alarms', 'functions.worker!alert_strategy'],
  },
  {
    what: 'an alarm on the client errors of a function',
    make: (edit) =>
      edit.replace('functions/worker/AlarmErrors', 'conditions.0.condition_threshold.filter', '"5xx"', '"4xx"'),
    seen: ['functions.worker.alarms', 'functions.worker!conditions.0'],
  },
  {
    what: 'more errors of a function before its alarm',
    make: (edit) => edit.set('functions/worker/AlarmErrors', 'conditions.0.condition_threshold.threshold_value', 1),
    seen: ['functions.worker.alarms'],
  },
  {
    what: 'no alarm',
    make: (edit) => edit.remove('queues/jobs/AlarmDeadLetters'),
    seen: ['queues.jobs.alarms'],
  },
];
