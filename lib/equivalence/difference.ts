import type { Target } from '../model/target';

/** A field of an artifact that doesn't match the model's promise. */
export interface Difference {
  readonly target: Target;
  /** The path of the architecture in an app. @default only one was compared */
  readonly place?: string;
  /** `kind.element.field…`, or `kind.element!<resource>.<property path>` for an unrecognized property. */
  readonly path: string;
  /** The promised value. @default the model promises no such field */
  readonly expected?: unknown;
  /** The value in the artifact. @default the artifact lacks it, or no reader understands it */
  readonly actual?: unknown;
  /** The resource in the artifact. @default the difference isn't in one particular resource */
  readonly resource?: string;
  /** A clause about what the resource replaces or removes. @default nothing that is known */
  readonly note?: string;
}
