import { z } from 'zod';
import { rateOf } from './rate';

/** Schedule to the minute: the matching values of each field. */
export interface Cron {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly daysOfMonth: readonly number[];
  readonly months: readonly number[];
  /** 0 is Sunday. */
  readonly daysOfWeek: readonly number[];
}

interface Field {
  readonly called: string;
  readonly least: number;
  readonly most: number;
  /** Words for the values, starting with the smallest. */
  readonly words: readonly string[];
}

const fields: readonly Field[] = [
  { called: 'minute', least: 0, most: 59, words: [] },
  { called: 'hour', least: 0, most: 23, words: [] },
  { called: 'day of the month', least: 1, most: 31, words: [] },
  {
    called: 'month',
    least: 1,
    most: 12,
    words: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
  },
  // Sunday is 7 as well.
  { called: 'day of the week', least: 0, most: 7, words: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] },
];

/** Maximum number of days of each month. */
const daysIn = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Reason why a text isn't a schedule. */
export interface CronProblem {
  /** Allowed schedules. */
  readonly message: string;
  /** Explanation; absent where the message needs none. */
  readonly hint?: string;
}

/** Explains why a text isn't a schedule; undefined if it is one. */
export function cronProblem(text: string): CronProblem | undefined {
  const cron = read(text);
  if ('message' in cron) return cron;
  const { daysOfMonth, daysOfWeek, months } = cron;
  if (daysOfMonth.length < 31 && daysOfWeek.length < 7) {
    return {
      message: 'must restrict days of the month or days of the week, not both',
      hint: 'clouds interpret the combination differently',
    };
  }
  const isNever = months.every((month) => daysOfMonth[0]! > daysIn[month - 1]!);
  return isNever ? { message: 'must include a day that exists in its months' } : undefined;
}

/** Parses a text that is a valid schedule. */
export const parseCron = (text: string): Cron => read(text) as Cron;

function read(text: string): Cron | CronProblem {
  const words = text.trim().split(/\s+/);
  if (words.length !== fields.length) {
    const hint = elsewhere(text.trim());
    return {
      message: 'must be five fields: minute, hour, day of the month, month, day of the week',
      ...(hint !== undefined && { hint }),
    };
  }
  const sets = words.map((word, index) => valuesOf(word, fields[index]!));
  const wrong = sets.find((set) => 'message' in set);
  if (wrong) return wrong;
  const [minutes, hours, daysOfMonth, months, daysOfWeek] = sets as number[][];
  const week = [...new Set(daysOfWeek!.map((day) => day % 7))].sort();
  return { minutes: minutes!, hours: hours!, daysOfMonth: daysOfMonth!, months: months!, daysOfWeek: week };
}

const nicknames: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};

/** Hint for schedules as other tools write them. */
function elsewhere(text: string): string | undefined {
  if (Object.hasOwn(nicknames, text)) return `write ${JSON.stringify(nicknames[text])}`;
  const rate = rateOf(text);
  if (rate !== undefined) return `use rate: ${rate}`;
  if (/^(?:rate|every)\b/i.test(text)) return 'use rate, such as rate: 5m';
  if (/^cron\(/i.test(text)) return 'write the five fields without cron(…), without seconds and a year, and * for ?';
  return text.split(/\s+/).length > fields.length ? 'leave out seconds and a year' : undefined;
}

/** Values of a field in ascending order, or the reason why it has none. */
function valuesOf(text: string, field: Field): number[] | CronProblem {
  const found = new Set<number>();
  for (const item of text.split(',')) {
    const [, range, step = '1'] = /^([^/]+)(?:\/(\d+))?$/.exec(item) ?? [];
    const [from, to] = range === undefined ? [] : boundsOf(range, field);
    const isStep = !item.includes('/') || (/^(?:\*|.+-.+)$/.test(range ?? '') && Number(step) > 0);
    if (from === undefined || to === undefined || from > to || !isStep) return wrongField(item, field);
    for (let value = from; value <= to; value += Number(step)) found.add(value);
  }
  return [...found].sort((a, b) => a - b);
}

/** The last value of a field; Sunday is its first as well. */
const lastOf = ({ most, words }: Field): number => (words[0] === 'SUN' ? 6 : most);

function boundsOf(range: string, field: Field): [number?, number?] {
  if (range === '*') return [field.least, lastOf(field)];
  const ends = range.split('-').map((word) => valueOf(word, field));
  return ends.length > 2 ? [] : [ends[0], ends.at(-1)];
}

function valueOf(word: string, { least, most, words }: Field): number | undefined {
  const index = words.indexOf(word.toUpperCase());
  const value = index >= 0 ? index + least : /^\d{1,2}$/.test(word) ? Number(word) : NaN;
  return value >= least && value <= most ? value : undefined;
}

function wrongField(item: string, field: Field): CronProblem {
  const { called, least, most, words } = field;
  const inWords = words.length > 0 ? `, ${words[0]} to ${words.at(-1)}` : '';
  return {
    message: `must use *, numbers from ${least} to ${most}${inWords}, lists, ranges or steps for the ${called}`,
    hint: `"${item}" is not allowed${instead(item, field)}`,
  };
}

/** Correction of an item that other tools accept, for the end of a hint. */
function instead(item: string, field: Field): string {
  if (item === '?') return '; write *';
  const [, first = '', step] = /^(\w+)\/([1-9]\d*)$/.exec(item) ?? [];
  if (step !== undefined && (valueOf(first, field) ?? Infinity) < lastOf(field)) {
    return `; write ${first}-${named(lastOf(field), field, /\D/.test(first))}/${step}`;
  }
  const [, from = '', to = ''] = /^(\w+)-(\w+)$/.exec(item) ?? [];
  const [start = 0, end = Infinity] = [valueOf(from, field), valueOf(to, field)];
  return start > end ? `; ranges must ascend; write ${around(start, end, field, /\D/.test(from + to))}` : '';
}

/** A range that goes around the end of its field, as ranges that ascend: `FRI-MON` is `FRI-SAT,SUN-MON`. */
function around(start: number, end: number, field: Field, inWords: boolean): string {
  const runs = [
    [start, lastOf(field)],
    [field.least, end],
  ].filter(([first, last]) => first! <= last!);
  return runs.map((run) => [...new Set(run)].map((value) => named(value, field, inWords)).join('-')).join(',');
}

const named = (value: number, { least, words }: Field, inWords: boolean): string =>
  inWords ? (words[value - least] ?? String(value)) : String(value);

/**
 * Schedule in canonical form: ascending numbers, and `*` for all values of a field, without the steps and words that
 * clouds interpret differently.
 */
export function formatCron({ minutes, hours, daysOfMonth, months, daysOfWeek }: Cron): string {
  const all = [60, 24, 31, 12, 7];
  return [minutes, hours, daysOfMonth, months, daysOfWeek]
    .map((values, index) => (values.length === all[index] ? '*' : formatValues(values)))
    .join(' ');
}

/** `1,2,3,5` → `1-3,5` */
export function formatValues(values: readonly number[]): string {
  const runs: number[][] = [];
  for (const value of values) {
    const last = runs.at(-1);
    if (last?.at(-1) === value - 1) last.push(value);
    else runs.push([value]);
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}-${run.at(-1)}` : run.join(','))).join(',');
}

/** Cron expression with five fields. */
export const cronSpec = z.string().superRefine((text, context) => {
  const problem = cronProblem(text);
  if (!problem) return;
  const { message, hint } = problem;
  context.addIssue({ code: 'custom', message, params: { hint } });
});
