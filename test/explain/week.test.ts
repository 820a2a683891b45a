import { formatMoment } from '../../lib/explain/clock';
import { formatWindow } from '../../lib/explain/week';

test.each<[start: string, end: string, says: string]>([
  ['0 8 * * 1-5', '0 18 * * 1-5', 'Mon–Fri 08:00–18:00 UTC'],
  ['0 8 * * *', '30 18 * * *', 'daily 08:00–18:30 UTC'],
  ['0 8 * * 1,3,5', '0 18 * * *', 'Mon, Wed, Fri 08:00–18:00 UTC'],
  ['0 22 * * 1-5', '0 6 * * *', 'Mon–Fri 22:00–06:00 UTC'],
  ['0 22 * * 0', '0 6 * * 1', 'Sun 22:00–06:00 UTC'],
  ['0 22 * * 5', '0 6 * * 1', 'Fri 22:00–Mon 06:00 UTC'],
  ['0 0 * * 6', '0 0 * * 1', 'Sat 00:00–Mon 00:00 UTC'],
  ['0 0 * * 6', '0 0 * * 0', 'Sat 00:00–24:00 UTC'],
  ['0 18 * * 6', '0 0 * * 0', 'Sat 18:00–24:00 UTC'],
  ['0 8 * * 1', '0 8 * * 2', 'Mon 08:00–Tue 08:00 UTC'],
  ['0 6,18 * * *', '0 8,20 * * *', 'daily 06:00–08:00, daily 18:00–20:00 UTC'],
  ['0 8 * * MON-TUE', '0 9 * * 1,2', 'Mon, Tue 08:00–09:00 UTC'],
  ['0 8 * * 0-2,4-6', '0 9 * * *', 'Mon, Tue, Thu–Sun 08:00–09:00 UTC'],
  ['*/15 * * * *', '5,20,35,50 * * * *', 'from "0,15,30,45 * * * *" to "5,20,35,50 * * * *" UTC'],
  ['0 0 24 11 *', '0 0 1 12 *', 'from "0 0 24 11 *" to "0 0 1 12 *" UTC'],
])('a window from %s to %s is shown as %s', (start, end, says) => {
  expect(formatWindow({ start, end, timezone: 'UTC' })).toBe(says);
});

test('a moment is shown in its time zone, with the year if it differs', () => {
  const now = Date.parse('2026-12-31T22:30:00Z');
  expect(formatMoment(Date.parse('2026-12-31T22:40:00Z'), 'UTC', now)).toBe('Thu 31 Dec 22:40 UTC');
  expect(formatMoment(Date.parse('2026-12-31T23:05:00Z'), 'Europe/Berlin', now)).toBe(
    'Fri 1 Jan 2027 00:05 Europe/Berlin',
  );
  expect(formatMoment(now, 'Asia/Kathmandu', now)).toBe('Fri 1 Jan 04:15 Asia/Kathmandu');
});
