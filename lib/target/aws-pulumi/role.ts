import { Role, RolePolicy } from '@pulumi/aws/iam';
import type { AwsStatement } from '../../cloud/aws/grant';
import type { Element } from '../pulumi-element';
import { nameWithin } from './name';
import type { Parts } from './parts';
import { allowing, trusting } from './policy';

/** A role of code: who takes it on, and all that it may do. */
export interface RolePlan {
  readonly trusts: string;
  readonly statements: readonly AwsStatement[];
}

/** The longest name of a role. */
const nameLimit = 64;

/** Makes a role and its policy. `suffix` tells them apart within the element: nothing for its own, `-warmer`. */
export function renderRole(
  parent: Element,
  suffix: string,
  name: string,
  plan: RolePlan,
  parts: Parts,
  tags: Record<string, string> | undefined,
): { role: Role; policy: RolePolicy } {
  const resource = `${parent.prefix}-role${suffix}`;
  const role = new Role(
    resource,
    { ...nameWithin(nameLimit, resource, name), assumeRolePolicy: trusting(plan.trusts), tags },
    { parent },
  );
  const policy = new RolePolicy(
    `${parent.prefix}-permissions${suffix}`,
    { role: role.id, policy: allowing(plan.statements, parts) },
    { parent },
  );
  return { role, policy };
}
