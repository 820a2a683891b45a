import type { ResolvedFunction } from '../model/function';
import type { Retry, Trigger, WithTriggers } from '../model/trigger';
import { on, type Rule } from './rule';

/** Whether Cloud Scheduler calls an element by the clock. */
export const isTimed = (trigger: Trigger): boolean => 'schedule' in trigger || 'rate' in trigger;

/** Whether Pub/Sub pushes a trigger's events to an element, so that its `retry` is a subscription's. */
export const isPushed = (trigger: Trigger): boolean => 'topic' in trigger || 'bucket' in trigger;

/** The least that Pub/Sub keeps a message, in seconds: https://cloud.google.com/pubsub/docs/subscription-properties#message_retention_duration */
export const leastRetentionSeconds = 10 * 60;

/** How long Pub/Sub keeps an event that goes to a queue where it fails for good, in seconds. */
const forwardedRetentionSeconds = 7 * 24 * 60 * 60;

/**
 * How long an event is tried again on GCP, in seconds. What is too old is dropped there, and not forwarded: where it has
 * a queue to go to, it stays until it has failed as often as that takes, even if deliveries stop for a while.
 */
export const retentionSeconds = ({ maxAgeSeconds, deadLetter }: Retry): number =>
  deadLetter === undefined ? Math.max(maxAgeSeconds, leastRetentionSeconds) : forwardedRetentionSeconds;

/** The bounds of a job's attempt, in seconds: https://cloud.google.com/scheduler/docs/reference/rest/v1/projects.locations.jobs#Job */
const attempt = { least: 15, most: 30 * 60 };

/** How long a call of Cloud Scheduler may take, in seconds. */
export const attemptSeconds = (timeoutSeconds: number): number =>
  Math.min(Math.max(timeoutSeconds, attempt.least), attempt.most);

/** How long a request to a Cloud Run service may take where nothing is written, in seconds: https://cloud.google.com/run/docs/configuring/request-timeout */
export const cloudRunTimeoutSeconds = 300;

/** What becomes of triggers on GCP, of functions and of services. */
const triggerRulesOf = (kind: 'functions' | 'services'): readonly Rule<WithTriggers>[] => [
  {
    path: `${kind}.triggers`,
    value: 'a batchSize above 1',
    on: on('gcp'),
    is: 'approximated',
    becomes: '1',
    reason: 'Pub/Sub pushes each message by itself',
    applies: ({ element }) => element.triggers.some((trigger) => 'queue' in trigger && trigger.batchSize > 1),
  },
  {
    path: `${kind}.triggers`,
    value: 'deleted',
    on: on('gcp'),
    is: 'approximated',
    becomes:
      'an event for each object that is deleted or written over, and one for each older version; `eventType` and `overwrittenByGeneration` tell which',
    reason: 'Cloud Storage has one event for what is gone, however it went',
    applies: ({ element }) => element.triggers.some((trigger) => 'bucket' in trigger && trigger.on.includes('deleted')),
  },
];

export const serviceDeliveryRules = triggerRulesOf('services');

export const functionDeliveryRules: readonly Rule<ResolvedFunction>[] = [
  ...triggerRulesOf('functions'),
  {
    path: 'functions.retry.maxRetries',
    value: 'of topics and buckets',
    on: on('gcp'),
    is: 'approximated',
    becomes: 'as many as there can be until maxAgeSeconds; with a deadLetter, 4 at the least',
    reason: 'Pub/Sub delivers a message until it is too old, or 5 times before it forwards it',
    applies: ({ element }) => element.triggers.some(isPushed),
  },
  {
    path: 'functions.retry.maxAgeSeconds',
    value: 'below 600, of topics and buckets',
    on: on('gcp'),
    is: 'approximated',
    becomes: `${leastRetentionSeconds}`,
    reason: 'Pub/Sub keeps a message for 10 minutes at the least',
    applies: ({ element: { triggers, retry } }) =>
      triggers.some(isPushed) && retry.deadLetter === undefined && retry.maxAgeSeconds < leastRetentionSeconds,
  },
  {
    path: 'functions.retry.maxAgeSeconds',
    value: 'of topics and buckets, with a deadLetter',
    on: on('gcp'),
    is: 'approximated',
    becomes: `${forwardedRetentionSeconds}: an event goes to the deadLetter once it has failed often enough`,
    reason: 'Pub/Sub drops what is too old, and forwards only what has failed',
    applies: ({ element: { triggers, retry } }) => triggers.some(isPushed) && retry.deadLetter !== undefined,
  },
  {
    path: 'functions.retry.maxAgeSeconds',
    value: 'of schedules and rates',
    on: on('gcp'),
    is: 'approximated',
    becomes: 'no limit: a call is tried again maxRetries times, soon after each other',
    reason: 'Cloud Scheduler tries until both a number and a time are reached, not one of them',
    applies: ({ element }) => element.triggers.some(isTimed),
  },
  {
    path: 'functions.retry.deadLetter',
    value: 'of schedules and rates',
    on: on('gcp'),
    is: 'approximated',
    becomes: 'a line in the log: a call that fails for good is lost',
    reason: 'Cloud Scheduler has no place to which it hands what failed',
    applies: ({ element: { triggers, retry } }) => triggers.some(isTimed) && retry.deadLetter !== undefined,
  },
];
