import type { Facts } from '../facts/facts';
import type { ResolvedArchitecture } from '../model/architecture';
import type { Target } from '../model/target';
import { judge } from '../support/judge';
import { compare } from './compare';
import type { Difference } from './difference';
import { acceptDeclared } from './divergences';
import type { NotJudged } from './outcome';
import type { Remark } from './remark';
import { gatherTags } from './shared-tags';

/** The result of a comparison. */
export interface Report {
  /** True if the artifacts of every target match the model's promise for it. */
  readonly equivalent: boolean;
  readonly targets: readonly Target[];
  readonly differences: readonly Difference[];
  readonly approximations: readonly Remark[];
  readonly refusals: readonly Remark[];
  /** Differences that the architecture declares as intended. */
  readonly accepted: readonly Remark[];
  /** The user's own files beside the artifacts, which aren't judged: the target, `/`, the path in its folder. */
  readonly unjudged: readonly string[];
  /** An app's own resources outside the architecture, which aren't compared, by stack. */
  readonly notJudged: readonly NotJudged[];
}

/** The facts read back from a target's artifacts, and the facts that the model promises there. */
export interface Reading {
  readonly target: Target;
  readonly architecture: ResolvedArchitecture;
  readonly expected: Facts;
  readonly actual: Facts;
  /** True for the output of a user's own app, which may differ on purpose. */
  readonly isApp: boolean;
}

/** Compares the facts of each target with the model's promise for it. */
export function report(readings: readonly Reading[]): Report {
  const judged = readings.map(({ target, architecture, expected, actual, isApp }) =>
    isApp
      ? acceptDeclared(target, gatherTags(compare(target, expected, actual), expected), architecture.divergences)
      : acceptDeclared(target, compare(target, expected, actual), []),
  );
  const differences = judged.flatMap((one) => one.differences);
  const judgements = readings.flatMap(({ target, architecture }) => judge(architecture, target));
  const remarks = (kind: string): Remark[] =>
    judgements
      .filter(({ is }) => is === kind)
      .map(({ target, path, becomes, reason }) => ({ target, path, ...(becomes && { becomes }), reason }));
  return {
    equivalent: differences.length === 0,
    targets: readings.map(({ target }) => target),
    differences,
    approximations: remarks('approximated'),
    refusals: remarks('refused'),
    accepted: judged.flatMap(({ accepted }) => accepted),
    notJudged: readings.flatMap(({ target, actual }) =>
      Object.entries(actual.notJudgedIn).map(([stack, resources]) => ({ target, stack, resources })),
    ),
    unjudged: readings.flatMap(({ target, actual }) => actual.unjudged.map((path) => `${target}/${path}`)),
  };
}

/** The report as `--json` prints it, where a reason begins with the rendered value. */
export function reportData(compared: Report): Report {
  const joined = ({ target, path, becomes, reason }: Remark): Remark => ({
    target,
    path,
    reason: becomes ? `${becomes}: ${reason}` : reason,
  });
  const { approximations, refusals } = compared;
  return { ...compared, approximations: approximations.map(joined), refusals: refusals.map(joined) };
}
