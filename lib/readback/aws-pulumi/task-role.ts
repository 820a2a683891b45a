import { elementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { readUses } from '../aws/grant';
import { isTrusted } from '../aws/trust';
import { isPointer, Join, piecesOf } from '../made';
import { equal, to, type Resource } from '../resource';
import { namingIn, whereIn } from './reference';

/** The managed policy that lets ECS pull images and write logs for tasks. */
const executionPolicy = 'service-role/AmazonECSTaskExecutionRolePolicy';

/** A role of a service's own, with its policies. */
export interface TaskRole {
  readonly role: Resource;
  /** Its own policy; absent: it has none. */
  readonly permissions?: Resource;
  /** The attachment of a managed policy; absent: it has none. */
  readonly attachment?: Resource;
}

/** A service's own roles, found by the task that points at them. */
export interface TaskRoles {
  /** The role of the code; absent: the task has none. */
  readonly own?: TaskRole;
  /** ECS's own role for these tasks; absent: they use the foundation's. */
  readonly execution?: TaskRole;
}

/** Finds the service's own roles; one role is never both. */
export function rolesOf(task: Resource, artefact: Artefact): TaskRoles {
  const id = task.owner!;
  const of = (type: string, role: Resource, attribute: string) =>
    artefact.parts(id, type).find((one) => equal(one.at(['inputs', 'role']), to(role, attribute)));
  const [own, execution] = ['taskRoleArn', 'executionRoleArn'].map((input): TaskRole | undefined => {
    const pointer = task.at(['inputs', input]);
    const role = isPointer(pointer) ? artefact.at(pointer.at) : undefined;
    if (role?.type !== 'aws:iam/role:Role' || role.owner !== id) return undefined;
    const permissions = of('aws:iam/rolePolicy:RolePolicy', role, 'id');
    const attachment = of('aws:iam/rolePolicyAttachment:RolePolicyAttachment', role, 'name');
    return { role, ...(permissions && { permissions }), ...(attachment && { attachment }) };
  });
  return { ...(own && { own }), ...(execution && execution.role !== own?.role && { execution }) };
}

/** The resources that grant a role its permissions. */
export const policiesOf = ({ permissions, attachment }: TaskRole): Resource[] =>
  [permissions, attachment].filter((policy) => policy !== undefined);

/** Reads the uses of other elements that the task role allows; only tasks may assume it. */
export function readTaskRole(
  { role, permissions }: TaskRole,
  artefact: Artefact,
): Readonly<Record<string, string>> | undefined {
  const isRight = isOfTasks(role, artefact);
  const uses = permissions ? readPolicy(role, permissions, artefact) : {};
  return isRight ? uses : undefined;
}

/** Requires that an execution role allows the same as the foundation's, and to read exactly these secrets. */
export function readExecutionRole(
  { role, permissions, attachment }: TaskRole,
  secrets: readonly string[],
  artefact: Artefact,
): boolean {
  const isUsual = equal(readManagedPolicy(role, attachment, artefact), executionPolicy);
  const right = Object.fromEntries(secrets.map((name) => [elementId('secrets', name), 'read']));
  return isUsual && equal(permissions && readPolicy(role, permissions, artefact), right);
}

/** Reads the managed policy of a role that only ECS may assume, without its partition. */
export function readManagedPolicy(
  role: Resource,
  attachment: Resource | undefined,
  artefact: Artefact,
): string | undefined {
  const isRight = isOfTasks(role, artefact);
  const isAttached = attachment?.fixed(['inputs', 'role'], to(role, 'name'));
  const name = attachment?.as(['inputs', 'policyArn'], (arn) => policyName(arn, artefact));
  return isRight && isAttached ? name : undefined;
}

const isOfTasks = (role: Resource, artefact: Artefact): boolean =>
  role.as(
    ['inputs', 'assumeRolePolicy'],
    (document) => isTrusted(document, 'ecs-tasks.amazonaws.com', whereIn(artefact)) || undefined,
  ) === true;

/** Reads the policy of a role. */
function readPolicy(
  role: Resource,
  policy: Resource,
  artefact: Artefact,
): Readonly<Record<string, string>> | undefined {
  policy.fixed(['inputs', 'role'], to(role, 'id'));
  return readUses({ resource: policy, path: ['inputs', 'policy'], role: to(role, 'id') }, namingIn(artefact), artefact);
}

function policyName(arn: unknown, artefact: Artefact): string | undefined {
  const [, partition, end] = piecesOf(arn);
  const asked = isPointer(partition) ? artefact.at(partition.at) : undefined;
  const name = typeof end === 'string' ? end.replace(':iam::aws:policy/', '') : '';
  if (!asked) return undefined;
  const right = new Join(['arn:', to(asked, 'partition'), `:iam::aws:policy/${name}`]);
  const isPartition = asked.type === 'aws:index/getPartition:getPartition' && asked.fixed(['args'], {});
  return isPartition && equal(arn, right) ? name : undefined;
}
