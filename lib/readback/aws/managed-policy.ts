import type { Artefact } from '../artefact';
import type { Path, Resource } from '../resource';
import { nameOf } from '../statement';

/** Makes each managed policy of a role that should have none unrecognized, by the name of the policy. */
export function refuseManaged(role: Resource, path: Path, artefact: Artefact): void {
  const policies = role.at(path);
  if (!Array.isArray(policies) || policies.length === 0) return;
  role.except(
    path,
    policies.map((policy: unknown) => ({ name: nameOf(policy, artefact), value: 'Allow' })),
  );
}
