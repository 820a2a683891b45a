import { parseCron, type Cron } from '../model/cron';
import { day, lastOf, minute, momentsOf } from './clock';

/** How many workers are warm, whatever the load is, and when. */
export interface Warmth {
  /** Outside of windows. */
  readonly base: number;
  readonly windows: readonly WarmWindow[];
}

/** A window, and the workers that are warm in it. */
export interface WarmWindow {
  /** Five fields, as cron takes them. */
  readonly start: string;
  readonly end: string;
  /** By its name in the IANA database. */
  readonly timezone: string;
  readonly workers: number;
}

/** As many workers are warm, from a moment on. */
export interface Change {
  /** In milliseconds since the epoch. */
  readonly from: number;
  readonly workers: number;
  /** The zone of the window whose edge it is; of the first change, which is no edge, UTC. */
  readonly timezone: string;
}

/** What becomes of the workers from a moment on. */
export interface Profile {
  /** The changes of seven days, the first of them at the moment itself: what holds already. */
  readonly week: readonly Change[];
  /** The next changes, two at the most, if need be from the year ahead. */
  readonly next: readonly Change[];
  /** Workers on average: of the seven days, or of the year ahead where a window comes by the day of a month. */
  readonly average: number;
  /** Whether every week is like this one, but for changes of the clock. */
  readonly isWeekly: boolean;
}

/** The hours of a month, as clouds' price lists count them. */
const hoursPerMonth = 730;

/** What `warmth` means from `now` on, to the minute. */
export function profileOf({ base, windows }: Warmth, now: number): Profile {
  const begin = Math.floor(now / minute) * minute;
  const isWeekly = windows.every(({ start, end }) => [start, end].map(parseCron).every(isEveryWeek));
  const end = begin + (isWeekly ? 7 : 365) * day;
  const changes = changesOf(base, windows, begin, end);
  const week = changes.filter(({ from }) => from < begin + 7 * day);
  return { week, next: changes.slice(1, 3), average: averageOf(changes, end), isWeekly };
}

/** The hours for which instances are there in a month of 730, to the hundredth. */
export const instanceHoursOf = ({ average }: Profile): number => Math.round(average * hoursPerMonth * 100) / 100;

/** Whether something happens in every week. */
export const isEveryWeek = ({ daysOfMonth, months }: Cron): boolean =>
  daysOfMonth.length === 31 && months.length === 12;

function changesOf(base: number, windows: readonly WarmWindow[], begin: number, end: number): Change[] {
  const held = new Set(windows.filter((window) => holdsAt(window, begin)));
  // Windows that meet are an error of the model; across zones they can for an hour, when one of the clocks changes.
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

/** A window holds from its start to its next end: what came last decides. */
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
