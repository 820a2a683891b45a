import type { ParameterValue } from '../model/parameters';
import type { Target } from '../model/target';

/** What `triptych.json` says about the artefacts beside it. */
export interface Manifest {
  readonly version: 1;
  /** The architecture's name. */
  readonly architecture: string;
  /** The parameters that had a value. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  /** `null` where there was none. */
  readonly env: string | null;
  readonly targets: readonly Target[];
  /** By target, the functions whose archives were left empty. */
  readonly withoutCode: Readonly<Partial<Record<Target, readonly string[]>>>;
}

/** The name of the file; a folder that holds it may be replaced. */
export const manifestFile = 'triptych.json';
