import { elementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { readPermissions } from '../aws/grant';
import { statements, trusts } from '../policy';
import { equal, isObject, isPointer, to, type Resource } from '../resource';
import { grantedAt, isPrivate } from './reference';

/** What lets ECS pull images and write logs for tasks. */
const executionPolicy = 'service-role/AmazonECSTaskExecutionRolePolicy';

/** A role of a service's own, with what gives it permissions. */
export interface TaskRole {
  readonly role: Resource;
  /** What it may do beyond a policy of AWS's own; undefined: nothing. */
  readonly permissions?: Resource;
  /** What gives it a policy of AWS's own; undefined: it has none. */
  readonly attachment?: Resource;
}

/** A service's own roles: each is the one that its task points at. */
export interface TaskRoles {
  /** Who the code is for AWS. */
  readonly own?: TaskRole;
  /** What ECS itself does for these tasks alone; undefined where the ground's role does it. */
  readonly execution?: TaskRole;
}

/** Finds the roles that are the service's own; one role is never both. */
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

/** The resources that have to be there before a role may do what it is for. */
export const policiesOf = ({ permissions, attachment }: TaskRole): Resource[] =>
  [permissions, attachment].filter((policy) => policy !== undefined);

/** What a role that only tasks take on lets the code do with other elements. */
export function readTaskRole(
  { role, permissions }: TaskRole,
  artefact: Artefact,
): Readonly<Record<string, string>> | undefined {
  const isTrusted = isOfTasks(role);
  const uses = permissions ? readUses(role, permissions, artefact) : {};
  return isTrusted ? uses : undefined;
}

/** Whether a role lets ECS do for tasks what the ground's does, and read just these secrets. */
export function readExecutionRole(
  { role, permissions, attachment }: TaskRole,
  secrets: readonly string[],
  artefact: Artefact,
): boolean {
  const isUsual = equal(readManagedPolicy(role, attachment, artefact), executionPolicy);
  const right = Object.fromEntries(secrets.map((name) => [elementId('secrets', name), 'read']));
  return isUsual && equal(permissions && readUses(role, permissions, artefact), right);
}

/** The managed policy of a role that only ECS takes on for tasks, without its partition. */
export function readManagedPolicy(
  role: Resource,
  attachment: Resource | undefined,
  artefact: Artefact,
): string | undefined {
  const isTrusted = isOfTasks(role);
  const isAttached = attachment?.fixed(['inputs', 'role'], to(role, 'name'));
  const name = attachment?.as(['inputs', 'policyArn'], (arn) => policyName(arn, artefact));
  return isTrusted && isAttached ? name : undefined;
}

const isOfTasks = (role: Resource): boolean =>
  role.as(['inputs', 'assumeRolePolicy'], (document) => trusts(document, 'ecs-tasks.amazonaws.com') || undefined) ===
  true;

/** What a policy of a role allows; nothing but uses, since no task takes messages of a queue by itself. */
function readUses(role: Resource, policy: Resource, artefact: Artefact): Readonly<Record<string, string>> | undefined {
  policy.fixed(['inputs', 'role'], to(role, 'id'));
  return policy.as(['inputs', 'policy'], (document) => {
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

function policyName(arn: unknown, artefact: Artefact): string | undefined {
  const [, partition, end] = isObject(arn) && Array.isArray(arn['join']) ? (arn['join'] as unknown[]) : [];
  const asked = isPointer(partition) ? artefact.at(partition.at) : undefined;
  const name = typeof end === 'string' ? end.replace(':iam::aws:policy/', '') : '';
  const right = { join: ['arn:', { at: asked?.address, attribute: 'partition' }, `:iam::aws:policy/${name}`] };
  const isPartition = asked?.type === 'aws:index/getPartition:getPartition' && asked.fixed(['args'], {});
  return isPartition && equal(arn, right) ? name : undefined;
}
