import type { Target } from '../model/target';

/** Where an artefact doesn't say what the model promises. */
export interface Difference {
  readonly target: Target;
  /** `kind.element.field…`; of something unrecognized `kind.element!<resource>.<property path>`. */
  readonly path: string;
  /** Absent: nothing of the kind was promised. */
  readonly expected?: unknown;
  /** Absent: the artefact doesn't say it, or not so that it could be understood. */
  readonly actual?: unknown;
  /** Where in the artefact, if it is one resource. */
  readonly resource?: string;
}
