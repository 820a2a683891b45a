import type { ResolvedArchitecture } from '../model/architecture';
import { formatPath, type Finding } from '../model/problem';
import { cloudOf, type Cloud } from '../model/target';
import { judge } from '../support/judge';
import { awsProblems } from './aws/limits';
import { gcpProblems } from './gcp/limits';
import { placeholderWarnings } from './placeholder';

const problemsOn: Readonly<Record<Cloud, (architecture: ResolvedArchitecture) => Finding[]>> = {
  aws: awsProblems,
  gcp: gcpProblems,
};

/** Finds the refusals, exceeded limits and warnings of an architecture on its targets. */
export function check(architecture: ResolvedArchitecture): Finding[] {
  const { targets } = architecture;
  const refusals = targets
    .flatMap((target) => judge(architecture, target))
    .filter(({ is }) => is === 'refused')
    .map(({ target, path, reason, hint }): Finding => ({
      path: path.split('.'),
      message: `is refused on ${cloudOf(target)}: ${reason}`,
      ...(hint && { hint }),
    }));
  const clouds = [...new Set(targets.map(cloudOf))];
  const limits = clouds.flatMap((cloud) => problemsOn[cloud](architecture));
  return once([...refusals, ...limits, ...placeholderWarnings(architecture)]);
}

/** Removes duplicates: engines of one cloud refuse the same, and clouds have some limits in common. */
function once(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [`${formatPath(finding.path)} ${finding.message}`, finding])).values()];
}
