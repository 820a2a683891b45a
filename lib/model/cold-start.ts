import { z } from 'zod';
import { cronSpec, rateSpec, timeZoneSpec } from './cron';
import { elementName } from './name';

/** The most workers that a strategy may name: what an account on AWS runs at once by default. */
const mostWorkers = 1_000;

const workers = (least: number) => z.int().min(least).max(mostWorkers);

/** A pool of workers that is kept warm by invoking it. */
const warmingSpec = z.strictObject({
  /** Workers that are invoked at once. */
  instances: workers(1),
  /** How often: `<n>m` with n dividing 60, `<n>h` with n dividing 24, or `1d`. */
  every: rateSpec.default('5m'),
});

/** As many workers as the load needs, between bounds. */
const dynamicSpec = z.strictObject({
  /** Workers that are always warm. */
  min: workers(0).default(0),
  /** Workers that there are at the most; absent, on functions: no bound of its own. */
  max: workers(1).optional(),
});

/** More workers as the utilization of those that are there passes a target. */
const utilizationSpec = z.strictObject({
  /** Workers that are always warm. */
  min: workers(0).default(1),
  /** Workers that there are at the most. */
  max: workers(1),
  /** The part of the workers' capacity that is in use, which scaling aims at. */
  target: z.number().min(0.1).max(0.9).multipleOf(0.01).default(0.7),
});

/** A peak, for which more workers are warm than otherwise. */
const windowSpec = z.strictObject({
  /** Tells it apart from the element's other windows. */
  name: elementName,
  /** When it begins: five fields, as cron takes them. */
  start: cronSpec,
  /** When it ends. */
  end: cronSpec,
  /** The time zone of both, by its name in the IANA database. */
  timezone: timeZoneSpec.default('UTC'),
  /** Workers that are warm in it. */
  min: workers(1),
  /** Workers that there are at the most in it; absent: as many as otherwise, or `min` if that is more. */
  max: workers(1).optional(),
});

/** How cold starts are fought. */
export const coldStartSpec = z.strictObject({
  /** Workers that are invoked every few minutes, so that they don't go cold. On functions. */
  warming: warmingSpec.optional(),
  /** Workers that are always warm and serve this element alone; absent: none on functions, 1 on services. */
  provisioned: workers(1).optional(),
  /** As many workers as the load needs, between bounds. */
  dynamic: dynamicSpec.optional(),
  /** More workers as their utilization passes a target. */
  utilization: utilizationSpec.optional(),
  /** Peaks, over what holds otherwise: `dynamic`, `utilization`, or on functions nothing. */
  scheduled: z.array(windowSpec).min(1).optional(),
});

export type ColdStart = z.output<typeof coldStartSpec>;
export type ScheduledWindow = z.output<typeof windowSpec>;

/** The strategies that say how many workers there are when nothing else does. */
export const bases = ['provisioned', 'dynamic', 'utilization'] as const;
export type Base = (typeof bases)[number];

/** The bases that are there: more than one clash. */
export const basesIn = (coldStart: ColdStart): Base[] => bases.filter((base) => coldStart[base] !== undefined);

/** The workers that are warm whatever the load is. */
export const leastWorkers = ({ provisioned, dynamic, utilization }: ColdStart): number =>
  provisioned ?? dynamic?.min ?? utilization?.min ?? 0;

/** The workers that there are at the most outside of windows; undefined where nothing bounds them. */
export const mostWorkersOf = ({ provisioned, dynamic, utilization }: ColdStart): number | undefined =>
  provisioned ?? dynamic?.max ?? utilization?.max;

/** The workers that there are at the most in a window. */
export const mostIn = ({ min, max }: ScheduledWindow, coldStart: ColdStart): number =>
  max ?? Math.max(min, mostWorkersOf(coldStart) ?? 0);

/** The workers that there are at the most at any time; undefined where nothing bounds them. */
export function mostWorkersEver(coldStart: ColdStart): number | undefined {
  const most = mostWorkersOf(coldStart);
  const { scheduled = [] } = coldStart;
  return most === undefined ? undefined : Math.max(most, ...scheduled.map((window) => mostIn(window, coldStart)));
}
