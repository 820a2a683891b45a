import type { Alarms } from '../model/alarm';
import type { ResolvedArchitecture } from '../model/architecture';
import type { Target } from '../model/target';
import type { NamedBy } from './name';
import type { TextFact } from './text-fact';

/** Everything beside an element that decides what its artifacts state. */
export interface Expectation {
  readonly architecture: ResolvedArchitecture;
  readonly naming: NamedBy;
  /** SHA-256 of each function's archive on the cloud in question. */
  readonly code: Readonly<Record<string, string>>;
  /** By parameter, the values of the engine that the artifact was rendered with. @default none */
  readonly engineValues?: Readonly<Record<string, TextFact>>;
}

/** An expectation on one target. */
export interface TargetExpectation extends Expectation {
  readonly target: Target;
  /** The thresholds of alarms, as the target states them; absent: there are no alarms. */
  readonly alarms?: Alarms;
  /** The architecture's tags, as the target states them. */
  readonly tags: Readonly<Record<string, string>>;
}
