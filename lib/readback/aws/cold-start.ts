import type { ColdStartFact, WarmingFact, WindowFact } from '../../facts/cold-start';
import type { Path, Resource } from '../resource';

/** A scalable target with its policy and schedules: null if there is none, undefined if it isn't understood. */
export type Scaling =
  | {
      readonly min: number;
      readonly max: number;
      /** Null without a policy. */
      readonly metric: Metric | null;
      readonly windows: readonly WindowFact[];
    }
  | null
  | undefined;

/** A metric with its target value. */
export type Metric =
  /** The utilization of warm workers, or of a service's CPU, from 0 to 1. */
  | { readonly utilization: number }
  /** Requests a minute for each target. */
  | { readonly requests: number };

/** Reads a number: null if it is absent, undefined for anything else. */
export function readWarm(resource: Resource, path: Path, property: string): number | null | undefined {
  if (resource.at(path) === undefined || (path.length === 1 && resource.at([...path, property]) === undefined))
    return null;
  return resource.number([...path, property]);
}

/**
 * Reads what keeps a function warm: workers on its alias, or scaling of them, with its reserved concurrency as the
 * bound. Both at once would conflict, and a bound has to be in both places.
 */
export function functionColdStart(
  warm: number | null | undefined,
  reserved: number | null | undefined,
  scaling: Scaling,
  warming: WarmingFact | null | undefined,
): ColdStartFact | undefined {
  if (warm === undefined || reserved === undefined || scaling === undefined || warming === undefined) return undefined;
  if (scaling === null) {
    const called = warming === null ? {} : { warming };
    if (reserved !== null) return { dynamic: { min: warm ?? 0, max: reserved }, ...called };
    return { ...(warm !== null && { provisioned: warm }), ...called };
  }
  const { min, max, metric } = scaling;
  const windows = scheduled(scaling);
  // A worker that is always warm needs no calls.
  if (warm !== null || warming !== null) return undefined;
  if (metric === null) {
    // Without a policy, only the maximum removes the workers that a window has added.
    if (min !== max || !windows.scheduled) return undefined;
    if (reserved !== null) return { dynamic: { min, max: reserved }, ...windows };
    return { ...(min > 0 && { provisioned: min }), ...windows };
  }
  const most = Math.max(max, ...scaling.windows.map((window) => window.max ?? 0));
  if (reserved !== most || !('utilization' in metric)) return undefined;
  return { utilization: { min, max, target: metric.utilization }, ...windows };
}

/** Reads how many tasks a service has: a number, or a scalable target. */
export function serviceColdStart(count: number | undefined, scaling: Scaling): ColdStartFact | undefined {
  if (scaling === undefined) return undefined;
  if (scaling === null) return count === undefined ? undefined : { provisioned: count };
  const { min, max, metric } = scaling;
  if (metric === null) return undefined;
  if ('utilization' in metric) {
    return { utilization: { min, max, target: metric.utilization }, ...scheduled(scaling) };
  }
  return { dynamic: { min, max }, ...scheduled(scaling) };
}

/** Reads the request rate per task by which a service scales; nothing if it scales by something else. */
export function requestRate(scaling: Scaling): { readonly requestsPerMinute?: number } {
  const { metric } = scaling ?? {};
  return metric && 'requests' in metric ? { requestsPerMinute: metric.requests } : {};
}

const scheduled = ({ windows }: { readonly windows: readonly WindowFact[] }): Pick<ColdStartFact, 'scheduled'> =>
  windows.length > 0 ? { scheduled: windows } : {};
