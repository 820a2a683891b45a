import { leastWorkers, mostIn, mostWorkersEver, type ColdStart } from '../model/cold-start';
import type { ResolvedService } from '../model/service';

/** The default maximum of instances: https://docs.cloud.google.com/run/docs/reference/rest/v2/RevisionScaling */
export const cloudRunMost = 100;

/** The bounds between which Google Cloud scales an element; undefined where it has a minimum only. */
export function cloudBounds(coldStart: ColdStart): { min: number; max: number } | undefined {
  const { min } = coldStart.dynamic ?? coldStart.utilization ?? {};
  // A window has no maximum of its own there.
  const max = mostWorkersEver(coldStart);
  return min === undefined || max === undefined ? undefined : { min, max };
}

/** The bounds between which a Cloud Function scales: its own, or up to the default maximum and no less than a minimum. */
export function cloudFunctionBounds(coldStart: ColdStart): { min: number; max: number } {
  const own = cloudBounds(coldStart);
  if (own) return own;
  const min = leastWorkers(coldStart);
  const windows = coldStart.scheduled ?? [];
  return { min, max: Math.max(cloudRunMost, min, ...windows.map((window) => mostIn(window, coldStart))) };
}

/** Requests per minute and container at which ECS adds a container: by default concurrent requests of one second each. */
export const requestsPerMinute = ({
  requestsPerInstance,
  requestsPerMinute: own,
}: Pick<ResolvedService, 'requestsPerInstance' | 'requestsPerMinute'>): number => own ?? requestsPerInstance * 60;
