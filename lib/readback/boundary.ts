import type { Artefact } from './artefact';
import { equal, type Path } from './resource';
import { nameOf } from './statement';

/** The types of roles, with the path to the boundary of their permissions. */
const roles: Readonly<Record<string, Path>> = {
  'AWS::IAM::Role': ['Properties', 'PermissionsBoundary'],
  'aws:iam/role:Role': ['inputs', 'permissionsBoundary'],
};

/**
 * Reads the permissions boundary that an app gives to every role of the architecture, as many companies require.
 * @returns undefined if a role has none, or another one: a role's own boundary is then unrecognized
 */
export function readBoundary(artefact: Artefact): string | undefined {
  const own = Object.entries(roles).flatMap(([type, path]) =>
    artefact
      .ofType(type)
      .filter(({ owner }) => owner !== undefined)
      .map((role) => ({ role, path, boundary: role.at(path) })),
  );
  const [first] = own;
  if (first?.boundary === undefined || !own.every(({ boundary }) => equal(boundary, first.boundary))) return undefined;
  for (const { role, path, boundary } of own) role.fixed(path, boundary);
  return nameOf(first.boundary, artefact);
}
