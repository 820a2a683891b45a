import { windowProblems, type Window } from '../../lib/model/window';

const window = (name: string, start: string, end: string, timezone = 'UTC'): Window => ({ name, start, end, timezone });

const problems = (...windows: readonly Window[]): string[] =>
  windowProblems(['scheduled'], windows).map(({ path, message }) => `${path.join('.')}: ${message}`);

const day = window('day', '0 8 * * 1-5', '0 18 * * 1-5');
const overlaps = (path: string, other: string): RegExp => new RegExp(`^scheduled\\.${path}: overlaps ${other},`);

test.each([
  ['one', [day]],
  ['two with a minute between them', [day, window('evening', '1 18 * * *', '0 22 * * *')]],
  ['two on other days', [day, window('weekend', '0 0 * * 0,6', '0 20 * * 0,6')]],
  ['two in other months', [window('june', '0 0 * 6 *', '0 0 1 7 *'), window('august', '0 0 * 8 *', '0 0 1 9 *')]],
  ['one over midnight', [window('night', '0 22 * * *', '0 6 * * *'), window('noon', '0 12 * * *', '0 13 * * *')]],
  ['one that begins every day and ends on Fridays', [window('week', '0 8 * * 1-5', '0 18 * * 5')]],
  [
    'two in zones apart',
    [
      window('east', '0 8 * * *', '0 12 * * *', 'Asia/Tokyo'),
      window('west', '0 8 * * *', '0 12 * * *', 'America/New_York'),
    ],
  ],
])('windows: accept %s', (_, windows) => {
  expect(problems(...windows)).toEqual([]);
});

test.each([
  ['the same time', day, window('other', '0 8 * * 1-5', '0 18 * * 1-5')],
  ['a part of it', day, window('other', '0 17 * * *', '0 19 * * *')],
  ['a time within it', day, window('other', '0 12 * * 3', '30 12 * * 3')],
  ['the minute in which one ends', day, window('other', '0 18 * * *', '0 22 * * *')],
  ['the minute in which one begins', day, window('other', '0 6 * * *', '0 8 * * *')],
  [
    'a day of the month that is a Monday at times',
    window('first', '0 8 1 * *', '0 9 1 * *'),
    window('other', '30 8 * * 1', '45 8 * * 1'),
  ],
  [
    'the same time in another zone',
    window('berlin', '0 8 * * *', '0 9 * * *', 'Europe/Berlin'),
    window('other', '30 6 * * *', '45 6 * * *'),
  ],
  ['a leap day', window('leap', '0 0 29 2 *', '0 0 1 3 *'), window('other', '0 12 29 2 *', '0 13 29 2 *')],
])('windows: refuse two that share %s', (_, first, second) => {
  expect(problems(first, second)).toEqual([expect.stringMatching(overlaps('1', first.name))]);
});

test('windows: last a minute or longer, and end', () => {
  expect(problems(window('none', '0 8 * * *', '0 8 * * *'))).toEqual([
    'scheduled.0: must last a minute or longer: it begins and ends at the same time',
  ]);
});

test('windows: have different names', () => {
  expect(problems(day, window('day', '0 20 * * *', '0 21 * * *'))).toEqual([
    'scheduled.1.name: is already the name of another window: day',
  ]);
});
