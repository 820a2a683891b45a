import { z } from 'zod';

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

function boundsOf(range: string, field: Field): [number?, number?] {
  if (range === '*') return [field.least, field.words[0] === 'SUN' ? 6 : field.most];
  const ends = range.split('-').map((word) => valueOf(word, field));
  return ends.length > 2 ? [] : [ends[0], ends.at(-1)];
}

function valueOf(word: string, { least, most, words }: Field): number | undefined {
  const index = words.indexOf(word.toUpperCase());
  const value = index >= 0 ? index + least : /^\d{1,2}$/.test(word) ? Number(word) : NaN;
  return value >= least && value <= most ? value : undefined;
}

function wrongField(item: string, { called, least, most, words }: Field): CronProblem {
  const named = words.length > 0 ? `, ${words[0]} to ${words.at(-1)}` : '';
  return {
    message: `must use *, numbers from ${least} to ${most}${named}, lists, ranges or steps for the ${called}`,
    hint: `"${item}" is not allowed`,
  };
}

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

/** Interval that divides an hour or a day: `5m`, `2h`, `1d`. */
export const rateSpec = z.string().superRefine((text, context) => {
  if (minutesOf(text) !== undefined) return;
  const message = 'must be <n>m with n dividing 60, <n>h with n dividing 24, or 1d, such as 5m';
  context.addIssue({ code: 'custom', message, params: { hint: rateHint(text) } });
});

/** Hint for rates as other tools write them: `5 minutes`, `rate(5 minutes)`, `PT5M`. */
function rateHint(text: string): string | undefined {
  const [, number, unit = ''] = /^\s*(?:(?:rate\(|every |PT?)\s*)?(\d+)\s*(m|h|d)[a-z]*\)?\s*$/i.exec(text) ?? [];
  const short = `${number}${unit.toLowerCase()}`;
  return minutesOf(short) === undefined ? undefined : `write ${short}`;
}

/** Interval of a rate in minutes; undefined if the text isn't a rate. */
export function minutesOf(text: string): number | undefined {
  if (text === '1d') return 24 * 60;
  const [, number, unit] = /^([1-9]\d?)([mh])$/.exec(text) ?? [];
  const count = Number(number);
  if (unit === 'm') return 60 % count === 0 ? count : undefined;
  return unit === 'h' && 24 % count === 0 ? count * 60 : undefined;
}

/** Formats minutes as a rate, in the largest unit that fits: 60 is `1h`. */
export function formatRate(minutes: number): string {
  if (minutes === 24 * 60) return '1d';
  return minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`;
}

/** Name of a time zone in the IANA database: `Europe/Berlin`, `UTC`. */
export const timeZoneSpec = z
  .string()
  .refine(isTimeZone, 'must be the name of a time zone in the IANA database, such as Europe/Berlin or UTC');

function isTimeZone(name: string): boolean {
  // Offsets aren't names, and clouds accept names only in their exact case.
  if (!/^[A-Z][A-Za-z0-9_+-]*(?:\/[A-Z][A-Za-z0-9_+-]*)*$/.test(name)) return false;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    return timeZone === name || timeZone.toLowerCase() !== name.toLowerCase();
  } catch {
    return false;
  }
}
