import { Annotations } from 'aws-cdk-lib';
import type { Construct, IConstruct } from 'constructs';
import { formatProblem, type Problem } from '../../model/problem';

/** Adds warnings about an architecture, each to the construct of the element that it is about. */
export function warn(scope: Construct, warnings: readonly Problem[]): void {
  for (const warning of warnings) {
    const { path, message, hint } = warning;
    // CDK says itself that it warns. A file's place is one machine's, and would be part of the assembly.
    const text = formatProblem({ severity: 'error', path, message, ...(hint !== undefined && { hint }) });
    Annotations.of(constructAt(scope, path)).addWarningV2(idOf(warning), text);
  }
}

/** The id with which an app acknowledges a warning, such as `triptych:services.web.ingress`. */
export const idOf = ({ path }: Problem): string => `triptych:${path || 'architecture'}`;

/** The construct of the element at a path; the architecture's own if it is about no element. */
function constructAt(scope: Construct, path: string): IConstruct {
  const [kind = '', name = ''] = path.split('.');
  const group = scope.node.tryFindChild(kind);
  return group?.node.tryFindChild(name) ?? group ?? scope;
}
