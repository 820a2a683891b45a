import type { Target } from '../model/target';

/** A known deviation of a target from the model, with the reason for it. */
export interface Remark {
  readonly target: Target;
  readonly path: string;
  /** The rendered value, in words. @default the reason says it all */
  readonly becomes?: string;
  readonly reason: string;
  /** A clause about what a declared resource replaces or removes. @default nothing that is known */
  readonly note?: string;
}
