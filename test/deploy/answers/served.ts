import type { Row } from '../requests';
import type { Answer } from './ask';

/** An example whose code answers. */
export interface Served {
  /** Asks at the address that an output names. */
  ask(output: string, row: Row): Promise<Answer>;
  /** Takes its tables away. */
  loseTables(): Promise<void>;
  /** Resolves when something like it stands in the log of one of its functions. */
  logged(words: RegExp): Promise<unknown>;
  end(): void | Promise<void>;
}
