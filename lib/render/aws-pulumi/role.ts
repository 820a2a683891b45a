import { Role, RolePolicy, RolePolicyAttachment } from '@pulumi/aws/iam';
import type { Resource } from '@pulumi/pulumi';
import { limits } from '../../cloud/aws/name';
import type { AwsStatement } from '../../cloud/aws/grant';
import { place } from '../../cloud/part';
import type { AwsTrust } from '../../cloud/aws/trust';
import type { Element } from '../pulumi-element';
import { nameWithin } from './name';
import type { Parts } from './parts';
import { allowing, trusting } from './policy';

/** A role for code: the service that assumes it, and its permissions. */
export interface RolePlan {
  readonly trusts: AwsTrust;
  readonly statements: readonly AwsStatement[];
}

/** Makes a role and its policy. `suffix` distinguishes them within the element: empty for its own, `-warmer`. */
export function renderRole(
  parent: Element,
  suffix: string,
  name: string,
  plan: RolePlan,
  parts: Parts,
  tags: Record<string, string> | undefined,
): { role: Role; policy: RolePolicy } {
  const role = makeRole(parent, `${parent.prefix}-role${suffix}`, name, plan, parts, tags);
  return { role, policy: allow(parent, `${parent.prefix}-permissions${suffix}`, role, plan, parts) };
}

/** A role of tasks. */
export interface TaskRolePlan extends RolePlan {
  /** A managed policy of AWS; absent: none is attached. */
  readonly managedPolicy?: string;
}

/**
 * Makes a role of a service's tasks, called after what it is `of`, and its policies: none, where it may do nothing.
 * Tasks need them to be there.
 */
export function renderTaskRole(
  parent: Element,
  of: 'task' | 'execution',
  name: string,
  plan: TaskRolePlan,
  parts: Parts,
  tags: Record<string, string> | undefined,
): { role: Role; policies: Resource[] } {
  const { managedPolicy, statements } = plan;
  const role = makeRole(parent, `${parent.prefix}-${of}-role`, name, plan, parts, tags);
  const policies = [
    ...(managedPolicy === undefined
      ? []
      : [attach(parent, `${parent.prefix}-${of}-policy`, role, managedPolicy, parts)]),
    ...(statements.length === 0 ? [] : [allow(parent, `${parent.prefix}-${of}-permissions`, role, plan, parts)]),
  ];
  return { role, policies };
}

/** Makes a role without permissions. */
export const makeRole = (
  parent: Element,
  resource: string,
  name: string,
  { trusts }: Pick<RolePlan, 'trusts'>,
  parts: Parts,
  tags: Record<string, string> | undefined,
): Role =>
  new Role(
    resource,
    { ...nameWithin(limits.role, resource, name), assumeRolePolicy: trusting(trusts, parts), ...parts.roles, tags },
    { parent },
  );

const allow = (parent: Element, resource: string, role: Role, { statements }: RolePlan, parts: Parts): RolePolicy =>
  new RolePolicy(resource, { role: role.id, policy: allowing(statements, parts) }, { parent });

/** Attaches a managed policy to a role. */
export function attach(
  parent: Element,
  resource: string,
  role: Role,
  managedPolicy: string,
  parts: Parts,
): RolePolicyAttachment {
  const policyArn = parts.text(['arn:', place('partition'), `:iam::aws:policy/${managedPolicy}`]);
  return new RolePolicyAttachment(resource, { role: role.name, policyArn }, { parent });
}
