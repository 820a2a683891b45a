import type { ColdStart } from '../../model/cold-start';
import { boundsOf, functionBounds } from './approximation';

/** The instance limits of a function. */
export interface GcpFunctionWarmth {
  readonly min: number;
  /** At least the minimum, in every window too. */
  readonly max: number;
}

export const planFunctionWarmth = (coldStart: ColdStart): GcpFunctionWarmth => functionBounds(coldStart);

/** The number of a service's instances: fixed, or scaled between bounds. */
export type GcpServiceWarmth =
  /** Always written: without a mode, Cloud Run scales automatically. */
  | { readonly mode: 'MANUAL'; readonly instances: number }
  /** The bounds are those of a revision: what is deployed next brings its own. */
  | {
      readonly mode: 'AUTOMATIC';
      readonly revision: { readonly min: number; readonly max: number };
      /** Absent: Cloud Run's own targets. An engine whose provider has no scaling controls leaves it out. */
      readonly utilization?: GcpUtilization;
    };

/**
 * The shares of an instance's capacity at which Cloud Run adds instances: of the CPU 0.1 to 0.9, of the concurrency 0.1 to 0.95:
 * https://docs.cloud.google.com/run/docs/configuring/scaling-controls,
 * https://docs.cloud.google.com/run/docs/reference/rest/v2/RevisionScaling
 */
export interface GcpUtilization {
  readonly cpu: number;
  /**
   * Nearly all of the concurrency: the load on the CPU decides, and instances that are full still get others beside them.
   * Without it, Cloud Run would refuse requests while the CPU has little to do.
   */
  readonly concurrency: 0.95;
  /** Accepts a field that isn't generally available. */
  readonly launchStage: 'BETA';
}

export function planServiceWarmth(coldStart: ColdStart): GcpServiceWarmth {
  const revision = boundsOf(coldStart);
  if (!revision) return { mode: 'MANUAL', instances: coldStart.provisioned! };
  const cpu = coldStart.utilization?.target;
  return {
    mode: 'AUTOMATIC',
    revision,
    ...(cpu !== undefined && { utilization: { cpu, concurrency: 0.95, launchStage: 'BETA' } }),
  };
}
