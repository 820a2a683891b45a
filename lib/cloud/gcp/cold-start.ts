import type { ColdStart } from '../../model/cold-start';
import { boundsOf, functionInstances } from './approximation';

/** How many instances a function has. */
export interface GcpFunctionWarmth {
  readonly min: number;
  /** Absent: as many as Google lets a function have. */
  readonly max?: number;
}

export function planFunctionWarmth(coldStart: ColdStart): GcpFunctionWarmth {
  const bounds = boundsOf(coldStart);
  if (!bounds) return { min: coldStart.provisioned ?? functionInstances(coldStart.dynamic?.min ?? 0) };
  return { min: functionInstances(bounds.min), max: functionInstances(bounds.max) };
}

/** How many instances a service has: just so many, always, or as many as the load needs, between bounds. */
export type GcpServiceWarmth =
  /** Without a mode of its own, Cloud Run would go by the load. */
  | { readonly mode: 'MANUAL'; readonly instances: number }
  /** The bounds are those of a revision: what is deployed next brings its own. */
  | { readonly mode: 'AUTOMATIC'; readonly revision: { readonly min: number; readonly max: number } };

export function planServiceWarmth(coldStart: ColdStart): GcpServiceWarmth {
  const revision = boundsOf(coldStart);
  return revision ? { mode: 'AUTOMATIC', revision } : { mode: 'MANUAL', instances: coldStart.provisioned! };
}
