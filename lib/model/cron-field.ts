/** Reason why a text isn't a schedule. */
export interface CronProblem {
  /** Allowed schedules. */
  readonly message: string;
  /** Explanation; absent where the message needs none. */
  readonly hint?: string;
}

/** Field of a schedule. */
export interface Field {
  readonly called: string;
  readonly least: number;
  readonly most: number;
  /** Words for the values, starting with the smallest. */
  readonly words: readonly string[];
}

/** Fields of a schedule, in the order in which they are written. */
export const fields: readonly Field[] = [
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

/** Values of a field in ascending order, or the reason why it has none. */
export function valuesOf(text: string, field: Field): number[] | CronProblem {
  const found = new Set<number>();
  for (const item of text.split(',')) {
    const run = runOf(item, field);
    if (!run) return wrongField(item, field);
    for (let value = run.from; value <= run.to; value += run.step) found.add(value);
  }
  return [...found].sort((a, b) => a - b);
}

/** Values of an item: from one value to another in steps. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/** The run that an item means; undefined if any part of it can't be read. */
function runOf(item: string, field: Field): Run | undefined {
  const [, range = '', step] = /^([A-Za-z0-9*-]+)(?:\/(\d{1,2}))?$/.exec(item) ?? [];
  const [from, to] = boundsOf(range, field);
  if (from === undefined || to === undefined || from > to) return undefined;
  if (step === undefined) return { from, to, step: 1 };
  const isRange = range === '*' || range.includes('-');
  // A longer step would mean the first value only: `*/90` isn't every 90 minutes.
  const isWithin = Number(step) >= 1 && Number(step) <= Math.max(to - from, 1);
  return isRange && isWithin ? { from, to, step: Number(step) } : undefined;
}

/** The last value of a field; Sunday is its first as well. */
const lastOf = ({ most, words }: Field): number => (words[0] === 'SUN' ? 6 : most);

function boundsOf(range: string, field: Field): [number?, number?] {
  if (range === '*') return [field.least, lastOf(field)];
  const ends = range.split('-').map((word) => valueOf(word, field));
  // An end that can't be read is there nevertheless: `MON-FRY` isn't `MON`.
  return ends.length > 2 ? [] : [ends[0], ends.at(-1)];
}

function valueOf(word: string, { least, most, words }: Field): number | undefined {
  // ASCII only: some other letters become ASCII in upper case.
  const index = /^[A-Za-z]+$/.test(word) ? words.indexOf(word.toUpperCase()) : -1;
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
  const [, range, long] = /^(.+)\/([1-9]\d*)$/.exec(item) ?? [];
  const run = range === undefined ? undefined : runOf(range, field);
  if (run) return `; the step ${long} is longer than the range; write ${run.from}`;
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
