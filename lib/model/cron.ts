import { z } from 'zod';
import { fields, valuesOf, type CronProblem } from './cron-field';
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

/** Maximum number of days of each month. */
const daysIn = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

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
