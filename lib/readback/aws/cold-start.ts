import type { ColdStartFact, WarmingFact, WindowFact } from '../../facts/cold-start';
import type { Path, Resource } from '../resource';

/** What a scalable target and what moves it say: null where there is none, undefined where they mean nothing. */
export type Scaling =
  | {
      readonly min: number;
      readonly max: number;
      /** Null where no policy moves it. */
      readonly metric: Metric | null;
      readonly windows: readonly WindowFact[];
    }
  | null
  | undefined;

/** A metric that is kept at a target. */
export type Metric =
  /** A part of one: of the warm workers, or of a service's CPU. */
  | { readonly utilization: number }
  /** Requests a minute, for each target. */
  | { readonly requests: number };

/** A number that may be absent: null; undefined if something else stands there. */
export function readWarm(resource: Resource, path: Path, property: string): number | null | undefined {
  if (resource.at(path) === undefined || (path.length === 1 && resource.at([...path, property]) === undefined))
    return null;
  return resource.number([...path, property]);
}

/**
 * What keeps a function warm: workers on its alias, or scaling of them, with the function's reservation as the bound.
 * Both at once fight each other, and a bound that only one of two has is none.
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
  // What is warm anyway needs no calls.
  if (warm !== null || warming !== null) return undefined;
  if (metric === null) {
    // Nothing but its maximum takes away what a window has added.
    if (min !== max || !windows.scheduled) return undefined;
    if (reserved !== null) return { dynamic: { min, max: reserved }, ...windows };
    return { ...(min > 0 && { provisioned: min }), ...windows };
  }
  const most = Math.max(max, ...scaling.windows.map((window) => window.max ?? 0));
  if (reserved !== most || !('utilization' in metric)) return undefined;
  return { utilization: { min, max, target: metric.utilization }, ...windows };
}

/** How many containers a service has: a number, or scaling of it. */
export function serviceColdStart(count: number | undefined, scaling: Scaling): ColdStartFact | undefined {
  if (scaling === undefined) return undefined;
  if (scaling === null) return count === undefined ? undefined : { provisioned: count };
  const { min, max, metric } = scaling;
  if (metric === null) return undefined;
  if ('utilization' in metric) {
    return { utilization: { min, max, target: metric.utilization }, ...scheduled(scaling) };
  }
  // As many as 80 at once, of a second each.
  return metric.requests === 4_800 ? { dynamic: { min, max }, ...scheduled(scaling) } : undefined;
}

const scheduled = ({ windows }: { readonly windows: readonly WindowFact[] }): Pick<ColdStartFact, 'scheduled'> =>
  windows.length > 0 ? { scheduled: windows } : {};
