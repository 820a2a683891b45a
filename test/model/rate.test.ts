import { minutesOf, rateOf, rateSpec } from '../../lib/model/rate';

test.each([
  ['1m', 1],
  ['60m', 60],
  ['24h', 1_440],
  ['1d', 1_440],
])('rate: %s is %d minutes', (text, minutes) => {
  expect(minutesOf(text)).toBe(minutes);
});

test.each([
  '',
  '0m',
  '05m',
  '7m',
  '120m',
  '5h',
  '2d',
  '5',
  'm',
  '5 m',
  '5m ',
  '5M',
  '+5m',
  '-5m',
  '1.5h',
  '5m5m',
  '\u0665m',
])('rate: refuses %j', (text) => {
  expect(minutesOf(text)).toBeUndefined();
});

test.each([
  ['5 minutes', '5m'],
  ['rate(5 minutes)', '5m'],
  ['every 2 hours', '2h'],
  ['PT5M', '5m'],
  ['P1D', '1d'],
  ['30 mins', '30m'],
  ['5 minute', '5m'],
  ['5min', '5m'],
  ['2 h', '2h'],
  ['2 hour', '2h'],
  ['2 hr', '2h'],
  ['rate(1 day)', '1d'],
  ['1 days', '1d'],
  ['rate( 5 minutes)', '5m'],
  ['2hrs', '2h'],
])('rate: %s is written %s', (text, rate) => {
  expect(rateOf(text)).toBe(rate);
});

// A month isn't a minute.
test.each(['P5M', '5 months', '5ms', '5 MiB', '2 hamsters', 'rate(7 minutes)'])('rate: makes nothing of %s', (text) => {
  expect(rateOf(text)).toBeUndefined();
});

test.each([
  ['5m', undefined],
  ['rate(5 minutes)', 'write 5m'],
  ['7m', undefined],
])('rate: as a field, %s has the hint %s', (text, hint) => {
  const { error } = rateSpec.safeParse(text);
  if (text === '5m') return expect(error).toBeUndefined();
  expect(error?.issues).toEqual([
    {
      code: 'custom',
      path: [],
      message: 'must be <n>m with n dividing 60, <n>h with n dividing 24, or 1d, such as 5m',
      params: { hint },
    },
  ]);
});
