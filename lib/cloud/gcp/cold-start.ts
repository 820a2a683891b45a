import type { ColdStart } from '../../model/cold-start';
import { boundsOf, functionInstances } from './approximation';

/** The instance limits of a function. */
export interface GcpFunctionWarmth {
  readonly min: number;
  /** Absent: Google's default maximum. */
  readonly max?: number;
}

export function planFunctionWarmth(coldStart: ColdStart): GcpFunctionWarmth {
  const bounds = boundsOf(coldStart);
  if (!bounds) return { min: coldStart.provisioned ?? functionInstances(coldStart.dynamic?.min ?? 0) };
  return { min: functionInstances(bounds.min), max: functionInstances(bounds.max) };
}

/** The number of a service's instances: fixed, or scaled between bounds. */
export type GcpServiceWarmth =
  /** Always written: without a mode, Cloud Run scales automatically. */
  | { readonly mode: 'MANUAL'; readonly instances: number }
  /** The bounds are those of a revision: what is deployed next brings its own. */
  | { readonly mode: 'AUTOMATIC'; readonly revision: { readonly min: number; readonly max: number } };

export function planServiceWarmth(coldStart: ColdStart): GcpServiceWarmth {
  const revision = boundsOf(coldStart);
  return revision ? { mode: 'AUTOMATIC', revision } : { mode: 'MANUAL', instances: coldStart.provisioned! };
}
