import { formatCron, formatRate, minutesOf, parseCron } from '../model/cron';
import type { ResolvedQueue } from '../model/queue';
import { lambdaBatch } from '../support/trigger';
import type { BucketTrigger, Retry, Trigger, Triggers } from '../model/trigger';

/** What an artefact says of something that invokes an element by the clock, for a message, or for an event. */
export type TriggerFact =
  /**
   * A time in numbers, as `formatCron` writes it. On GCP with its place among the triggers, which is part of the path at
   * which the code is called.
   */
  | { readonly schedule: string; readonly timezone: string; readonly input: unknown; readonly index?: number }
  /** In the largest unit that fits. */
  | { readonly rate: string; readonly input: unknown }
  | { readonly queue: string; readonly batchSize: number }
  | { readonly topic: string }
  | { readonly bucket: string; readonly on: BucketTrigger['on']; readonly prefix?: string };

/** What an artefact says of events for which the code fails. */
export interface RetryFact {
  readonly maxRetries: number;
  readonly maxAgeSeconds: number;
  /** The queue that gets what failed for good. */
  readonly deadLetter?: string;
}

/** What a right rendering says on AWS. */
export const expectAwsTriggers = (
  triggers: Triggers,
  queues: Readonly<Record<string, ResolvedQueue>>,
): readonly TriggerFact[] =>
  inOrder(
    triggers.map((trigger) => {
      const fact = expectTrigger(trigger);
      if (!('queue' in fact)) return fact;
      return { ...fact, batchSize: lambdaBatch(fact.batchSize, queues[fact.queue]?.ordered === true) };
    }),
  );

/** A trigger in the words in which every artefact can state it. */
export function expectTrigger(trigger: Trigger): TriggerFact {
  if ('schedule' in trigger) {
    return { ...trigger, schedule: formatCron(parseCron(trigger.schedule)), input: written(trigger.input) };
  }
  if ('rate' in trigger) {
    return { rate: formatRate(minutesOf(trigger.rate)!), input: written(trigger.input) };
  }
  return 'bucket' in trigger ? { ...trigger, on: [...new Set(trigger.on)].sort() } : trigger;
}

/** A value as JSON has it, where a minus before nothing is nothing. */
export const written = (input: unknown): unknown => JSON.parse(JSON.stringify(input));

/** Triggers in an order that says nothing of the one in which they were written. */
export const inOrder = (triggers: readonly TriggerFact[]): readonly TriggerFact[] =>
  triggers
    .map((trigger) => [JSON.stringify(sorted(trigger)), trigger] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, trigger]) => trigger);

/** A value whose maps have their keys in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, child]) => [key, sorted(child)]));
}

/** What a right rendering says on AWS of events for which the code fails: what Lambda does by itself is the default. */
export const expectAwsRetry = ({ maxRetries, maxAgeSeconds, deadLetter }: Retry): RetryFact => ({
  maxRetries,
  maxAgeSeconds,
  ...(deadLetter !== undefined && { deadLetter }),
});
