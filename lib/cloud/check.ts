import { problemOf, type Finding, type Problem } from '../model/problem';
import type { Resolved } from '../model/resolve';
import { cloudOf, type Target } from '../model/target';
import { judge } from '../support/judge';

/** Everything about an architecture that the asked targets refuse, or can't do, with its place in the file. */
export function check({ architecture, source }: Resolved, targets: readonly Target[]): Problem[] {
  const refusals = targets
    .flatMap((target) => judge(architecture, target))
    .filter(({ is }) => is === 'refused')
    .map(({ target, path, reason, hint }): Finding => ({
      path: path.split('.'),
      message: `${cloudOf(target)} refuses this: ${reason}`,
      ...(hint && { hint }),
    }));
  return once(refusals.map((finding) => problemOf(finding, source)));
}

/** Both engines of a cloud refuse the same: it is said once. */
function once(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [`${problem.path} ${problem.message}`, problem])).values()];
}
