import { z } from 'zod';

/** Interval that divides an hour or a day: `5m`, `2h`, `1d`. */
export const rateSpec = z.string().superRefine((text, context) => {
  if (minutesOf(text) !== undefined) return;
  const message = 'must be <n>m with n dividing 60, <n>h with n dividing 24, or 1d, such as 5m';
  const rate = rateOf(text);
  context.addIssue({ code: 'custom', message, params: { hint: rate === undefined ? undefined : `write ${rate}` } });
});

/** The rate that a text means in another tool: `5 minutes`, `rate(5 minutes)`, `PT5M`; undefined if there is none. */
export function rateOf(text: string): string | undefined {
  const [, number, unit = ''] =
    /^\s*(?:(?:rate\(|every |PT|P(?=\d+D))\s*)?(\d+)\s*(m(?:in(?:ute)?s?)?|h(?:(?:ou)?rs?)?|d(?:ays?)?)\)?\s*$/i.exec(
      text,
    ) ?? [];
  const short = `${number}${unit.charAt(0).toLowerCase()}`;
  return minutesOf(short) === undefined ? undefined : short;
}

/** Interval of a rate in minutes; undefined if the text isn't a rate. */
export function minutesOf(text: string): number | undefined {
  if (text === '1d') return 24 * 60;
  const [, number, unit] = /^([1-9]\d?)([mh])$/.exec(text) ?? [];
  const count = Number(number);
  if (unit === 'm') return 60 % count === 0 ? count : undefined;
  return unit === 'h' && 24 % count === 0 ? count * 60 : undefined;
}

/** Formats minutes as a rate, in the largest unit that fits: 60 is `1h`. */
export function formatRate(minutes: number): string {
  if (minutes === 24 * 60) return '1d';
  return minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`;
}
