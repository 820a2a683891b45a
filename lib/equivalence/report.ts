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
  /** The architectures of an app that were compared. @default the artifacts aren't those of an app */
  readonly places?: readonly Compared[];
}

/** An architecture of an app that was compared. */
export interface Compared extends At {
  readonly target: Target;
  /** The architecture's name. */
  readonly architecture: string;
  /** Its environment. @default none, as for `dev` */
  readonly env?: string;
  readonly equivalent: boolean;
}

/** The place of an architecture in an app. */
export interface At {
  /** The path of its construct, or on Pulumi the name of its component. */
  readonly path: string;
  readonly stack: string;
  /** The file with the stored architecture that it was compared with. @default a given one */
  readonly stored?: string;
}

/** The facts read back from a target's artifacts, and the facts that the model promises there. */
export interface Reading {
  readonly target: Target;
  readonly architecture: ResolvedArchitecture;
  readonly expected: Facts;
  readonly actual: Facts;
  /** True for the output of a user's own app, which may differ on purpose. */
  readonly isApp: boolean;
  /** The place in an app. @default the artifacts have nothing else */
  readonly at?: At;
}

/** Tests that an app has several architectures that are compared, so that a difference needs a place. */
export const areSeveral = (readings: readonly Reading[]): boolean => readings.filter(({ at }) => at).length > 1;

/** Compares the facts of each target with the model's promise for it. */
export function report(readings: readonly Reading[]): Report {
  const judged = readings.map(({ target, architecture, expected, actual, isApp }) =>
    isApp
      ? acceptDeclared(
          target,
          gatherTags(compare(target, expected, actual), expected),
          architecture.divergences,
          expected.env,
        )
      : acceptDeclared(target, compare(target, expected, actual), []),
  );
  const isSeveral = areSeveral(readings);
  const differences = judged.flatMap((one, index) => {
    const { at } = readings[index]!;
    return one.differences.map((found) => ({ ...found, ...(at && isSeveral && { place: at.path }) }));
  });
  const judgements = unique(readings.map(({ target, architecture }) => ({ target, architecture }))).flatMap(
    ({ target, architecture }) => judge(architecture, target),
  );
  const remarks = (kind: string): Remark[] =>
    judgements
      .filter(({ is }) => is === kind)
      .map(({ target, path, becomes, reason }) => ({ target, path, ...(becomes && { becomes }), reason }));
  return {
    equivalent: differences.length === 0,
    targets: [...new Set(readings.map(({ target }) => target))],
    differences,
    approximations: remarks('approximated'),
    refusals: remarks('refused'),
    accepted: judged.flatMap(({ accepted }) => accepted),
    // Of several architectures, a stack's resources are counted that concern none of them.
    notJudged: leastOf(readings),
    unjudged: readings.flatMap(({ target, actual }) => actual.unjudged.map((path) => `${target}/${path}`)),
    ...placesOf(readings, judged),
  };
}

/** Each architecture once for each target: that of two stacks is promised the same. */
const unique = <One extends Pick<Reading, 'target' | 'architecture'>>(all: readonly One[]): readonly One[] =>
  all.filter(
    (one, index) =>
      all.findIndex(({ target, architecture }) => target === one.target && architecture === one.architecture) === index,
  );

/** By target and stack, the number of resources that no reading compares. */
function leastOf(readings: readonly Reading[]): NotJudged[] {
  const all = readings.flatMap(({ target, actual }) =>
    Object.keys(actual.notJudgedIn).map((stack) => ({ target, stack })),
  );
  return all
    .filter(
      ({ target, stack }, index) => all.findIndex((one) => one.target === target && one.stack === stack) === index,
    )
    .map(({ target, stack }) => {
      const of = readings.filter((one) => one.target === target);
      return { target, stack, resources: Math.min(...of.map(({ actual }) => actual.notJudgedIn[stack] ?? 0)) };
    })
    .filter(({ resources }) => resources > 0);
}

function placesOf(
  readings: readonly Reading[],
  judged: readonly { readonly differences: readonly Difference[] }[],
): { readonly places?: readonly Compared[] } {
  const places = readings.flatMap(({ target, actual, at }, index) =>
    at
      ? [
          {
            target,
            ...at,
            architecture: actual.name,
            ...(actual.env !== undefined && { env: actual.env }),
            equivalent: judged[index]!.differences.length === 0,
          },
        ]
      : [],
  );
  return places.length > 0 ? { places } : {};
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
