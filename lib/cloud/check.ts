import type { ResolvedArchitecture } from '../model/architecture';
import { formatPath, type Finding } from '../model/problem';
import { cloudOf, targets as allTargets, type Cloud, type Target } from '../model/target';
import { judge } from '../support/judge';
import { awsProblems } from './aws/limits';
import { gcpProblems } from './gcp/limits';
import { joinedNames } from './joined-names';
import { placeholderWarnings } from './placeholder';

const problemsOn: Readonly<Record<Cloud, (architecture: ResolvedArchitecture, env?: string) => Finding[]>> = {
  aws: awsProblems,
  gcp: gcpProblems,
};

/** Finds the refusals, exceeded limits and warnings of an architecture on its targets, in an environment. */
export function check(architecture: ResolvedArchitecture, env?: string): Finding[] {
  const { targets } = architecture;
  const refusals = targets
    .flatMap((target) => judge(architecture, target))
    .filter(({ is }) => is === 'refused')
    .map(({ target, path, reason, hint }): Finding => ({
      path: path.split('.'),
      message: `is refused on ${isOfCloud(architecture, target, path, reason) ? cloudOf(target) : target}: ${reason}`,
      ...(hint && { hint }),
    }));
  const clouds = [...new Set(targets.map(cloudOf))];
  const limits = clouds.flatMap((cloud) => problemsOn[cloud](architecture, env));
  return once([...refusals, ...joinedNames(architecture), ...limits, ...placeholderWarnings(architecture)]);
}

/** True if every engine of a target's cloud refuses the same, so that the reason is the cloud's. */
const isOfCloud = (architecture: ResolvedArchitecture, target: Target, path: string, reason: string): boolean =>
  allTargets
    .filter((other) => other !== target && cloudOf(other) === cloudOf(target))
    .every((other) =>
      judge(architecture, other).some((one) => one.is === 'refused' && one.path === path && one.reason === reason),
    );

/** Removes duplicates: engines of one cloud refuse the same, and clouds have some limits in common. */
function once(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [`${formatPath(finding.path)} ${finding.message}`, finding])).values()];
}
