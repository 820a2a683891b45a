import type { ResolvedArchitecture } from '../../model/architecture';
import { kinds } from '../../model/kind';
import { outputsOf } from '../../model/output';
import type { Finding } from '../../model/problem';
import { stackResources, type StackPart, type StackResources } from './stack-resources';
import { templateProblems } from './template-limits';

/**
 * The limits that an architecture can reach. A template has three parameters, and no mappings.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
export const perStack = { resources: 500, outputs: 200 };

const wayOut =
  "CloudFormation's limit for one stack; split the architecture into ones that do not refer to each other, or use aws-pulumi, " +
  'which has no such limit';

/** Finds an architecture whose stack would have more than CloudFormation allows. */
export function stackProblems(architecture: ResolvedArchitecture): Finding[] {
  if (!architecture.targets.includes('aws-cdk')) return [];
  const resources = stackResources(architecture);
  const counts = countsOf(resources);
  if (counts.length === 0) return [];
  return [
    ...countProblems(architecture, counts),
    ...outputProblems(architecture),
    ...templateProblems(architecture, Object.values(resources).flat(), counts[0]!.part),
  ];
}

interface Count {
  readonly part: StackPart;
  readonly count: number;
}

/** The largest first. */
const countsOf = (resources: StackResources): Count[] =>
  [...kinds, 'foundation' as const]
    .map((part) => ({ part, count: resources[part].length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);

function countProblems(architecture: ResolvedArchitecture, counts: readonly Count[]): Finding[] {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total < perStack.resources) return [];
  const path = [counts[0]!.part];
  // CDK adds a resource of its own, unless an app turns it off.
  if (total === perStack.resources) {
    return [
      {
        severity: 'warning',
        path,
        message: `the architecture has ${total} resources on aws-cdk, as many as a stack can have`,
        hint: 'an app of your own needs `analyticsReporting: false`, because CDK adds a resource about itself',
      },
    ];
  }
  const makeUp = counts.map(({ part, count }) => `${count} for ${named(part, architecture)}`).join(', ');
  return [
    {
      path,
      message: `the architecture must have at most ${perStack.resources} resources on aws-cdk, got ${total}: ${makeUp}`,
      hint: wayOut,
    },
  ];
}

const named = (part: StackPart, architecture: ResolvedArchitecture): string =>
  part === 'foundation' ? 'the foundation' : `${part} (${Object.keys(architecture[part]).length})`;

function outputProblems(architecture: ResolvedArchitecture): Finding[] {
  const outputs = Object.keys(outputsOf(architecture)).length;
  if (outputs <= perStack.outputs) return [];
  const written = Object.keys(architecture.outputs).length;
  return [
    {
      path: ['outputs'],
      message: `must be at most ${perStack.outputs} on aws-cdk, got ${outputs}: ${written} in outputs, ${outputs - written} for URLs of public elements`,
      hint: wayOut,
    },
  ];
}
