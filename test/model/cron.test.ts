import { cronProblem, formatCron, parseCron } from '../../lib/model/cron';
import { timeZoneSpec } from '../../lib/model/time-zone';

const format = (text: string): string => cronProblem(text)?.message ?? formatCron(parseCron(text));

test.each([
  ['0 8 * * 1-5', '0 8 * * 1-5'],
  ['0 8 * * MON-FRI', '0 8 * * 1-5'],
  ['0 8 * * mon,Wed,FRI', '0 8 * * 1,3,5'],
  ['0 8 * * 0', '0 8 * * 0'],
  ['0 8 * * 7', '0 8 * * 0'],
  ['0 8 * * 5-7', '0 8 * * 0,5,6'],
  ['0 8 * * */2', '0 8 * * 0,2,4,6'],
  ['*/20 8-18/5 1,2,3 JAN-MAR *', '0,20,40 8,13,18 1-3 1-3 *'],
  ['0-59 0-23 1-31 1-12 0-6', '* * * * *'],
  [' 5  4   * * * ', '5 4 * * *'],
  ['0 0 29 2 *', '0 0 29 2 *'],
  ['0 0 31 2,3 *', '0 0 31 2,3 *'],
])('schedule: %s means %s', (text, means) => {
  expect(format(text)).toBe(means);
  expect(format(means)).toBe(means);
});

test.each([
  ['0 8 * *', /^must be five fields/],
  ['cron(0 8 * * ? *)', /^must be five fields/],
  ['0 8 ? * 1', /for the day of the month.*"\?" is not allowed; write \*\)$/],
  ['60 8 * * *', /numbers from 0 to 59, lists, ranges or steps for the minute.*"60" is not allowed/],
  ['0 24 * * *', /for the hour.*"24" is not allowed/],
  ['0 8 0 * *', /numbers from 1 to 31.*for the day of the month.*"0" is not allowed/],
  ['0 8 * 13 *', /numbers from 1 to 12, JAN to DEC.*for the month.*"13" is not allowed/],
  ['0 8 * * 8', /numbers from 0 to 7, SUN to SAT.*for the day of the week.*"8" is not allowed/],
  ['0 8 * * SAT-SUN', /"SAT-SUN" is not allowed; ranges must ascend; write SAT,SUN\)$/],
  ['0 8 * * FRI-MON', /"FRI-MON" is not allowed; ranges must ascend; write FRI-SAT,SUN-MON\)$/],
  ['0 8 * * 7-1', /"7-1" is not allowed; ranges must ascend; write 0-1\)$/],
  ['0 22-6 * * *', /"22-6" is not allowed; ranges must ascend; write 22-23,0-6\)$/],
  ['0 8 1 NOV-FEB *', /"NOV-FEB" is not allowed; ranges must ascend; write NOV-DEC,JAN-FEB\)$/],
  ['70-6 8 * * *', /"70-6" is not allowed\)$/],
  ['0 8 * * 1-2-3', /"1-2-3" is not allowed/],
  ['5/10 8 * * *', /for the minute.*"5\/10" is not allowed; write 5-59\/10\)$/],
  ['0 8 * * MON/2', /"MON\/2" is not allowed; write MON-SAT\/2\)$/],
  ['5m', /^must be five fields.*\(use rate: 5m\)$/],
  ['5 m', /^must be five fields.*\(use rate: 5m\)$/],
  ['7m', /^must be five fields[^(]*\(undefined\)$/],
  ['*/90 8 * * *', /"\*\/90" is not allowed; the step 90 is longer than the range; write 0\)$/],
  ['0 8-9/2 * * *', /"8-9\/2" is not allowed; the step 2 is longer than the range; write 8\)$/],
  ['0 8 6-1/2 * *', /"6-1\/2" is not allowed\)$/],
  ['*/0 8 * * *', /"\*\/0" is not allowed/],
  ['0, 8 * * *', /"" is not allowed/],
  ['-1 8 * * *', /"-1" is not allowed/],
  ['1.5 8 * * *', /"1.5" is not allowed/],
  ['0 8 1 * 1', /^must restrict days of the month or days of the week, not both/],
  ['0 0 30 2 *', /^must include a day that exists in its months/],
  ['0 0 31 4,6,9,11 *', /^must include a day that exists in its months/],
])('schedule: refuses %s', (text, why) => {
  const { message, hint } = cronProblem(text)!;
  expect(`${message} (${hint})`).toMatch(why);
});

test.each(['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Asia/Kolkata', 'Etc/GMT+5'])(
  'time zone: accepts %s',
  (name) => {
    expect(timeZoneSpec.safeParse(name).success).toBe(true);
  },
);

test.each(['', 'europe/berlin', 'Europe/berlin', 'Europe/Atlantis', '+01:00', 'utc', 'Europe', 'CEST ', '../UTC'])(
  'time zone: refuses %j',
  (name) => {
    expect(timeZoneSpec.safeParse(name).success).toBe(false);
  },
);
