import type { ColdStartFact } from '../../facts/cold-start';
import type { Path, Resource } from '../resource';

/** What a scalable target and its policy say: null where neither is there, undefined where they mean nothing. */
export type Scaling = { readonly min: number; readonly max: number; readonly metric: Metric } | null | undefined;

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
): ColdStartFact | undefined {
  if (warm === undefined || reserved === undefined || scaling === undefined) return undefined;
  if (scaling === null) {
    if (reserved !== null) return { dynamic: { min: warm ?? 0, max: reserved } };
    return warm === null ? {} : { provisioned: warm };
  }
  const { min, max, metric } = scaling;
  if (warm !== null || reserved !== max || !('utilization' in metric)) return undefined;
  return { utilization: { min, max, target: metric.utilization } };
}

/** How many containers a service has: a number, or scaling of it. */
export function serviceColdStart(count: number | undefined, scaling: Scaling): ColdStartFact | undefined {
  if (scaling === undefined) return undefined;
  if (scaling === null) return count === undefined ? undefined : { provisioned: count };
  const { min, max, metric } = scaling;
  if ('utilization' in metric) return { utilization: { min, max, target: metric.utilization } };
  // As many as 80 at once, of a second each.
  return metric.requests === 4_800 ? { dynamic: { min, max } } : undefined;
}
