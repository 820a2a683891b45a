import type { ResolvedFunction } from '../model/function';
import type { Retry, Trigger, WithTriggers } from '../model/trigger';
import { on, stays, type Restated, type Rule } from './rule';

/** Tells whether Cloud Scheduler calls the element, on a schedule or at a rate. */
export const isTimed = (trigger: Trigger): boolean => 'schedule' in trigger || 'rate' in trigger;

/** Tells whether Pub/Sub pushes events that come under the element's `retry`. */
export const isPushed = (trigger: Trigger): boolean => 'topic' in trigger || 'bucket' in trigger;

/** The shortest message retention, in seconds: https://cloud.google.com/pubsub/docs/subscription-properties#message_retention_duration */
const leastRetentionSeconds = 10 * 60;

/** The message retention of a subscription that forwards to a dead-letter queue, in seconds. */
const forwardedRetentionSeconds = 7 * 24 * 60 * 60;

/** A function whose `retry` is stated differently. */
const retried = ({ retry }: ResolvedFunction, stated: Restated<Retry>): Restated<ResolvedFunction> => ({
  retry: { ...retry, ...stated },
});

/** The rules for triggers on Google Cloud, of functions and of services. */
const triggerRulesOf = (kind: 'functions' | 'services'): readonly Rule<WithTriggers>[] => [
  {
    path: `${kind}.triggers`,
    value: 'batchSize above 1',
    on: on('gcp'),
    is: 'approximated',
    becomes: {
      text: 'batchSize 1',
      value: ({ element: { triggers } }) => ({
        triggers: triggers.map((trigger) => ('queue' in trigger ? { ...trigger, batchSize: 1 } : trigger)),
      }),
    },
    reason: 'Pub/Sub pushes one message at a time',
    applies: ({ element }) => element.triggers.some((trigger) => 'queue' in trigger && trigger.batchSize > 1),
  },
  {
    path: `${kind}.triggers`,
    value: 'deleted',
    on: on('gcp'),
    is: 'approximated',
    becomes: {
      text:
        'an event for each object that is deleted or overwritten, and for each deleted older version; `eventType` and ' +
        '`overwrittenByGeneration` distinguish them',
      value: stays,
    },
    reason: 'Cloud Storage has one event type for deleted and overwritten objects',
    applies: ({ element }) => element.triggers.some((trigger) => 'bucket' in trigger && trigger.on.includes('deleted')),
  },
];

export const serviceDeliveryRules = triggerRulesOf('services');

export const functionDeliveryRules: readonly Rule<ResolvedFunction>[] = [
  ...triggerRulesOf('functions'),
  {
    path: 'functions.retry.maxRetries',
    value: 'with topic or bucket triggers',
    on: on('gcp'),
    is: 'approximated',
    becomes: {
      text: 'retries until maxAgeSeconds; with a deadLetter, at least 4',
      // Cloud Scheduler still has a number of retries, where it calls the same function.
      value: ({ element }) => retried(element, { maxRetries: retriesOfJobs(element) }),
    },
    reason: 'Pub/Sub retries a message until it is too old, or forwards it after at least 5 deliveries',
    applies: ({ element }) => element.triggers.some(isPushed),
  },
  {
    path: 'functions.retry.maxAgeSeconds',
    value: `below ${leastRetentionSeconds}, with topic or bucket triggers`,
    on: on('gcp'),
    is: 'approximated',
    becomes: {
      text: `${leastRetentionSeconds}`,
      value: ({ element }) => retried(element, { maxAgeSeconds: leastRetentionSeconds }),
    },
    reason: "Pub/Sub's minimum message retention is 10 minutes",
    applies: ({ element: { triggers, retry } }) =>
      triggers.some(isPushed) && retry.deadLetter === undefined && retry.maxAgeSeconds < leastRetentionSeconds,
  },
  {
    path: 'functions.retry.maxAgeSeconds',
    value: 'with topic or bucket triggers and a deadLetter',
    on: on('gcp'),
    is: 'approximated',
    becomes: {
      text: `${forwardedRetentionSeconds}, which is 7 days`,
      value: ({ element }) => retried(element, { maxAgeSeconds: forwardedRetentionSeconds }),
    },
    reason: 'Pub/Sub forwards an event to the deadLetter after at least 5 failures, and drops an event that is too old',
    applies: ({ element: { triggers, retry } }) => triggers.some(isPushed) && retry.deadLetter !== undefined,
  },
  {
    path: 'functions.retry.maxAgeSeconds',
    value: 'with schedule or rate triggers',
    on: on('gcp'),
    is: 'approximated',
    becomes: {
      text: 'no time limit; a failed call is retried maxRetries times within minutes',
      value: ({ element }) => (element.triggers.some(isPushed) ? {} : retried(element, { maxAgeSeconds: undefined })),
    },
    reason: 'Cloud Scheduler stops only when both limits are reached, the number and the time',
    applies: ({ element }) => element.triggers.some(isTimed),
  },
  {
    path: 'functions.retry.deadLetter',
    value: 'with schedule or rate triggers',
    on: on('gcp'),
    is: 'approximated',
    becomes: {
      text: 'a log entry; a call that fails permanently is lost',
      value: ({ element }) => (element.triggers.some(isPushed) ? {} : retried(element, { deadLetter: undefined })),
    },
    reason: 'Cloud Scheduler has no dead-letter queue',
    applies: ({ element: { triggers, retry } }) => triggers.some(isTimed) && retry.deadLetter !== undefined,
  },
];

const retriesOfJobs = ({ triggers, retry }: ResolvedFunction): number | undefined =>
  triggers.some(isTimed) ? retry.maxRetries : undefined;
