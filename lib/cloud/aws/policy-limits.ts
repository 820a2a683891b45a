import type { ResolvedArchitecture } from '../../model/architecture';
import { usesOf } from '../../model/grant';
import { elementId } from '../../model/name';
import type { Finding, Path } from '../../model/problem';
import type { Naming } from '../name';
import { functionStatements } from './function';
import { planGrants, type AwsStatement } from './grant';
import { stood, type Bound } from './length';

/** The characters of all inline policies of a role, without spaces: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const perRole = 10_240;

/** Finds elements whose role would have a longer policy than IAM accepts. */
export function policyProblems(architecture: ResolvedArchitecture, naming: Naming): Finding[] {
  const { functions, services } = architecture;
  return [
    ...Object.entries(functions).flatMap(([name, spec]) =>
      tooLong(
        ['functions', name, 'uses'],
        functionStatements(elementId('functions', name), spec, architecture),
        naming,
      ),
    ),
    ...Object.entries(services).flatMap(([name, { uses, secrets }]) => [
      ...tooLong(['services', name, 'uses'], planGrants(uses, architecture), naming),
      ...tooLong(['services', name, 'secrets'], planGrants(usesOf({ uses: {}, secrets }), architecture), naming),
    ]),
  ];
}

/** An error if no names are short enough, a warning if it depends on them. */
function tooLong(path: Path, statements: readonly AwsStatement[], naming: Naming): Finding[] {
  const [least, most] = [policyLength(statements, naming, 'least'), policyLength(statements, naming, 'most')];
  if (most <= perRole) return [];
  const isCertain = least > perRole;
  return [
    {
      severity: isCertain ? 'error' : 'warning',
      path,
      message: `${isCertain ? 'must' : 'should'} keep the policy of its role at ${perRole} characters or less on aws, got ${isCertain ? `${least} or more` : `up to about ${most}`}`,
      hint: "IAM's limit for inline policies; let it use fewer elements, or split it",
    },
  ];
}

/** The length of a policy with the shortest or the longest ARNs. */
function policyLength(statements: readonly AwsStatement[], naming: Naming, bound: Bound): number {
  const document = {
    Version: '2012-10-17',
    Statement: statements.map(({ sid, actions, resources }) => {
      const all = resources.map((one) => stood(one, naming, bound));
      return { Sid: sid, Effect: 'Allow', Action: actions, Resource: all.length === 1 ? all[0] : all };
    }),
  };
  return JSON.stringify(document).length;
}
