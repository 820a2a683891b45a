const msADay = 24 * 60 * 60_000;

/** Days between two that are looked up. No time zone changes its offset and changes it back within so few. */
const stride = 14;

const found = new Map<string, readonly number[]>();

/** Offsets of a time zone from UTC at noon of some days from a first one, in minutes. */
export function offsetsOf(timezone: string, firstDay: number, days: number): readonly number[] {
  const key = `${timezone} ${firstDay} ${days}`;
  const known = found.get(key);
  if (known) return known;
  const at = reader(timezone, firstDay);
  const offsets = new Array<number>(days);
  const fill = (from: number, to: number): void => {
    if (offsets[from] === offsets[to]) offsets.fill(offsets[from]!, from, to);
    else if (to - from > 1) {
      const middle = (from + to) >> 1;
      offsets[middle] = at(middle);
      fill(from, middle);
      fill(middle, to);
    }
  };
  offsets[0] = at(0);
  for (let from = 0; from < days - 1; from += stride) {
    const to = Math.min(from + stride, days - 1);
    offsets[to] = at(to);
    fill(from, to);
  }
  found.set(key, offsets);
  return offsets;
}

/** Reads the offset at noon of a day, in minutes. */
function reader(timezone: string, firstDay: number): (day: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: timezone, timeZoneName: 'longOffset' });
  return (day) => {
    const noon = new Date(firstDay + (day + 0.5) * msADay);
    const name = format.formatToParts(noon).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(name) ?? [];
    return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  };
}
