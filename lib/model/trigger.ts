import { z } from 'zod';
import { cronSpec } from './cron';
import { rateSpec } from './rate';
import { hasWholeCharacters, plainText } from './text';
import { timeZoneSpec } from './time-zone';
import { elementId, elementName, type ElementId } from './name';

/** Any JSON value. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

const jsonSpec: z.ZodType<Json, Json> = z.json();

/** JSON with sorted keys, so that the order in which they are written has no effect. */
function inOrder(value: Json): Json {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, child]) => [key, inOrder(child)]));
}

/** Input of a schedule: any JSON. */
const inputSpec = jsonSpec
  .refine(hasWholeCharacters, 'must be valid Unicode text, without half of a surrogate pair')
  .transform(inOrder);

/** Schedule at which code runs. */
const scheduleTrigger = z.strictObject({
  /** Cron expression with five fields. */
  schedule: cronSpec,
  /** Time zone of the schedule: a name from the IANA database. */
  timezone: timeZoneSpec.default('UTC'),
  /** Input of the code, any JSON. Default: an empty map. */
  input: inputSpec.default({}),
});

/** Rate at which code runs. */
const rateTrigger = z.strictObject({
  /** Interval: `<n>m` with n dividing 60, `<n>h` with n dividing 24, or `1d`. */
  rate: rateSpec,
  /** Input of the code, any JSON. Default: an empty map. */
  input: inputSpec.default({}),
});

/** Messages of a queue, whose only consumer is this element. */
const queueTrigger = z.strictObject({
  /** Name of the queue. */
  queue: elementName,
  /** Maximum number of messages for one invocation. */
  batchSize: z.int().min(1).max(10_000).default(10),
});

/** Events of a topic. */
const topicTrigger = z.strictObject({
  /** Name of the topic. */
  topic: elementName,
});

/** Changes of a bucket's objects. */
const bucketTrigger = z.strictObject({
  /** Name of the bucket. */
  bucket: elementName,
  /** Events: an object was `created` or `deleted`. */
  on: z.array(z.enum(['created', 'deleted'])).min(1),
  /** Prefix of the objects' names. Default: all objects. */
  prefix: plainText
    .min(1)
    .max(1_024)
    .regex(/^[^\t\n\r]*$/, 'must be text without control characters')
    .optional(),
});

/** Asynchronous triggers: schedules, queues, topics and bucket events. */
export const triggersSpec = z
  .array(z.union([scheduleTrigger, rateTrigger, queueTrigger, topicTrigger, bucketTrigger]))
  .default([]);

export type Triggers = z.output<typeof triggersSpec>;
export type Trigger = Triggers[number];
export type ScheduleTrigger = z.output<typeof scheduleTrigger>;
export type RateTrigger = z.output<typeof rateTrigger>;
export type QueueTrigger = z.output<typeof queueTrigger>;
export type TopicTrigger = z.output<typeof topicTrigger>;
export type BucketTrigger = z.output<typeof bucketTrigger>;

/** Retries of events for which the code fails. Queues have `maxDeliveryAttempts` instead. */
export const retrySpec = z.strictObject({
  /** Maximum number of retries of an event. */
  maxRetries: z.int().min(0).max(2).default(2),
  /** Maximum age of an event that is retried, in seconds. */
  maxAgeSeconds: z.int().min(60).max(21_600).default(21_600),
  /** Queue for events that fail permanently. Default: such events are lost. */
  deadLetter: elementName.optional(),
});

export type Retry = z.output<typeof retrySpec>;

/** Kind of a trigger, named after its first field. */
export type TriggerKind = 'schedule' | 'rate' | 'queue' | 'topic' | 'bucket';

/** Kind of a trigger. */
export const kindOf = (trigger: Trigger): TriggerKind =>
  (['schedule', 'rate', 'queue', 'topic', 'bucket'] as const).find((kind) => kind in trigger)!;

/** True of triggers whose events the cloud delivers and retries: all except queues. */
export const isAsynchronous = (trigger: Trigger): boolean => !('queue' in trigger);

/** Element with triggers. */
export interface WithTriggers {
  readonly triggers: Triggers;
  readonly retry?: Retry;
}

/** Elements whose messages or events invoke an element, and queues that receive its dead letters. */
export function sourcesOf({ triggers, retry }: WithTriggers): ElementId[] {
  const sources = triggers.flatMap((trigger): ElementId[] => {
    if ('queue' in trigger) return [elementId('queues', trigger.queue)];
    if ('topic' in trigger) return [elementId('topics', trigger.topic)];
    return 'bucket' in trigger ? [elementId('buckets', trigger.bucket)] : [];
  });
  return [...sources, ...(retry?.deadLetter === undefined ? [] : [elementId('queues', retry.deadLetter)])];
}
