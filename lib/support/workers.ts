import { mostWorkersEver, type ColdStart } from '../model/cold-start';

/**
 * The default quota of instances per Cloud Function, which is also its maximum where none is set:
 * https://cloud.google.com/functions/docs/configuring/max-instances
 */
export const cloudFunctionsMost = 100;

/** The number of instances that a Cloud Function gets for a number of workers. */
export const cloudFunctionWorkers = (workers: number): number => Math.min(workers, cloudFunctionsMost);

/** The bounds between which Google Cloud scales an element; undefined where it has a minimum only. */
export function cloudBounds(coldStart: ColdStart): { min: number; max: number } | undefined {
  const { min } = coldStart.dynamic ?? coldStart.utilization ?? {};
  // A window has no maximum of its own there.
  const max = mostWorkersEver(coldStart);
  return min === undefined || max === undefined ? undefined : { min, max };
}

/** Requests per minute and container at which ECS adds a container: 80 concurrent requests of one second each. */
export const requestsPerMinute = 80 * 60;
