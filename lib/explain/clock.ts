import type { Cron } from '../model/cron';

/** In milliseconds, as all times are here. */
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The offset of a time zone from UTC at a moment. */
export function offsetAt(timezone: string, moment: number): number {
  const format =
    formats.get(timezone) ?? new Intl.DateTimeFormat('en-US', { timeZone: timezone, timeZoneName: 'longOffset' });
  formats.set(timezone, format);
  const name = format.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(name) ?? [];
  return (Number(hours) * hour + Number(minutes) * minute) * (sign === '-' ? -1 : 1);
}

/** The local time at a moment, as a date whose UTC fields hold it. */
export const wallClock = (timezone: string, moment: number): Date => new Date(moment + offsetAt(timezone, moment));

/** The number of days to search back: a 29th of February may be eight years away, as around 1900 and 2100. */
const longest = 8 * 366 + 1;

/**
 * The moments at which a cron expression matches, in order, from `from` on and before `before`.
 *
 * A local time that the clock skips doesn't match, and one that occurs twice matches the first time. EventBridge
 * Scheduler documents this; the other schedulers of both clouds document nothing:
 * https://repost.aws/knowledge-center/eventbridge-scheduler-adjust-dst
 */
export function momentsOf(cron: Cron, timezone: string, from: number, before: number): number[] {
  const found: number[] = [];
  for (let date = dateOf(timezone, from); date <= dateOf(timezone, before); date += day) {
    if (isOn(cron, date)) found.push(...momentsOn(cron, timezone, date));
  }
  return found.filter((moment) => from <= moment && moment < before);
}

/** The last match of a cron expression up to and including a moment; undefined if there is none. */
export function lastOf(cron: Cron, timezone: string, until: number): number | undefined {
  const today = dateOf(timezone, until);
  for (let date = today; date > today - longest * day; date -= day) {
    if (!isOn(cron, date)) continue;
    const last = momentsOn(cron, timezone, date).findLast((moment) => moment <= until);
    if (last !== undefined) return last;
  }
  return undefined;
}

/** Midnight of a moment's day, in local time. */
const dateOf = (timezone: string, moment: number): number =>
  Math.floor(wallClock(timezone, moment).getTime() / day) * day;

function isOn({ daysOfMonth, months, daysOfWeek }: Cron, date: number): boolean {
  const wall = new Date(date);
  return (
    daysOfMonth.includes(wall.getUTCDate()) &&
    months.includes(wall.getUTCMonth() + 1) &&
    daysOfWeek.includes(wall.getUTCDay())
  );
}

function momentsOn({ hours, minutes }: Cron, timezone: string, date: number): number[] {
  const times = hours.flatMap((h) => minutes.map((m) => date + h * hour + m * minute));
  // No zone is further from UTC than a day: these two are the offsets before and after any change on that date.
  const [before, after] = [offsetAt(timezone, date - day), offsetAt(timezone, date + 2 * day)];
  if (before === after) return times.map((time) => time - before);
  return times
    .map((time) => [time - before, time - after].find((moment) => moment + offsetAt(timezone, moment) === time))
    .filter((moment) => moment !== undefined);
}

const daysOfWeek = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Wed 25 Nov 08:00 Europe/Berlin`, with the year if it differs from that of `now`. */
export function formatMoment(moment: number, timezone: string, now: number): string {
  const wall = wallClock(timezone, moment);
  const year = wall.getUTCFullYear();
  const date = `${daysOfWeek[wall.getUTCDay()]} ${wall.getUTCDate()} ${months[wall.getUTCMonth()]}`;
  const isThisYear = year === wallClock(timezone, now).getUTCFullYear();
  return `${date}${isThisYear ? '' : ` ${year}`} ${formatTime(wall.getUTCHours() * 60 + wall.getUTCMinutes())} ${timezone}`;
}

/** `08:05`, from minutes since midnight. */
export const formatTime = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
