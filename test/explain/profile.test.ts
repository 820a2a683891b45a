import { instanceHoursOf, profileOf, type WarmWindow } from '../../lib/explain/profile';

const at = (text: string): number => Date.parse(text);
const office = { start: '0 8 * * 1-5', end: '0 18 * * 1-5', timezone: 'Europe/Berlin', workers: 20 };

/** The changes of a week, as `from workers`. */
const week = (now: string, base: number, ...windows: WarmWindow[]): string[] =>
  profileOf({ base, windows }, at(now)).week.map(
    ({ from, workers }) => `${new Date(from).toISOString().slice(0, 16)} ${workers}`,
  );

const hours = (now: string, base: number, ...windows: WarmWindow[]): number =>
  instanceHoursOf(profileOf({ base, windows }, at(now)));

describe('the changes of a week', () => {
  test('are one number without windows, from the current minute on', () => {
    expect(week('2026-11-24T13:34:56Z', 5)).toEqual(['2026-11-24T13:34 5']);
  });

  test('begin with the current state in the time zone of the window', () => {
    expect(week('2026-11-24T13:34:00Z', 2, office)).toEqual([
      '2026-11-24T13:34 20',
      '2026-11-24T17:00 2',
      '2026-11-25T07:00 20',
      '2026-11-25T17:00 2',
      '2026-11-26T07:00 20',
      '2026-11-26T17:00 2',
      '2026-11-27T07:00 20',
      '2026-11-27T17:00 2',
      '2026-11-30T07:00 20',
      '2026-11-30T17:00 2',
      '2026-12-01T07:00 20',
    ]);
  });

  test('include a window that starts in the current minute', () => {
    expect(week('2026-11-24T07:00:00Z', 2, office)[0]).toBe('2026-11-24T07:00 20');
    expect(week('2026-11-24T06:59:59Z', 2, office).slice(0, 2)).toEqual(['2026-11-24T06:59 2', '2026-11-24T07:00 20']);
    expect(week('2026-11-24T17:00:00Z', 2, office)[0]).toBe('2026-11-24T17:00 2');
  });

  test('follow each window in its own time zone', () => {
    const night = { start: '0 20 * * *', end: '0 21 * * *', timezone: 'America/New_York', workers: 7 };
    const india = { start: '30 9 * * 3', end: '45 9 * * 3', timezone: 'Asia/Kolkata', workers: 9 };
    expect(week('2026-11-24T12:00:00Z', 0, night, india).slice(0, 6)).toEqual([
      '2026-11-24T12:00 0',
      '2026-11-25T01:00 7',
      '2026-11-25T02:00 0',
      '2026-11-25T04:00 9',
      '2026-11-25T04:15 0',
      '2026-11-26T01:00 7',
    ]);
  });

  test('continue across midnight and across the end of a week', () => {
    const weekend = { start: '0 22 * * 5', end: '0 6 * * 1', timezone: 'UTC', workers: 3 };
    const nights = { start: '0 22 * * 1-4', end: '0 6 * * 2-5', timezone: 'UTC', workers: 4 };
    expect(week('2026-11-29T00:00:00Z', 1, weekend, nights)).toEqual([
      '2026-11-29T00:00 3',
      '2026-11-30T06:00 1',
      '2026-11-30T22:00 4',
      '2026-12-01T06:00 1',
      '2026-12-01T22:00 4',
      '2026-12-02T06:00 1',
      '2026-12-02T22:00 4',
      '2026-12-03T06:00 1',
      '2026-12-03T22:00 4',
      '2026-12-04T06:00 1',
      '2026-12-04T22:00 3',
    ]);
  });

  test('ignore a second start before the end of a window', () => {
    const twice = { start: '0 8,10 * * *', end: '0 12 * * *', timezone: 'UTC', workers: 3 };
    expect(week('2026-11-24T00:00:00Z', 1, twice).slice(0, 3)).toEqual([
      '2026-11-24T00:00 1',
      '2026-11-24T08:00 3',
      '2026-11-24T12:00 1',
    ]);
  });
});

