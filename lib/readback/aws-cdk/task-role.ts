import { elementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { readPermissions } from '../aws/grant';
import { statements, trusts } from '../policy';
import { equal, isObject, isPointer, type Resource } from '../resource';
import { grantedAt, isPrivate } from './reference';

/** What lets ECS pull images and write logs for tasks. */
const executionPolicy = 'service-role/AmazonECSTaskExecutionRolePolicy';

/** A service's own roles: each is the one that its task points at. */
export interface TaskRoles {
  /** Who the code is for AWS. */
  readonly role?: Resource;
  /** What ECS itself does for these tasks alone; undefined where the ground's role does it. */
  readonly executionRole?: Resource;
}

/** Finds the roles that are the service's own; one role is never both. */
export function rolesOf(task: Resource, artefact: Artefact): TaskRoles {
  const [role, executionRole] = ['TaskRoleArn', 'ExecutionRoleArn'].map((property) => {
    const pointer = task.at(['Properties', property]);
    const at = isPointer(pointer) ? artefact.at(pointer.at) : undefined;
    return at?.type === 'AWS::IAM::Role' && at.owner === task.owner ? at : undefined;
  });
  return { ...(role && { role }), ...(executionRole && executionRole !== role && { executionRole }) };
}

/** What a role that only tasks take on lets the code do with other elements. */
export function readTaskRole(role: Resource, artefact: Artefact): Readonly<Record<string, string>> | undefined {
  const isTrusted = isOfTasks(role);
  const uses = role.at(['Properties', 'Policies']) === undefined ? {} : readUses(role, artefact);
  return isTrusted ? uses : undefined;
}

/** Whether a role lets ECS do for tasks what the ground's does, and read just these secrets. */
export function readExecutionRole(role: Resource, secrets: readonly string[], artefact: Artefact): boolean {
  const isUsual = equal(readManagedPolicies(role), [executionPolicy]);
  const right = Object.fromEntries(secrets.map((name) => [elementId('secrets', name), 'read']));
  return isUsual && equal(readUses(role, artefact), right);
}

/** The managed policies of a role that only ECS takes on for tasks, without their partition. */
export function readManagedPolicies(role: Resource): string[] | undefined {
  const isTrusted = isOfTasks(role);
  const policies = role.as(['Properties', 'ManagedPolicyArns'], (arns) => {
    const names = Array.isArray(arns) ? arns.map(policyName) : [undefined];
    return names.every((name) => name !== undefined) ? names : undefined;
  });
  return isTrusted ? policies : undefined;
}

const isOfTasks = (role: Resource): boolean =>
  role.as(
    ['Properties', 'AssumeRolePolicyDocument'],
    (policy) => trusts(policy, 'ecs-tasks.amazonaws.com') || undefined,
  ) === true;

/** What the one policy in a role allows; nothing but uses, since no task takes messages of a queue by itself. */
function readUses(role: Resource, artefact: Artefact): Readonly<Record<string, string>> | undefined {
  const policy = ['Properties', 'Policies', '0'];
  role.fixed([...policy, 'PolicyName'], 'Permissions');
  return role.as([...policy, 'PolicyDocument'], (document) => {
    const permissions = readPermissions(
      statements(document) ?? [],
      undefined,
      (resource) => grantedAt(resource, artefact),
      (id) => isPrivate(id, artefact),
    );
    const isPlain = permissions?.consumes.length === 0 && permissions.deadLetters.length === 0;
    return isPlain && Object.keys(permissions.uses).length > 0 ? permissions.uses : undefined;
  });
}

function policyName(arn: unknown): string | undefined {
  const end: unknown = isObject(arn) && Array.isArray(arn['join']) ? arn['join'][2] : undefined;
  const name = typeof end === 'string' ? end.replace(':iam::aws:policy/', '') : '';
  const right = { join: ['arn:', { at: 'AWS', attribute: 'Partition' }, `:iam::aws:policy/${name}`] };
  return equal(arn, right) ? name : undefined;
}
