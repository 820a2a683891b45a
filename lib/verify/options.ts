import type { WrittenArchitecture } from '../model/define';
import type { ParameterValue } from '../model/parameters';
import type { Target } from '../model/target';

/** Options of `verify`. */
export interface VerifyOptions {
  /** The architecture, or its file: relative to the working folder, or else to the nearest package above it. @default as the app gave it to its engine */
  readonly architecture?: string | WrittenArchitecture;
  /** The parameters that the app gives. @default those of the environment, and defaults */
  readonly parameters?: Readonly<Record<string, ParameterValue | undefined>>;
  /** The target. @default the one whose artifacts they are */
  readonly target?: Target;
}
