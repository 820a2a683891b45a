import type { ElementId } from '../../model/name';
import { equal, isObject, type Pointer } from '../resource';

/** What a role on a project comes to, under a condition that names one database. */
const databaseVerbs: Readonly<Record<string, string>> = {
  'roles/datastore.viewer': 'read',
  'roles/datastore.user': 'readwrite',
};

/** A grant on a project, in its engine's own words for the parts. */
export interface ProjectGrant {
  readonly role: unknown;
  readonly condition: unknown;
}

/**
 * The element that a grant on a project lets somebody use, and how. One that holds on more than one database, or that
 * gives another role, means nothing.
 */
export function readProjectGrant(
  { role, condition }: ProjectGrant,
  project: Pointer,
  databaseAt: (pointer: unknown) => ElementId | undefined,
): readonly [ElementId, string] | undefined {
  const verb = typeof role === 'string' && Object.hasOwn(databaseVerbs, role) ? databaseVerbs[role] : undefined;
  const expression = isObject(condition) ? condition['expression'] : undefined;
  const pieces = isObject(expression) && Array.isArray(expression['join']) ? (expression['join'] as unknown[]) : [];
  const on = databaseAt(pieces[3]);
  const right = {
    title: `${on?.slice(on.indexOf('.') + 1)} only`,
    expression: { join: ['resource.name == "projects/', project, '/databases/', pieces[3], '"'] },
  };
  return verb !== undefined && on !== undefined && equal(condition, right) ? [on, verb] : undefined;
}
