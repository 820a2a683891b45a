import { parseCron, type Cron } from '../../lib/model/cron';
import type { Window } from '../../lib/model/window';

/* The same as lib/model/window.ts finds, by listing every minute of twelve years: slow, and plain to read. */

/** Period in minutes from a fixed moment, including its start and excluding its end. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Number of years that are checked: within them, each day of the year falls on each day of the week. */
const years = 12;
const minutesADay = 24 * 60;
const firstDay = Date.UTC(2024, 0, 1);

/** For each window, the reason why it never applies, or the first one before it that it overlaps. */
export function unrolled(windows: readonly Window[]): (string | number | undefined)[] {
  const oneZone = new Set(windows.map(({ timezone }) => timezone)).size === 1;
  const stretches = windows.map((window) => stretchesOf(window, oneZone));
  return stretches.map((mine, index) => {
    if (typeof mine === 'string') return mine;
    const rival = stretches.findIndex((other, at) => at < index && typeof other !== 'string' && meet(other, mine));
    return rival < 0 ? undefined : rival;
  });
}

/** Periods of a window in order, or the reason why it has none. */
function stretchesOf({ start, end, timezone }: Window, isLocal: boolean): Stretch[] | string {
  const [starts, ends] = [start, end].map((text) => moments(parseCron(text), isLocal ? undefined : timezone));
  const found: Stretch[] = [];
  let next = 0;
  for (const from of starts!) {
    // The window applies already: another start changes nothing.
    if (found.length > 0 && from < found.at(-1)!.to) continue;
    while (next < ends!.length && ends![next]! < from) next++;
    if (next === ends!.length) break;
    if (ends![next] === from) return 'must last a minute or longer: it begins and ends at the same time';
    found.push({ from, to: ends![next]! });
  }
  return found.length > 0 ? found : 'never ends after it begins';
}

/** True of two windows that overlap, or change in the same minute. */
function meet(some: readonly Stretch[], others: readonly Stretch[]): boolean {
  let next = 0;
  for (const { from, to } of some) {
    while (next < others.length && others[next]!.to < from) next++;
    if (next < others.length && others[next]!.from <= to) return true;
  }
  return false;
}

/** All matching minutes in order, in local time or in a time zone. */
function moments(cron: Cron, timezone: string | undefined): number[] {
  const { minutes, hours, daysOfMonth, months, daysOfWeek } = cron;
  const times = hours.flatMap((hour) => minutes.map((minute) => hour * 60 + minute));
  const days = Math.round(365.25 * years);
  const [inMonth, inYear, inWeek] = [daysOfMonth, months, daysOfWeek].map((values) => new Set(values));
  const found: number[] = [];
  for (let day = 0; day < days; day++) {
    const date = new Date(firstDay + day * minutesADay * 60_000);
    const matches =
      inMonth!.has(date.getUTCDate()) && inYear!.has(date.getUTCMonth() + 1) && inWeek!.has(date.getUTCDay());
    if (!matches) continue;
    const midnight = day * minutesADay - (timezone === undefined ? 0 : offsetOf(timezone, date));
    for (const time of times) found.push(midnight + time);
  }
  // Where a zone changes its offset, a day's last times come after the next one's first.
  return found.sort((a, b) => a - b);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Offset of a time zone from UTC at noon of a day, in minutes. */
function offsetOf(timezone: string, date: Date): number {
  const format =
    formats.get(timezone) ?? new Intl.DateTimeFormat('en-US', { timeZone: timezone, timeZoneName: 'longOffset' });
  formats.set(timezone, format);
  const noon = new Date(date.getTime() + 12 * 3_600_000);
  const name = format.formatToParts(noon).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(name) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}
