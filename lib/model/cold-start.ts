import { z } from 'zod';
import { cronSpec } from './cron';
import { rateSpec } from './rate';
import { timeZoneSpec } from './time-zone';
import { elementName } from './name';

/** Largest number of workers in a strategy: the default concurrency limit of an AWS account. */
const mostWorkers = 1_000;

const workers = (least: number) => z.int().min(least).max(mostWorkers);

/** Pool of workers that is kept warm by invoking it. */
const warmingSpec = z.strictObject({
  /** Number of workers that are invoked at the same time. */
  instances: workers(1),
  /** Interval between invocations: `<n>m` with n dividing 60, `<n>h` with n dividing 24, or `1d`. */
  every: rateSpec.default('5m'),
});

/** Scales with the load, between a minimum and a maximum. */
const dynamicSpec = z.strictObject({
  /** Minimum number of workers, which are always warm. */
  min: workers(0).default(0),
  /** Maximum number of workers. Required on services; without it, a function has no maximum of its own. */
  max: workers(1).optional(),
});

/** Adds workers when the utilization of the existing ones passes a target. */
const utilizationSpec = z.strictObject({
  /** Minimum number of workers, which are always warm. */
  min: workers(0).default(1),
  /** Maximum number of workers. */
  max: workers(1),
  /** Target utilization, as a share: of the provisioned concurrency of a function, of the CPU of a service. */
  target: z.number().min(0.1).max(0.9).multipleOf(0.01).default(0.7),
});

/**
 * Largest number of windows of an element: Application Auto Scaling allows 200 scheduled actions for each scalable target,
 * and a window has two. https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-quotas.html
 */
const mostWindows = 100;

/** Time window in which more workers are warm. */
const windowSpec = z.strictObject({
  /** Name of the window, unique within the element. */
  name: elementName,
  /** Start of the window: a cron expression with five fields. */
  start: cronSpec,
  /** End of the window: a cron expression with five fields. */
  end: cronSpec,
  /** Time zone of start and end: a name from the IANA database. */
  timezone: timeZoneSpec.default('UTC'),
  /** Minimum number of workers in the window. */
  min: workers(1),
  /**
   * Maximum number of workers in the window. Default: the maximum outside of the window, or `min` if that is larger.
   */
  max: workers(1).optional(),
});

/** Strategies against cold starts. Without any, a function scales from zero, and a service runs one container. */
export const coldStartSpec = z.strictObject({
  /** Invokes a number of workers at an interval, so that they stay warm. Default: no warming. */
  warming: warmingSpec.optional(),
  /** Number of workers that are always warm and serve only this element. Default: none on functions, 1 on services. */
  provisioned: workers(1).optional(),
  /** Scales with the load, between a minimum and a maximum. Default: no bounds. */
  dynamic: dynamicSpec.optional(),
  /** Adds workers when their utilization passes a target. Default: no scaling by utilization. */
  utilization: utilizationSpec.optional(),
  /**
   * Windows with more workers, added to `dynamic` or `utilization`. Functions also accept windows without either. At most
   * 100, as on AWS.
   * Default: no windows.
   */
  scheduled: z.array(windowSpec).min(1).max(mostWindows).optional(),
});

export type ColdStart = z.output<typeof coldStartSpec>;
export type ScheduledWindow = z.output<typeof windowSpec>;

/** Strategies that set the number of workers outside of windows. */
export const bases = ['provisioned', 'dynamic', 'utilization'] as const;
export type Base = (typeof bases)[number];

/** Bases of an element, of which more than one conflict. */
export const basesIn = (coldStart: ColdStart): Base[] => bases.filter((base) => coldStart[base] !== undefined);

/** Number of workers that are warm at any load. */
export const leastWorkers = ({ provisioned, dynamic, utilization }: ColdStart): number =>
  provisioned ?? dynamic?.min ?? utilization?.min ?? 0;

/** Maximum number of workers outside of windows; undefined without a maximum. */
export const mostWorkersOf = ({ provisioned, dynamic, utilization }: ColdStart): number | undefined =>
  provisioned ?? dynamic?.max ?? utilization?.max;

/** Maximum number of workers in a window. */
export const mostIn = ({ min, max }: ScheduledWindow, coldStart: ColdStart): number =>
  max ?? Math.max(min, mostWorkersOf(coldStart) ?? 0);

/** Maximum number of workers at any time; undefined without a maximum. */
export function mostWorkersEver(coldStart: ColdStart): number | undefined {
  const most = mostWorkersOf(coldStart);
  const { scheduled = [] } = coldStart;
  return most === undefined ? undefined : Math.max(most, ...scheduled.map((window) => mostIn(window, coldStart)));
}
