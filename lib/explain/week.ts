import { formatCron, formatValues, parseCron } from '../model/cron';
import { formatTime } from './clock';
import { isEveryWeek, type WarmWindow } from './profile';

const minutesADay = 24 * 60;
const minutesAWeek = 7 * minutesADay;
const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
/** Above this number of stretches per week, the cron expressions are easier to read. */
const most = 3;

/** A stretch of a week, in minutes since the start of its Monday; the end may be in the next week. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Formats a window: `Mon–Fri 08:00–18:00 Europe/Berlin`, `Fri 22:00–Mon 06:00 UTC`. A window that isn't weekly, or has
 * too many stretches, is shown by its two cron expressions.
 */
export function formatWindow({ start, end, timezone }: Omit<WarmWindow, 'workers'>): string {
  const crons = [start, end].map(parseCron);
  const stretches = crons.every(isEveryWeek) ? groupsOf(stretchesOf(start, end)) : [];
  if (stretches.length > 0 && stretches.length <= most) return `${stretches.join(', ')} ${timezone}`;
  const [from, to] = crons.map((cron) => `"${formatCron(cron)}"`);
  return `from ${from} to ${to} ${timezone}`;
}

/** The stretches that start in a week, in order. */
function stretchesOf(start: string, end: string): Stretch[] {
  const [starts, ends] = [start, end].map((text) => minutesOfWeeks(text));
  const found: Stretch[] = [];
  for (const from of starts!) {
    if (found.length > 0 && from < found.at(-1)!.to) continue;
    const to = ends!.find((moment) => moment > from);
    if (to !== undefined) found.push({ from, to });
  }
  // The first week doesn't include stretches that started before it.
  return found
    .filter(({ from }) => minutesAWeek <= from && from < 2 * minutesAWeek)
    .map(({ from, to }) => ({ from: from - minutesAWeek, to: to - minutesAWeek }));
}

/** The minutes of four weeks at which a cron expression matches. */
function minutesOfWeeks(text: string): number[] {
  const { minutes, hours, daysOfWeek } = parseCron(text);
  const mondayFirst = daysOfWeek.map((one) => (one + 6) % 7).sort((a, b) => a - b);
  return [0, 1, 2, 3].flatMap((week) =>
    mondayFirst.flatMap((one) =>
      hours.flatMap((h) => minutes.map((m) => week * minutesAWeek + one * minutesADay + h * 60 + m)),
    ),
  );
}

/** Groups stretches at the same times of day, with the days on which they start. */
function groupsOf(stretches: readonly Stretch[]): string[] {
  const groups = new Map<string, number[]>();
  const long: string[] = [];
  for (const { from, to } of stretches) {
    const [first, last] = [from, to].map((moment) => Math.floor(moment / minutesADay));
    const [begin, end] = [from % minutesADay, to % minutesADay];
    // A stretch that ends by the same time on the next day needs no second day; a whole day is one day.
    if (to - from < minutesADay || (to - from === minutesADay && begin === 0)) {
      const times = `${formatTime(begin)}–${formatTime(end === 0 ? minutesADay : end)}`;
      groups.set(times, [...(groups.get(times) ?? []), first!]);
    } else long.push(`${days[first! % 7]} ${formatTime(begin)}–${days[last! % 7]} ${formatTime(end)}`);
  }
  return [...[...groups].map(([times, on]) => `${formatDays(on)} ${times}`), ...long];
}

function formatDays(on: readonly number[]): string {
  if (on.length === 7) return 'daily';
  return formatValues(on)
    .replace(/\d/g, (one) => days[Number(one)]!)
    .replaceAll('-', '–')
    .replaceAll(',', ', ');
}
