import { formatCron } from '../model/cron';
import { minutesOf } from '../model/rate';
import type { WithTriggers } from '../model/trigger';
import { isPushed, isTimed } from '../support/delivery';
import { expectName, type NamedBy } from './name';
import { expectTrigger, inOrder, written, type RetryFact, type TriggerFact } from './trigger';

/**
 * The triggers of an element on Google Cloud, where a rate is a schedule, and a job has its place among the triggers.
 */
export const expectGcpTriggers = (triggers: WithTriggers['triggers']): readonly TriggerFact[] =>
  inOrder(
    triggers.map((trigger, index) => {
      if ('rate' in trigger) {
        const { rate, ...others } = trigger;
        return { ...others, schedule: timesOf(rate), timezone: 'UTC', input: written(trigger.input), index };
      }
      return 'schedule' in trigger ? ({ ...expectTrigger(trigger), index } as TriggerFact) : expectTrigger(trigger);
    }),
  );

/** The schedule of a rate: all its times of a day, from midnight on. */
function timesOf(rate: string): string {
  const step = minutesOf(rate)!;
  const times = Array.from({ length: (24 * 60) / step }, (_, index) => index * step);
  const all = (count: number, from = 0) => Array.from({ length: count }, (_, index) => index + from);
  return formatCron({
    minutes: [...new Set(times.map((time) => time % 60))].sort((a, b) => a - b),
    hours: [...new Set(times.map((time) => Math.floor(time / 60)))],
    daysOfMonth: all(31, 1),
    months: all(12, 1),
    daysOfWeek: all(7),
  });
}

/** Tells whether the triggers of an element have a place for its `retry`: those of queues have none. */
export const handsOver = ({ triggers }: WithTriggers): boolean =>
  triggers.some((trigger) => isTimed(trigger) || isPushed(trigger));

/**
 * The retries of a service, which has no `retry` of its own: Lambda's defaults. A job states how often it is retried, a
 * subscription for how long.
 */
export function expectServiceRetry({ triggers }: WithTriggers): { readonly retry?: Partial<RetryFact> } {
  const fact = {
    ...(triggers.some(isTimed) && { maxRetries: 2 }),
    ...(triggers.some(isPushed) && { maxAgeSeconds: 21_600 }),
  };
  return Object.keys(fact).length > 0 ? { retry: fact } : {};
}

/** The physical names of what invokes an element on Google Cloud. */
export interface TriggerNames {
  readonly serviceAccount: string;
  /** By place: `schedule-0`. */
  readonly jobs: Readonly<Record<string, string>>;
  /** By source: `queue-jobs`. */
  readonly subscriptions: Readonly<Record<string, string>>;
  /** By bucket: `bucket-uploads`. */
  readonly topics: Readonly<Record<string, string>>;
}

/** The names of what invokes an element; nothing without triggers. */
export function expectTriggerNames(
  naming: NamedBy,
  kind: 'functions' | 'services',
  name: string,
  { triggers }: WithTriggers,
): { readonly trigger?: TriggerNames } {
  if (triggers.length === 0) return {};
  const named = (places: readonly string[], limit: number): Record<string, string> =>
    Object.fromEntries(places.map((place) => [place, expectName(naming, kind, name, limit, place)]));
  const timed = triggers.flatMap((trigger, index) => (isTimed(trigger) ? [`schedule-${index}`] : []));
  const buckets = triggers.flatMap((trigger) => ('bucket' in trigger ? [`bucket-${trigger.bucket}`] : []));
  const others = triggers.flatMap((trigger) => {
    if ('queue' in trigger) return [`queue-${trigger.queue}`];
    return 'topic' in trigger ? [`topic-${trigger.topic}`] : [];
  });
  return {
    trigger: {
      serviceAccount: expectName(naming, kind, name, 30, 'trigger'),
      jobs: named(timed, 500),
      subscriptions: named([...others, ...buckets], 255),
      topics: named(buckets, 255),
    },
  };
}
