import { z } from 'zod';
import { cronSpec, rateSpec, timeZoneSpec } from './cron';
import { elementId, elementName, type ElementId } from './name';

type Json = z.output<ReturnType<typeof z.json>>;

/** JSON with the keys of its maps in their order, so that the order in which they are written means nothing. */
function inOrder(value: Json): Json {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, child]) => [key, inOrder(child)]));
}

/** What a schedule hands over: any JSON. */
const inputSpec = z.json().transform(inOrder);

/** Times at which code runs. */
const scheduleTrigger = z.strictObject({
  /** Five fields, as cron takes them. */
  schedule: cronSpec,
  /** The time zone of the schedule, by its name in the IANA database. */
  timezone: timeZoneSpec.default('UTC'),
  /** What the code gets, as JSON; absent: an empty map. */
  input: inputSpec.default({}),
});

/** A rate at which code runs. */
const rateTrigger = z.strictObject({
  /** `<n>m` with n dividing 60, `<n>h` with n dividing 24, or `1d`. */
  rate: rateSpec,
  /** What the code gets, as JSON; absent: an empty map. */
  input: inputSpec.default({}),
});

/** Messages of a queue, of which the function is the one consumer. */
const queueTrigger = z.strictObject({
  /** The queue's name. */
  queue: elementName,
  /** Messages that one invocation gets at the most. */
  batchSize: z.int().min(1).max(10_000).default(10),
});

/** Events of a topic. */
const topicTrigger = z.strictObject({
  /** The topic's name. */
  topic: elementName,
});

/** What happens to a bucket's objects. */
const bucketTrigger = z.strictObject({
  /** The bucket's name. */
  bucket: elementName,
  /** What happens. */
  on: z.array(z.enum(['created', 'deleted'])).min(1),
  /** What the objects' names begin with; absent: anything. */
  prefix: z.string().min(1).max(1_024).optional(),
});

/** What invokes an element without being waited for, or with a time of its own. */
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

/** What becomes of an event for which the code fails. Queues have their own `maxDeliveryAttempts`. */
export const retrySpec = z.strictObject({
  /** How often an event is tried again. */
  maxRetries: z.int().min(0).max(2).default(2),
  /** Seconds for which an event is tried again. */
  maxAgeSeconds: z.int().min(60).max(21_600).default(21_600),
  /** The queue that gets what failed for good; absent: it is lost. */
  deadLetter: elementName.optional(),
});

export type Retry = z.output<typeof retrySpec>;

/** The kind of a trigger: what it is named by. */
export type TriggerKind = 'schedule' | 'rate' | 'queue' | 'topic' | 'bucket';

/** What a trigger is. */
export const kindOf = (trigger: Trigger): TriggerKind =>
  (['schedule', 'rate', 'queue', 'topic', 'bucket'] as const).find((kind) => kind in trigger)!;

/** Whether events are handed over and tried again by the cloud: all but a queue's messages are. */
export const isAsynchronous = (trigger: Trigger): boolean => !('queue' in trigger);

/** An element that is invoked by times, messages or events. */
export interface WithTriggers {
  readonly triggers: Triggers;
  readonly retry?: Retry;
}

/** The elements whose messages or events invoke an element, and those that get its dead letters. */
export function sourcesOf({ triggers, retry }: WithTriggers): ElementId[] {
  const sources = triggers.flatMap((trigger): ElementId[] => {
    if ('queue' in trigger) return [elementId('queues', trigger.queue)];
    if ('topic' in trigger) return [elementId('topics', trigger.topic)];
    return 'bucket' in trigger ? [elementId('buckets', trigger.bucket)] : [];
  });
  return [...sources, ...(retry?.deadLetter === undefined ? [] : [elementId('queues', retry.deadLetter)])];
}
