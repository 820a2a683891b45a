import type { Retry, Trigger } from '../model/trigger';

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
