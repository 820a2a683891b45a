import type { ResolvedArchitecture } from '../model/architecture';

/** A function's code as it is deployed. */
export interface CodeArchive {
  /** A `.zip` on this machine. */
  readonly path: string;
  readonly sha256: string;
  /** Whether it holds nothing, since the code wasn't there and was asked to be left out. */
  readonly empty: boolean;
}

/** The archives of all functions, by the functions' names. */
export type CodeArchives = Readonly<Record<keyof ResolvedArchitecture['functions'], CodeArchive>>;
