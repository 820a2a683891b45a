import type { ColdStart } from '../model/cold-start';
import { formatCron, parseCron } from '../model/cron';
import { formatRate, minutesOf } from '../model/rate';
import type { BucketTrigger, Retry, Trigger, Triggers } from '../model/trigger';

/** The facts about a schedule, messages or events that invoke an element. */
export type TriggerFact =
  /**
   * A time in numbers, as `formatCron` writes it. On Google Cloud with its place among the triggers, which is part of
   * the path at which the code is called.
   */
  | { readonly schedule: string; readonly timezone: string; readonly input: unknown; readonly index?: number }
  /** In the largest unit that fits. */
  | { readonly rate: string; readonly input: unknown }
  /** On AWS with the most invocations at a time; absent: no maximum. */
  | { readonly queue: string; readonly batchSize: number; readonly maxConcurrency?: number }
  | { readonly topic: string }
  | { readonly bucket: string; readonly on: BucketTrigger['on']; readonly prefix?: string };

/** The facts about retries of events. */
export type RetryFact = Readonly<Retry>;

/** The triggers of a function on AWS, where a queue's consumer reads no more messages at a time than it may handle. */
export function expectAwsTriggers(triggers: Triggers, { scheduled = [], ...coldStart }: ColdStart): TriggerFact[] {
  const most = coldStart.dynamic?.max ?? coldStart.utilization?.max;
  // Lambda's minimum for an event source is 2.
  const cap = most === undefined ? undefined : Math.max(2, most, ...scheduled.flatMap(({ min, max }) => max ?? min));
  return inOrder(
    triggers.map((trigger) =>
      'queue' in trigger && cap !== undefined ? { ...trigger, maxConcurrency: cap } : expectTrigger(trigger),
    ),
  );
}

/** A trigger in the form in which every artifact can state it. */
export function expectTrigger(trigger: Trigger): TriggerFact {
  if ('schedule' in trigger) {
    return { ...trigger, schedule: formatCron(parseCron(trigger.schedule)), input: written(trigger.input) };
  }
  if ('rate' in trigger) {
    return { ...trigger, rate: formatRate(minutesOf(trigger.rate)!), input: written(trigger.input) };
  }
  return 'bucket' in trigger ? { ...trigger, on: [...new Set(trigger.on)].sort() } : trigger;
}

/** A value after a round trip through JSON, which has no negative zero. */
export const written = (input: unknown): unknown => JSON.parse(JSON.stringify(input));

/** Triggers in an order that is independent of the one in the file. */
export const inOrder = (triggers: readonly TriggerFact[]): TriggerFact[] =>
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
