import fc from 'fast-check';
import { cronProblem } from '../../lib/model/cron';
import { offsetsOf } from '../../lib/model/offset';
import { windowProblems, type Window } from '../../lib/model/window';
import { unrolled } from './window-unrolled';

const number = (min: number, max: number): fc.Arbitrary<string> => fc.integer({ min, max }).map(String);
const minute = fc.oneof(number(0, 59), fc.constantFrom('0', '30', '*/15', '0-10'));
const hour = fc.oneof(number(0, 23), fc.constantFrom('*', '8-18', '*/6', '0', '23'));
const day = fc.oneof(
  { arbitrary: fc.constant('* * *'), weight: 5 },
  fc.tuple(number(1, 31), fc.constantFrom('*', '2', '6', '1-3', '*/3')).map(([date, month]) => `${date} ${month} *`),
  fc
    .tuple(fc.constantFrom('*', '12', '6'), fc.constantFrom('1-5', '0,6', '1', '3', '5'))
    .map(([...both]) => `* ${both.join(' ')}`),
);
const cron = fc
  .tuple(minute, hour, day)
  .map((fields) => fields.join(' '))
  .filter((text) => !cronProblem(text));
const zone = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Auckland',
  'Pacific/Kiritimati',
  'Africa/Casablanca',
  'Australia/Lord_Howe',
);
const zones = fc.oneof(fc.tuple(zone), fc.array(zone, { minLength: 2, maxLength: 4 }));
const windows: fc.Arbitrary<Window[]> = zones.chain((some) =>
  fc
    .array(fc.record({ start: cron, end: cron, timezone: fc.constantFrom(...some) }), { minLength: 1, maxLength: 4 })
    .map((all) => all.map((window, index) => ({ name: `w${index}`, ...window }))),
);

const found = (all: readonly Window[]): (string | number | undefined)[] => {
  const problems = windowProblems([], all);
  return all.map((_, index) => {
    const problem = problems.find(({ path }) => path[0] === index);
    return (problem?.message.startsWith('overlaps') ? problem.restsOn![0]![0] : problem?.message) as
      string | number | undefined;
  });
};

test('windows: overlap just where their minutes do', () => {
  let apart = 0;
  fc.assert(
    fc.property(windows, (all) => {
      const expected = unrolled(all);
      if (expected.every((one) => one === undefined)) apart += 1;
      expect(found(all)).toEqual(expected);
    }),
    { numRuns: 40 },
  );
  expect(apart).toBeGreaterThan(5);
});

test('windows: find a date that falls on a day of the week only in the tenth year', () => {
  const [christmas, sundays] = [
    { name: 'christmas', start: '0 8 25 12 *', end: '0 9 25 12 *', timezone: 'UTC' },
    { name: 'sundays', start: '30 8 * 12 0', end: '45 8 * 12 0', timezone: 'UTC' },
  ];
  expect(found([christmas!, sundays!])).toEqual([undefined, 0]);
  expect(unrolled([christmas!, sundays!])).toEqual([undefined, 0]);
});

test('windows: a hundred that change every two minutes are compared in little time', () => {
  const before = process.cpuUsage();
  const all = Array.from({ length: 100 }, (_, index) => ({
    name: `w${index}`,
    start: '*/2 * * * *',
    end: '1-59/2 * * * *',
    timezone: ['Europe/Berlin', 'Asia/Tokyo', 'UTC'][index % 3]!,
  }));
  expect(found(all)).toEqual(all.map((_, index) => (index === 0 ? undefined : 0)));
  expect(process.cpuUsage(before).user).toBeLessThan(4_000_000);
});

test.each(['Africa/Casablanca', 'Africa/El_Aaiun', 'Africa/Cairo', 'Asia/Gaza', 'America/Nuuk', 'Australia/Lord_Howe'])(
  'offsets: are those of each day in %s',
  (timezone) => {
    const firstDay = Date.UTC(2024, 0, 1);
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: timezone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    const direct = Array.from({ length: 4_383 }, (_, day) => {
      const noon = firstDay + (day + 0.5) * 86_400_000;
      const parts = Object.fromEntries(format.formatToParts(noon).map(({ type, value }) => [type, Number(value)]));
      const local = Date.UTC(parts['year']!, parts['month']! - 1, parts['day'], parts['hour'], parts['minute']);
      return (local - noon) / 60_000;
    });
    expect(offsetsOf(timezone, firstDay, 4_383)).toEqual(direct);
  },
);
