import { minutesOf, rateOf } from '../../lib/model/rate';

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
  ['2hrs', '2h'],
])('rate: %s is written %s', (text, rate) => {
  expect(rateOf(text)).toBe(rate);
});

// A month isn't a minute.
test.each(['P5M', '5 months', '5ms', '5 MiB', '2 hamsters', 'rate(7 minutes)'])('rate: makes nothing of %s', (text) => {
  expect(rateOf(text)).toBeUndefined();
});
