import type { WindowFact } from '../../facts/cold-start';
import { cronProblem, formatCron, parseCron } from '../../model/cron';
import type { Statement } from '../policy';
import { equal, isObject } from '../resource';
import type { Dialect } from './dialect';
import { readRate } from './warmer';

/** Bounds that hold from a time on, as an engine's own words were read. */
export interface ScheduledAction {
  readonly name: unknown;
  readonly schedule: unknown;
  readonly timezone: unknown;
  readonly min: unknown;
  readonly max: unknown;
}

/**
 * The windows that actions come to: each begins with its own bounds, and ends with those outside of it, in one zone.
 * Undefined where an action has no other half, or means something else.
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

/** When a schedule invokes, in the words of EventBridge Scheduler: at times, or at a rate. */
export function readWhen(value: unknown): { readonly schedule: string } | { readonly rate: string } | undefined {
  const [schedule, rate] = [readCron(value), readRate(value)];
  if (schedule !== undefined) return { schedule };
  return rate === undefined ? undefined : { rate };
}

/**
 * What a schedule hands over: JSON as everybody writes it, in which the scheduler finds nothing of its own to fill in;
 * in a map, since any JSON may be handed over.
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

/** Whether a schedule's role may just invoke an alias, and send what it can't hand over, where there is a queue for it. */
export function mayHandOver(
  allowed: readonly Statement[] | undefined,
  alias: unknown,
  deadLetter: unknown,
): true | undefined {
  const invoke = { sid: 'Invoke', actions: ['lambda:InvokeFunction'], resources: [alias] };
  const send = { sid: 'SendDeadLetters', actions: ['sqs:SendMessage'], resources: [deadLetter] };
  return equal(allowed, deadLetter === undefined ? [invoke] : [invoke, send]) || undefined;
}

/** AWS's six fields as five: its week begins with 1, one of two fields says nothing, and every year is meant. */
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
