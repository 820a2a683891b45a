import { parseCron, type Cron } from './cron';
import { offsetsOf } from './offset';

/** Part of a window that decides when it applies. */
export interface Window {
  readonly name: string;
  readonly start: string;
  readonly end: string;
  readonly timezone: string;
}

/**
 * Number of days that are checked, twelve years: within them, each day of the year except 29 February falls on each day
 * of the week.
 */
const days = Math.round(365.25 * 12);
const firstDay = Date.UTC(2024, 0, 1);
const minutesADay = 24 * 60;
const msADay = minutesADay * 60_000;
const bitsAWord = 32;

/** Minutes of a day, a bit each. */
type Minutes = Uint32Array;

/**
 * Minutes in which a window applies, day by day, in local time or in UTC; undefined on a day without any. The minute in
 * which the window ends is one of them, since its maximum changes then. Days with the same minutes share them: a window
 * has a handful of different days.
 */
export type Cover = readonly (Minutes | undefined)[];

/** Cover of a window, or the reason why it has none. */
export function coverOf({ start, end, timezone }: Window, isLocal: boolean): Cover | string {
  const edges = [start, end].map((text) => edgeOf(parseCron(text), isLocal ? undefined : timezone));
  const known = new Map<number, Day>();
  const cover: (Minutes | undefined)[] = [];
  let isOpen = false;
  let hasEnded = false;
  for (let day = 0; day < days; day++) {
    const key = (edges[0]!.codeOn(day) * mostCodes + edges[1]!.codeOn(day)) * 2 + Number(isOpen);
    let found = known.get(key);
    if (!found)
      known.set(
        key,
        (found = dayOf(
          edges.map(({ timesOn }) => timesOn(day)),
          isOpen,
        )),
      );
    if (found.isEmpty) return 'must last a minute or longer: it begins and ends at the same time';
    cover.push(found.minutes);
    hasEnded ||= found.hasEnded;
    isOpen = found.isOpen;
  }
  return hasEnded ? cover : 'never ends after it begins';
}

/** Starts of a window, or its ends. */
interface Edge {
  /** Number of a day, smaller than `mostCodes`: days with the same number have the same times. */
  readonly codeOn: (day: number) => number;
  /** Minutes of a day. */
  readonly timesOn: (day: number) => Minutes;
}

/** Most offsets that a time zone has in the years that are checked, and one more for no day. */
const mostOffsets = 32;
const mostCodes = mostOffsets ** 3;

function edgeOf(cron: Cron, timezone: string | undefined): Edge {
  const on = matchesOf(cron);
  const times = cron.hours.flatMap((hour) => cron.minutes.map((minute) => hour * 60 + minute));
  if (timezone === undefined)
    return { codeOn: (day) => Number(on[day + 1]), timesOn: (day) => minutesOf(on[day + 1] ? times : []) };
  // The local days before and after a day may have times on it.
  const offsets = offsetsOf(timezone, firstDay - msADay, days + 2);
  const numbers = [...new Set(offsets)];
  const codes = offsets.map((offset, day) => (on[day] ? 1 + numbers.indexOf(offset) : 0));
  return {
    codeOn: (day) => (codes[day]! * mostOffsets + codes[day + 1]!) * mostOffsets + codes[day + 2]!,
    timesOn: (day) =>
      minutesOf(
        [-1, 0, 1].flatMap((near) => {
          const shift = near * minutesADay - offsets[day + 1 + near]!;
          return on[day + 1 + near] ? times.map((time) => time + shift) : [];
        }),
      ),
  };
}

/** For each day from the one before the first to the one after the last: true if a schedule has it. */
function matchesOf({ daysOfMonth, months, daysOfWeek }: Cron): readonly boolean[] {
  const [inMonth, inYear, inWeek] = [daysOfMonth, months, daysOfWeek].map((values) => {
    const has = new Array<boolean>(32).fill(false);
    for (const value of values) has[value] = true;
    return has;
  });
  return calendar().map(([date, month, weekday]) => inMonth![date]! && inYear![month]! && inWeek![weekday]!);
}

let dates: readonly (readonly [date: number, month: number, weekday: number])[] | undefined;

/** Day of the month, month and day of the week from the day before the first to the one after the last. */
const calendar = (): NonNullable<typeof dates> =>
  (dates ??= Array.from({ length: days + 2 }, (_, day) => {
    const date = new Date(firstDay + (day - 1) * msADay);
    return [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCDay()];
  }));

/** A day of a window. */
interface Day {
  readonly minutes: Minutes | undefined;
  /** True if the window applies when the day ends. */
  readonly isOpen: boolean;
  /** True if it ends on this day. */
  readonly hasEnded: boolean;
  /** True if it begins and ends in the same minute. */
  readonly isEmpty: boolean;
}

function dayOf([starts, ends]: readonly Minutes[], wasOpen: boolean): Day {
  const minutes = noMinutes();
  let isOpen = wasOpen;
  let hasEnded = false;
  for (let minute = 0; minute < minutesADay; minute++) {
    const [starting, ending] = [has(starts!, minute), has(ends!, minute)];
    if (isOpen || starting) put(minutes, minute);
    if (isOpen && ending) {
      hasEnded = true;
      isOpen = false;
    }
    // A start changes nothing while the window applies, until the minute in which it ends.
    if (!isOpen && starting && ending) return { minutes, isOpen, hasEnded, isEmpty: true };
    isOpen ||= starting;
  }
  return { minutes: minutes.some((word) => word !== 0) ? minutes : undefined, isOpen, hasEnded, isEmpty: false };
}

/** The times that are minutes of a day. */
function minutesOf(times: readonly number[]): Minutes {
  const found = noMinutes();
  for (const time of times) if (time >= 0 && time < minutesADay) put(found, time);
  return found;
}

const put = (minutes: Minutes, minute: number): void => void (minutes[minute >> 5]! |= 1 << (minute & 31));
const has = (minutes: Minutes, minute: number): boolean => ((minutes[minute >> 5]! >> (minute & 31)) & 1) === 1;

/** A day without minutes. */
export const noMinutes = (): Minutes => new Uint32Array(minutesADay / bitsAWord);

/** True of days that have a minute in common. */
export function meet(some: Minutes, others: Minutes): boolean {
  for (let word = 0; word < some.length; word++) if ((some[word]! & others[word]!) !== 0) return true;
  return false;
}

/** Adds the minutes of a day to another. */
export function addTo(minutes: Minutes, more: Minutes): void {
  for (let word = 0; word < minutes.length; word++) minutes[word]! |= more[word]!;
}
