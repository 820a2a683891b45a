import type { Facts } from '../facts/facts';
import type { ResolvedArchitecture } from '../model/architecture';
import type { Target } from '../model/target';
import { judge } from '../support/judge';
import { compare } from './compare';
import type { Difference } from './difference';
import { acceptDeclared } from './divergences';

/** Something about a target that is known, and said. */
export interface Remark {
  readonly target: Target;
  readonly path: string;
  readonly reason: string;
}

/** What a comparison comes to. */
export interface Report {
  /** Whether every artefact says what the model promises there. */
  readonly equivalent: boolean;
  readonly targets: readonly Target[];
  readonly differences: readonly Difference[];
  readonly approximations: readonly Remark[];
  readonly refusals: readonly Remark[];
  /** Differences that were made on purpose. */
  readonly accepted: readonly Remark[];
}

/** A target's artefacts, read back, and what they should say. */
export interface Reading {
  readonly target: Target;
  readonly architecture: ResolvedArchitecture;
  readonly expected: Facts;
  readonly actual: Facts;
  /** Whether it is an app's own output, in which differences may have been made on purpose. */
  readonly isApp: boolean;
}

/** Compares what each target's artefacts say with what the model promises there. */
export function report(readings: readonly Reading[]): Report {
  const judged = readings.map(({ target, architecture, expected, actual, isApp }) =>
    acceptDeclared(target, compare(target, expected, actual), isApp ? architecture.divergences : []),
  );
  const differences = judged.flatMap((one) => one.differences);
  const judgements = readings.flatMap(({ target, architecture }) => judge(architecture, target));
  const remarks = (kind: string): Remark[] =>
    judgements
      .filter(({ is }) => is === kind)
      .map(({ target, path, reason, becomes }) => ({
        target,
        path,
        reason: becomes ? `${becomes}: ${reason}` : reason,
      }));
  return {
    equivalent: differences.length === 0,
    targets: readings.map(({ target }) => target),
    differences,
    approximations: remarks('approximated'),
    refusals: remarks('refused'),
    accepted: judged.flatMap(({ accepted }) => accepted),
  };
}
