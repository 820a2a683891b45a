import type { Answer } from './answer';
import type { KeepFile } from './asset';
import type { LocalCallback } from './callbacks';

/** The subject of a recording, and the place of its files. */
export interface MonitorOptions {
  readonly project: string;
  readonly stack: string;
  /** The folder that relative paths of files start from, and from which the program finds its SDKs. */
  readonly folder: string;
  readonly keepFile: KeepFile;
  /**
   * Answers to invokes, by token, where those that the SDK's declarations give aren't enough.
   * @default none
   */
  readonly answers?: Readonly<Record<string, Answer>>;
  /**
   * Outputs of other stacks, by `organization/project/stack.output`.
   * @default none is known
   */
  readonly outputs?: Readonly<Record<string, string>>;
  /**
   * Texts that are known to be the program's own.
   * @default none
   */
  readonly ownTexts?: string;
  /**
   * Finds a function of a program in this process, by its token.
   * @default the program is called through its server
   */
  readonly callbackOf?: (token: string) => LocalCallback | undefined;
}
