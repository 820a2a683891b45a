import type { ResolvedArchitecture } from '../../model/architecture';
import { usesOf } from '../../model/grant';
import { elementId, splitElementId, type ElementId } from '../../model/name';
import type { Finding, Path } from '../../model/problem';
import { functionStatements } from './function';
import { planGrants, type AwsStatement } from './grant';
import type { PlanText } from '../part';

/** The characters of all inline policies of a role, without spaces: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const perRole = 10_240;

/** Finds elements whose role would have a longer policy than IAM accepts. */
export function policyProblems(architecture: ResolvedArchitecture): Finding[] {
  const { functions, services } = architecture;
  return [
    ...Object.entries(functions).flatMap(([name, spec]) =>
      tooLong(
        ['functions', name, 'uses'],
        functionStatements(elementId('functions', name), spec, architecture),
        architecture,
      ),
    ),
    ...Object.entries(services).flatMap(([name, { uses, secrets }]) => [
      ...tooLong(['services', name, 'uses'], planGrants(uses, architecture), architecture),
      ...tooLong(['services', name, 'secrets'], planGrants(usesOf({ uses: {}, secrets }), architecture), architecture),
    ]),
  ];
}

function tooLong(path: Path, statements: readonly AwsStatement[], { name }: ResolvedArchitecture): Finding[] {
  const length = policyLength(statements, name);
  if (length <= perRole) return [];
  return [
    {
      path,
      message: `must keep the policy of its role at ${perRole} characters or less on aws, got about ${length}`,
      hint: "IAM's limit for inline policies; let it use fewer elements, or split it",
    },
  ];
}

/** The length of a policy with ARNs as long as those of a standalone stack in a region with a long name. */
export function policyLength(statements: readonly AwsStatement[], architecture: string): number {
  const document = {
    Version: '2012-10-17',
    Statement: statements.map(({ sid, actions, resources }) => ({
      Sid: sid,
      Effect: 'Allow',
      Action: actions,
      Resource:
        resources.length === 1 ? stood(resources[0]!, architecture) : resources.map((one) => stood(one, architecture)),
    })),
  };
  return JSON.stringify(document).length;
}

/** The text with an ARN in place of each part of an element. */
const stood = (text: PlanText, architecture: string): string =>
  text
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      return 'place' in piece || piece.of === 'foundation'
        ? 'x'.repeat(16)
        : 'x'.repeat(arnLength(piece.of, architecture));
    })
    .join('');

/** An ARN up to the resource's name: `arn:aws:secretsmanager:ap-southeast-1:123456789012:secret:`. */
const arnPrefix = 58;

/**
 * The length of an ARN. CloudFormation names a resource after the stack and the construct, whose id ends in a hash of 8
 * digits, and appends 13 characters.
 */
function arnLength(of: ElementId, architecture: string): number {
  const { kind, name } = splitElementId(of);
  const logicalId = 'Architecture'.length + kind.length + name.length + 'Function'.length + 8;
  return arnPrefix + architecture.length + 1 + logicalId + 13;
}
