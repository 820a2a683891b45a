import type { ResolvedArchitecture } from '../model/architecture';
import type { NamedBy } from './name';

/** What a right rendering depends on, beside the element itself. */
export interface Expectation {
  readonly architecture: ResolvedArchitecture;
  readonly naming: NamedBy;
  /** SHA-256 of each function's archive on the cloud in question. */
  readonly code: Readonly<Record<string, string>>;
}
