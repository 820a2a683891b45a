/** The least and the greatest value of each of cron's fields. */
const bounds = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
] as const;

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Whether an expression of cron's five fields names the minute that a clock in a time zone shows. */
export function isDue(expression: string, timeZone: string, time: number): boolean {
  const [minutes, hours, days, months, daysOfWeek] = expression
    .split(' ')
    .map((field, index) => valuesOf(field, bounds[index]!)) as [
    Set<number>,
    Set<number>,
    Set<number>,
    Set<number>,
    Set<number>,
  ];
  const shown = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    ...{ minute: 'numeric', hour: 'numeric', day: 'numeric', month: 'numeric', weekday: 'short' },
  }).formatToParts(time);
  const part = (name: string) => shown.find(({ type }) => type === name)!.value;
  const weekday = weekdays.indexOf(part('weekday'));
  return (
    minutes.has(Number(part('minute'))) &&
    hours.has(Number(part('hour'))) &&
    days.has(Number(part('day'))) &&
    months.has(Number(part('month'))) &&
    (daysOfWeek.has(weekday) || (weekday === 0 && daysOfWeek.has(7)))
  );
}

function valuesOf(field: string, [least, most]: readonly [number, number]): Set<number> {
  const values = field.split(',').flatMap((one) => {
    const [, range, step = '1'] = /^([^/]+)(?:\/(\d+))?$/.exec(one)!;
    const [from, to = from] = range === '*' ? [least, most] : range!.split('-').map(Number);
    const end = one.includes('/') && !range!.includes('-') ? most : to!;
    return Array.from({ length: end - from! + 1 }, (_, index) => from! + index).filter(
      (value) => (value - from!) % Number(step) === 0,
    );
  });
  return new Set(values);
}