describe('daylight saving time', () => {
  test('moves a window in UTC', () => {
    // On 29 March 2026, Europe's clocks go from 02:00 to 03:00.
    expect(week('2026-03-27T00:00:00Z', 2, office).slice(1, 4)).toEqual([
      '2026-03-27T07:00 20',
      '2026-03-27T17:00 2',
      '2026-03-30T06:00 20',
    ]);
  });

  test('skips a nonexistent local time, so that a window ends a day later', () => {
    const early = { start: '30 1 * * *', end: '30 2 * * *', timezone: 'Europe/Berlin', workers: 5 };
    expect(week('2026-03-28T12:00:00Z', 1, early).slice(0, 4)).toEqual([
      '2026-03-28T12:00 1',
      '2026-03-29T00:30 5',
      '2026-03-30T00:30 1',
      '2026-03-30T23:30 5',
    ]);
    const skipped = { start: '15 2 * * *', end: '0 4 * * *', timezone: 'Europe/Berlin', workers: 5 };
    expect(week('2026-03-28T12:00:00Z', 1, skipped).slice(0, 3)).toEqual([
      '2026-03-28T12:00 1',
      '2026-03-30T00:15 5',
      '2026-03-30T02:00 1',
    ]);
  });

  test('uses the first of two equal local times', () => {
    // On 25 October 2026 they go from 03:00 to 02:00, and New York's on 1 November.
    const early = { start: '30 2 * * *', end: '30 3 * * *', timezone: 'Europe/Berlin', workers: 5 };
    expect(week('2026-10-24T12:00:00Z', 1, early).slice(0, 3)).toEqual([
      '2026-10-24T12:00 1',
      '2026-10-25T00:30 5',
      '2026-10-25T02:30 1',
    ]);
    const york = { start: '30 1 * * *', end: '0 2 * * *', timezone: 'America/New_York', workers: 5 };
    expect(week('2026-11-01T00:00:00Z', 1, york).slice(0, 3)).toEqual([
      '2026-11-01T00:00 1',
      '2026-11-01T05:30 5',
      '2026-11-01T07:00 1',
    ]);
  });

  test('works for half-hour changes in the southern hemisphere', () => {
    // Lord Howe's clocks go from 02:00 to 02:30 on 4 October 2026.
    const isle = { start: '0 8 * * *', end: '0 9 * * *', timezone: 'Australia/Lord_Howe', workers: 2 };
    expect(week('2026-10-02T12:00:00Z', 0, isle).slice(1, 5)).toEqual([
      '2026-10-02T21:30 2',
      '2026-10-02T22:30 0',
      '2026-10-03T21:00 2',
      '2026-10-03T22:00 0',
    ]);
  });
});

describe('the next changes', () => {
  test('are at most two', () => {
    const { next } = profileOf({ base: 2, windows: [office] }, at('2026-11-27T20:00:00Z'));
    expect(next).toEqual([
      { from: at('2026-11-30T07:00Z'), workers: 20, timezone: 'Europe/Berlin' },
      { from: at('2026-11-30T17:00Z'), workers: 2, timezone: 'Europe/Berlin' },
    ]);
  });

  test('are searched in the year ahead for windows by the day of the month', () => {
    const sale = { start: '0 0 24 11 *', end: '0 0 1 12 *', timezone: 'UTC', workers: 9 };
    const profile = profileOf({ base: 2, windows: [sale] }, at('2026-03-01T00:00:00Z'));
    expect(profile.isWeekly).toBe(false);
    expect(profile.week).toHaveLength(1);
    expect(profile.next.map(({ from }) => from)).toEqual([at('2026-11-24T00:00Z'), at('2026-12-01T00:00Z')]);
  });

  test('include a window that started long ago', () => {
    const leap = { start: '0 0 29 2 *', end: '0 0 28 2 *', timezone: 'UTC', workers: 9 };
    expect(week('2026-11-24T00:00:00Z', 2, leap)).toEqual(['2026-11-24T00:00 2']);
    expect(week('2024-11-24T00:00:00Z', 2, leap)).toEqual(['2024-11-24T00:00 9']);
  });
});

describe('instance-hours', () => {
  test('are 730 per month and worker', () => {
    expect(hours('2026-11-24T13:34:00Z', 5)).toBe(3_650);
    expect(hours('2026-11-24T13:34:00Z', 0)).toBe(0);
  });

  test.each(['2026-11-24T13:34:00Z', '2026-11-22T00:00:00Z', '2026-06-01T06:00:00Z'])(
    'of windows are those of the week × 730/168, whenever one asks: %s',
    (now) => {
      expect(hours(now, 2, office)).toBe(Math.round((((50 * 20 + 118 * 2) * 730) / 168) * 100) / 100);
    },
  );

  test('are averaged over a year for windows by the day of the month', () => {
    const sale = { start: '0 0 24 11 *', end: '0 0 1 12 *', timezone: 'UTC', workers: 9 };
    expect(hours('2026-03-01T00:00:00Z', 2, sale)).toBe(Math.round(((7 * 9 + 358 * 2) / 365) * 73_000) / 100);
  });
});
