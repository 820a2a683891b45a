import type { WrittenArchitecture } from '../model/define';
import type { FileUrl } from '../model/load';
import type { ParameterValue } from '../model/parameters';
import type { Target } from '../model/target';

/** Options of `verify`. */
export interface VerifyOptions {
  /**
   * The architecture, or its file: a `URL`, or a path relative to the working folder, or else to the nearest package above it.
   * @default as the app gave it to its engine
   */
  readonly architecture?: string | FileUrl | WrittenArchitecture;
  /** Folder that `code` is relative to. @default the folder of the architecture's file; the working folder for an object */
  readonly root?: string;
  /** The parameters that the app gives. @default those of the environment, and defaults */
  readonly parameters?: Readonly<Record<string, ParameterValue | undefined>>;
  /** The environment: only its architectures are compared. @default each architecture in its own */
  readonly env?: string;
  /** The target. @default the one whose artifacts they are */
  readonly target?: Target;
}
