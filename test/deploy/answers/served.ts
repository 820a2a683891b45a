import type { Row } from '../requests';
import type { Answer } from './ask';

/** An example whose code answers. */
export interface Served {
  /** Asks at the address that an output names. */
  ask(output: string, row: Row): Promise<Answer>;
  end(): void | Promise<void>;
}
