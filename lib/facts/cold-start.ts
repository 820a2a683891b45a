import { warmerArchive } from '../archive/warmer';
import { mostIn, type ColdStart } from '../model/cold-start';
import { expectWindows, type WindowFact } from './schedule';
import { cloudFunctionBounds } from '../support/workers';
import { expectWarming, type WarmingFact } from './warmer';

export type { WarmingFact, WindowFact };

/** The facts about warm capacity. */
export interface ColdStartFact extends Omit<ColdStart, 'warming' | 'dynamic' | 'scheduled'> {
  /** Absent: no bounds, or those of `utilization`. */
  readonly dynamic?: { readonly min: number; readonly max: number };
  /** Absent: nothing calls the element to keep it warm. */
  readonly warming?: WarmingFact;
  /** Windows in order of name; absent: none. */
  readonly scheduled?: readonly WindowFact[];
}

/** The strategies of an element on AWS. Without a max of its own, a window has the base's. */
export const expectAwsColdStart = (coldStart: ColdStart): ColdStartFact => ({
  ...withBase(coldStart),
  scheduled: expectWindows(coldStart, (window) => ({ max: mostIn(window, coldStart) })),
  warming: expectWarming(coldStart, () => ({ code: { sha256: warmerArchive().sha256 } })),
});

/** The strategies of an element on Google Cloud, where a window has no max. */
export const expectGcpColdStart = (coldStart: ColdStart): ColdStartFact => ({
  ...withBase(coldStart),
  scheduled: expectWindows(coldStart, () => ({ max: undefined })),
  warming: expectWarming(coldStart, () => ({})),
});

/** The strategies of a function on Google Cloud, which states a minimum and a maximum whatever its base is. */
export const expectGcpFunctionColdStart = (coldStart: ColdStart): ColdStartFact => ({
  ...expectGcpColdStart(coldStart),
  provisioned: undefined,
  dynamic: cloudFunctionBounds(coldStart),
});

/** Without a max, `dynamic` is the same as `provisioned` on a function: it scales beyond that in any case. */
function withBase(coldStart: ColdStart): Omit<ColdStartFact, 'warming' | 'scheduled'> {
  const { dynamic, ...others } = coldStart;
  if (!dynamic) return others;
  const { min, max } = dynamic;
  if (max !== undefined) return { ...others, dynamic: { ...dynamic, max } };
  return { ...others, provisioned: min > 0 ? min : undefined };
}
