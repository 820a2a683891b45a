/** Seconds in the units that other tools write behind a number. */
const seconds: Readonly<Record<string, number>> = {
  s: 1,
  sec: 1,
  second: 1,
  m: 60,
  min: 60,
  minute: 60,
  h: 3_600,
  hour: 3_600,
};
const days: Readonly<Record<string, number>> = { d: 1, day: 1, w: 7, week: 7, y: 365, year: 365 };
const mebibytes: Readonly<Record<string, number>> = {
  m: 1,
  mb: 1,
  mi: 1,
  mib: 1,
  g: 1_024,
  gb: 1_024,
  gi: 1_024,
  gib: 1_024,
};

/**
 * The number that a field with a unit in its name takes for a text with a unit: `60s` is 60 in `timeoutSeconds`, `1Gi` is
 * 1024 in `memoryMiB`. Undefined if the text is none.
 */
export function numberIn(field: string, text: string): number | undefined {
  const [, number, unit = ''] = /^\s*(\d+(?:\.\d+)?)\s*([A-Za-z]+?)s?\s*$/.exec(text) ?? [];
  const units = field.endsWith('Seconds')
    ? seconds
    : /Days$/.test(field)
      ? days
      : field.endsWith('MiB')
        ? mebibytes
        : {};
  const factor = Object.hasOwn(units, unit.toLowerCase()) ? units[unit.toLowerCase()] : undefined;
  return factor === undefined ? undefined : Number(number) * factor;
}
