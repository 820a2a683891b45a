import type { Artefact } from './artefact';
import { equal, type Path } from './resource';
import { nameOf } from './statement';

/** The types of roles, with the path to what all of them have alike. */
const roles: Readonly<Record<string, (cloudFormation: 'PermissionsBoundary' | 'Path') => Path>> = {
  'AWS::IAM::Role': (word) => ['Properties', word],
  'aws:iam/role:Role': (word) => ['inputs', `${word[0]!.toLowerCase()}${word.slice(1)}`],
};

/** The settings that every role of the architecture has, as many companies require. */
export interface RoleSettingsFact {
  /** Absent: a role has none, or another one. A role's own boundary is then unrecognized. */
  readonly permissionsBoundary?: string;
  /** Absent: a role has none, or another one. A role's own path is then unrecognized. */
  readonly rolePath?: string;
}

export function readRoleSettings(artefact: Artefact): RoleSettingsFact {
  const permissionsBoundary = readOnAll(artefact, 'PermissionsBoundary');
  const rolePath = readOnAll(artefact, 'Path');
  return {
    ...(permissionsBoundary !== undefined && { permissionsBoundary }),
    ...(rolePath !== undefined && { rolePath }),
  };
}

/** Reads a property that every role of the architecture has, with one value. */
function readOnAll(artefact: Artefact, property: 'PermissionsBoundary' | 'Path'): string | undefined {
  const own = Object.entries(roles).flatMap(([type, pathTo]) =>
    artefact
      .ofType(type)
      .filter(({ owner }) => owner !== undefined)
      .map((role) => ({ role, path: pathTo(property), value: role.at(pathTo(property)) })),
  );
  const [first] = own;
  if (first?.value === undefined || !own.every(({ value }) => equal(value, first.value))) return undefined;
  for (const { role, path, value } of own) role.fixed(path, value);
  return nameOf(first.value, artefact);
}
