import { formatCron, minutesOf } from '../model/cron';
import type { WithTriggers } from '../model/trigger';
import { isPushed, isTimed, retentionSeconds } from '../support/delivery';
import { expectName, type NamedBy } from './name';
import { expectTrigger, inOrder, written, type RetryFact, type TriggerFact } from './trigger';

/** What a right rendering says on GCP: a rate is times there, and messages of a queue come one by one. */
export const expectGcpTriggers = (triggers: WithTriggers['triggers']): readonly TriggerFact[] =>
  inOrder(
    triggers.map((trigger, index) => {
      if ('rate' in trigger)
        return { schedule: timesOf(trigger.rate), timezone: 'UTC', input: written(trigger.input), index };
      if ('schedule' in trigger) return { ...expectTrigger(trigger), index } as TriggerFact;
      return 'queue' in trigger ? { ...trigger, batchSize: 1 } : expectTrigger(trigger);
    }),
  );

/** All times of a day at which something happens that does so at a rate, from midnight on. */
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

/**
 * What a right rendering says on GCP of events for which the code fails; nothing where nothing hands events over. A job
 * says how often it is tried again, a subscription for how long, and where its messages go then.
 */
export function expectGcpRetry({ triggers, retry }: WithTriggers): { readonly retry?: Partial<RetryFact> } {
  const fact = {
    ...(triggers.some(isTimed) && { maxRetries: retry?.maxRetries ?? 2 }),
    ...(triggers.some(isPushed) && {
      maxAgeSeconds: retry ? retentionSeconds(retry) : 21_600,
      ...(retry?.deadLetter !== undefined && { deadLetter: retry.deadLetter }),
    }),
  };
  return Object.keys(fact).length > 0 ? { retry: fact } : {};
}

/** The names of what invokes an element on GCP, which are ours to give. */
export interface TriggerNames {
  readonly serviceAccount: string;
  /** By their places: `schedule-0`. */
  readonly jobs: Readonly<Record<string, string>>;
  /** By what they get: `queue-jobs`. */
  readonly subscriptions: Readonly<Record<string, string>>;
  /** By the bucket of whose objects they tell: `bucket-uploads`. */
  readonly topics: Readonly<Record<string, string>>;
}

/** What that of an element is called on GCP; nothing where there is none. */
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
