import type { WarmingFact } from '../../facts/cold-start';
import { formatRate } from '../../model/cron';
import { equal, isObject, type Resource } from '../resource';
import type { Statement } from '../policy';

/** What keeps a function warm by invoking it. */
export interface Warmer {
  /** Undefined where what is there means nothing. */
  readonly fact: WarmingFact | undefined;
  /** For how long its logs are kept, in days. */
  readonly logRetentionDays?: number;
  /** What bears tags. */
  readonly tagged: readonly (Resource | undefined)[];
}

/** `rate(5 minutes)` → `5m` */
export function readRate(value: unknown): string | undefined {
  const [, number, unit, plural] =
    (typeof value === 'string' && /^rate\((\d+) (minute|hour|day)(s?)\)$/.exec(value)) || [];
  if (number === undefined || (number === '1') === (plural === 's')) return undefined;
  const minutes = Number(number) * { minute: 1, hour: 60, day: 24 * 60 }[unit as 'minute' | 'hour' | 'day'];
  const rate = formatRate(minutes);
  return /^(?:[1-9]\d?[mh]|1d)$/.test(rate) ? rate : undefined;
}

/** How many workers a warmer is told to call through an alias: `{"alias": …, "instances": 3}`. */
export function readInput(value: unknown, alias: unknown): number | undefined {
  const pieces = isObject(value) && Array.isArray(value['join']) ? (value['join'] as unknown[]) : [];
  const [, instances] = (typeof pieces[2] === 'string' && /^","instances":([1-9]\d*)\}$/.exec(pieces[2])) || [];
  return instances !== undefined && equal(pieces.slice(0, 2), ['{"alias":"', alias]) && pieces.length === 3
    ? Number(instances)
    : undefined;
}

/** Whether statements allow to invoke just this, and beside that to write to a log group's streams, or nothing. */
export function mayInvoke(
  allowed: readonly Statement[] | undefined,
  target: unknown,
  streams?: unknown,
): true | undefined {
  const invoke = { sid: 'Invoke', actions: ['lambda:InvokeFunction'], resources: [target] };
  const write = { sid: 'WriteLogs', actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [streams] };
  return equal(allowed, streams === undefined ? [invoke] : [write, invoke]) || undefined;
}

/** For how long logs are kept: those of a function's warmer as long as its own, or nothing can be said of both. */
export const sameDays = (days: number | undefined, warmer: Warmer | null): number | undefined =>
  warmer === null || warmer.logRetentionDays === days ? days : undefined;
