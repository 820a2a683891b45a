import type { ParameterValue } from '../model/parameters';

/** An architecture that is to be rendered on one target, by a program that holds nothing else. */
export interface SynthRequest {
  /** The architecture's file, or the architecture. */
  readonly architecture: string | object;
  /** The architecture's name. */
  readonly name: string;
  /** The environment's part in names. @default none, as for `dev` */
  readonly env?: string;
  /** The name of the stack: the architecture's, with the environment. */
  readonly stack: string;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  readonly withoutCode: boolean;
  /** All texts of the architecture, as JSON: the values of a program that are its own. */
  readonly ownTexts: string;
  /** The folder for the artifacts. It exists and is empty. */
  readonly folder: string;
}
