import type { WindowFact } from '../../facts/cold-start';
import { cronProblem, formatCron, parseCron } from '../../model/cron';
import type { Statement } from '../policy';
import { equal, isObject } from '../resource';
import type { Dialect } from './dialect';
import { readRate } from './warmer';

/** An action that sets other bounds at a time, as an engine's properties were read. */
export interface ScheduledAction {
  readonly name: unknown;
  readonly schedule: unknown;
  readonly timezone: unknown;
  readonly min: unknown;
  readonly max: unknown;
}

/**
 * Reads windows from pairs of actions: one sets the window's bounds, the other one restores those outside of it, in one
 * time zone.
 * @returns undefined if an action has no other half, or isn't understood
 */
export function readWindows(
  actions: readonly ScheduledAction[],
  outside: { readonly min: number; readonly max: number },
): WindowFact[] | undefined {
  const byName = new Map(actions.map((action) => [action.name, action]));
  const starts = actions.filter(({ name }) => typeof name === 'string' && name.endsWith('-start'));
  if (byName.size !== actions.length || starts.length * 2 !== actions.length) return undefined;
  const windows = starts.map((start) => {
    const name = (start.name as string).slice(0, -'-start'.length);
    return readWindow(name, start, byName.get(`${name}-end`), outside);
  });
  return windows.every((window) => window !== undefined)
    ? windows.sort((a, b) => (a.name < b.name ? -1 : 1))
    : undefined;
}

function readWindow(
  name: string,
  { schedule, timezone, min, max }: ScheduledAction,
  last: ScheduledAction | undefined,
  outside: { readonly min: number; readonly max: number },
): WindowFact | undefined {
  const [start, end] = [readCron(schedule), readCron(last?.schedule)];
  if (last?.timezone !== timezone || last?.min !== outside.min || last.max !== outside.max) return undefined;
  const isRight = typeof timezone === 'string' && Number.isSafeInteger(min) && Number.isSafeInteger(max);
  if (!isRight || start === undefined || end === undefined) return undefined;
  return { name, start, end, timezone, min: min as number, max: max as number };
}

/** Reads a schedule expression of EventBridge Scheduler: a cron expression, or a rate. */
export function readWhen(value: unknown): { readonly schedule: string } | { readonly rate: string } | undefined {
  const [schedule, rate] = [readCron(value), readRate(value)];
  if (schedule !== undefined) return { schedule };
  return rate === undefined ? undefined : { rate };
}

/**
 * Reads the input of a schedule: compact JSON without EventBridge Scheduler's own placeholders. It is in a map, since
 * any JSON may be an input.
 */
export function readHandedOver(text: unknown): { readonly input: unknown } | undefined {
  try {
    const input: unknown = JSON.parse(typeof text === 'string' ? text : '');
    const right = JSON.stringify(input).split('<aws.scheduler.').join('\\u003caws.scheduler.');
    return right === text ? { input } : undefined;
  } catch {
    return undefined;
  }
}

/** Tests that a schedule's role may only invoke an alias, and send to the dead-letter queue if there is one. */
export function mayHandOver(
  allowed: readonly Statement[] | undefined,
  alias: unknown,
  deadLetter: unknown,
): true | undefined {
  const invoke = { sid: 'Invoke', actions: ['lambda:InvokeFunction'], resources: [alias] };
  const send = { sid: 'SendDeadLetters', actions: ['sqs:SendMessage'], resources: [deadLetter] };
  return equal(allowed, deadLetter === undefined ? [invoke] : [invoke, send]) || undefined;
}

/**
 * Reads AWS's six cron fields as five: its week begins with 1, one of the two day fields is `?`, and the year is `*`.
 */
function readCron(value: unknown): string | undefined {
  const inBrackets = typeof value === 'string' ? /^cron\((.*)\)$/.exec(value)?.[1] : undefined;
  const [minutes, hours, days, months, week, year, ...others] = inBrackets?.split(' ') ?? [];
  if (year !== '*' || others.length > 0 || (days === '?') === (week === '?')) return undefined;
  const [ofMonth, ofWeek] = [days, week].map((field) => (field === '?' ? '*' : field!));
  const text = [minutes, hours, ofMonth, months, ofWeek!.replace(/\d+/g, (day) => String(Number(day) - 1))].join(' ');
  return cronProblem(text) === undefined ? formatCron(parseCron(text)) : undefined;
}

/** The bounds of an action; undefined if it has anything else. */
export function boundsOf(value: unknown, { word }: Dialect): { min: unknown; max: unknown } {
  const [min, max] =
    isObject(value) && Object.keys(value).length === 2
      ? ['MinCapacity', 'MaxCapacity'].map((bound) => value[word(bound)])
      : [];
  return { min, max };
}
