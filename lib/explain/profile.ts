import { parseCron, type Cron } from '../model/cron';
import { day, lastOf, minute, momentsOf } from './clock';

/** The number of warm workers at any load, over time. */
export interface Warmth {
  /** Outside of windows. */
  readonly base: number;
  readonly windows: readonly WarmWindow[];
}

/** A window, and the number of warm workers in it. */
export interface WarmWindow {
  /** A cron expression of five fields. */
  readonly start: string;
  readonly end: string;
  /** An IANA time zone. */
  readonly timezone: string;
  readonly workers: number;
}

/** The number of warm workers from a moment on. */
export interface Change {
  /** In milliseconds since the epoch. */
  readonly from: number;
  readonly workers: number;
  /** The zone of the window that starts or ends; UTC for the first entry, which is the current state. */
  readonly timezone: string;
}

/** The warm workers from a moment on. */
export interface Profile {
  /** The changes of seven days; the first entry is the current state. */
  readonly week: readonly Change[];
  /** The next changes, at most two, searched up to a year ahead if necessary. */
  readonly next: readonly Change[];
  /** The average number of workers: over seven days, or over a year if a window depends on the day of the month. */
  readonly average: number;
  /** True if every week is the same, except for daylight saving time. */
  readonly isWeekly: boolean;
}

/** The hours of a month in the clouds' price lists. */
const hoursPerMonth = 730;

/** Computes the profile of `warmth` from `now` on, to the minute. */
export function profileOf({ base, windows }: Warmth, now: number): Profile {
  const begin = Math.floor(now / minute) * minute;
  const isWeekly = windows.every(({ start, end }) => [start, end].map(parseCron).every(isEveryWeek));
  const end = begin + (isWeekly ? 7 : 365) * day;
  const changes = changesOf(base, windows, begin, end);
  const week = changes.filter(({ from }) => from < begin + 7 * day);
  return { week, next: changes.slice(1, 3), average: averageOf(changes, end), isWeekly };
}

/** The instance-hours in a month of 730 hours, rounded to two decimals. */
export const instanceHoursOf = ({ average }: Profile): number => Math.round(average * hoursPerMonth * 100) / 100;

/** True if a cron expression matches in every week. */
export const isEveryWeek = ({ daysOfMonth, months }: Cron): boolean =>
  daysOfMonth.length === 31 && months.length === 12;

function changesOf(base: number, windows: readonly WarmWindow[], begin: number, end: number): Change[] {
  const held = new Set(windows.filter((window) => holdsAt(window, begin)));
  // The model refuses overlapping windows. Across zones they can still overlap for an hour when one clock changes.
  const workers = () => (held.size > 0 ? Math.max(...[...held].map((window) => window.workers)) : base);
  const changes: Change[] = [{ from: begin, workers: workers(), timezone: 'UTC' }];
  for (const { at, window, holds } of edgesOf(windows, begin + minute, end)) {
    if (holds) held.add(window);
    else held.delete(window);
    if (workers() === changes.at(-1)!.workers) continue;
    changes.push({ from: at, workers: workers(), timezone: window.timezone });
  }
  return changes;
}

function edgesOf(windows: readonly WarmWindow[], begin: number, end: number) {
  return windows
    .flatMap((window) =>
      (['end', 'start'] as const).flatMap((edge) =>
        momentsOf(parseCron(window[edge]), window.timezone, begin, end).map((at) => ({
          at,
          window,
          holds: edge === 'start',
        })),
      ),
    )
    .sort((a, b) => a.at - b.at);
}

/** A window is open from its start to its next end: the later of the two decides. */
function holdsAt({ start, end, timezone }: WarmWindow, moment: number): boolean {
  const [started, ended] = [start, end].map((text) => lastOf(parseCron(text), timezone, moment) ?? -Infinity);
  return started! > ended!;
}

function averageOf(changes: readonly Change[], end: number): number {
  const sum = changes.reduce(
    (total, { from, workers }, index) => total + workers * ((changes[index + 1]?.from ?? end) - from),
    0,
  );
  return sum / (end - changes[0]!.from);
}
