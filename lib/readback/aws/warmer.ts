import { piecesOf } from '../made';
import type { WarmingFact } from '../../facts/cold-start';
import { formatRate } from '../../model/rate';
import { equal, type Resource } from '../resource';
import type { Statement } from '../policy';

/** The schedule and the function that keep a function warm by invoking it. */
export interface Warmer {
  /** Undefined if a part isn't understood. */
  readonly fact: WarmingFact | undefined;
  /** The retention of its logs, in days; absent if it isn't understood. */
  readonly logRetentionDays?: number;
  /** The resources that have tags. */
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

/** Reads how many workers a warmer calls through an alias: `{"alias": …, "instances": 3}`. */
export function readInput(value: unknown, alias: unknown): number | undefined {
  const pieces = piecesOf(value);
  const [, instances] = (typeof pieces[2] === 'string' && /^","instances":([1-9]\d*)\}$/.exec(pieces[2])) || [];
  return instances !== undefined && equal(pieces.slice(0, 2), ['{"alias":"', alias]) && pieces.length === 3
    ? Number(instances)
    : undefined;
}

/** Tests that statements allow only to invoke this target, and to write to a log group's streams if there are any. */
export function mayInvoke(
  allowed: readonly Statement[] | undefined,
  target: unknown,
  streams?: unknown,
): true | undefined {
  const invoke = { sid: 'Invoke', actions: ['lambda:InvokeFunction'], resources: [target] };
  const write = { sid: 'WriteLogs', actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [streams] };
  return equal(allowed, streams === undefined ? [invoke] : [write, invoke]) || undefined;
}

/** The retention of a function's logs; undefined unless its warmer's is the same. */
export const sameDays = (days: number | undefined, warmer: Warmer | null): number | undefined =>
  warmer === null || warmer.logRetentionDays === days ? days : undefined;
