import { Annotations } from 'cdktf';
import type { Construct } from 'constructs';
import { formatProblem, type Problem } from '../../model/problem';

const key = 'triptych:annotations';

/** The context of an app whose warnings its program shows itself. */
export const withoutAnnotations = { [key]: false };

/** Shows warnings where CDKTF's command line shows those of an app. */
export function annotate(scope: Construct, warnings: readonly Problem[]): void {
  if (scope.node.tryGetContext(key) === false) return;
  for (const warning of warnings) Annotations.of(scope).addWarning(formatProblem(warning));
}
