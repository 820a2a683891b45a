import { elementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { readUses } from '../aws/grant';
import { refuseManaged } from '../aws/managed-policy';
import { isTrusted } from '../aws/trust';
import { isPointer, Join, piecesOf, Pointer } from '../made';
import { equal, type Resource } from '../resource';
import { namingIn, ref, where } from './reference';

/** The managed policy that lets ECS pull images and write logs for tasks. */
const executionPolicy = 'service-role/AmazonECSTaskExecutionRolePolicy';

/** A service's own roles, found by the task that points at them. */
export interface TaskRoles {
  /** The role of the code; absent: the task has none. */
  readonly role?: Resource;
  /** ECS's own role for these tasks; absent: they use the foundation's. */
  readonly executionRole?: Resource;
}

/** Finds the service's own roles; one role is never both. */
export function rolesOf(task: Resource, artefact: Artefact): TaskRoles {
  const [role, executionRole] = ['TaskRoleArn', 'ExecutionRoleArn'].map((property) => {
    const pointer = task.at(['Properties', property]);
    const at = isPointer(pointer) ? artefact.at(pointer.at) : undefined;
    return at?.type === 'AWS::IAM::Role' && at.owner === task.owner ? at : undefined;
  });
  return { ...(role && { role }), ...(executionRole && executionRole !== role && { executionRole }) };
}

/** Reads the uses of other elements that the task role allows; only tasks may assume it. */
export function readTaskRole(role: Resource, artefact: Artefact): Readonly<Record<string, string>> | undefined {
  const isRight = isOfTasks(role);
  refuseManaged(role, ['Properties', 'ManagedPolicyArns'], artefact);
  const uses = role.at(['Properties', 'Policies']) === undefined ? {} : readInline(role, artefact);
  return isRight ? uses : undefined;
}

/** Requires that an execution role allows the same as the foundation's, and to read exactly these secrets. */
export function readExecutionRole(role: Resource, secrets: readonly string[], artefact: Artefact): boolean {
  const isUsual = equal(readManagedPolicies(role), [executionPolicy]);
  const right = Object.fromEntries(secrets.map((name) => [elementId('secrets', name), 'read']));
  return isUsual && equal(readInline(role, artefact), right);
}

/** Reads the managed policies of a role that only ECS may assume, without their partition. */
export function readManagedPolicies(role: Resource): string[] | undefined {
  const isRight = isOfTasks(role);
  const policies = role.as(['Properties', 'ManagedPolicyArns'], (arns) => {
    const names = Array.isArray(arns) ? arns.map(policyName) : [undefined];
    return names.every((name) => name !== undefined) ? names : undefined;
  });
  return isRight ? policies : undefined;
}

const isOfTasks = (role: Resource): boolean =>
  role.as(
    ['Properties', 'AssumeRolePolicyDocument'],
    (policy) => isTrusted(policy, 'ecs-tasks.amazonaws.com', where) || undefined,
  ) === true;

/** Reads the one policy in a role. */
function readInline(role: Resource, artefact: Artefact): Readonly<Record<string, string>> | undefined {
  const policy = ['Properties', 'Policies', '0'];
  role.fixed([...policy, 'PolicyName'], 'Permissions');
  const document = { resource: role, path: [...policy, 'PolicyDocument'], role: ref(role) };
  return readUses(document, namingIn(artefact), artefact);
}

function policyName(arn: unknown): string | undefined {
  const end: unknown = piecesOf(arn)[2];
  const name = typeof end === 'string' ? end.replace(':iam::aws:policy/', '') : '';
  const right = new Join(['arn:', new Pointer('AWS', 'Partition'), `:iam::aws:policy/${name}`]);
  return equal(arn, right) ? name : undefined;
}
