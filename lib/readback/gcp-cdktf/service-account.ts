import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { readNeeds } from '../gcp/needs';
import type { Resource } from '../resource';
import { servicesIn } from './reference';

/** Who an element is; its id is what people recognize it by. `role` tells what another account than its own is for. */
export function readServiceAccount(
  id: ElementId | 'foundation',
  account: Resource | undefined,
  artefact: Artefact,
  role?: string,
): string | undefined {
  const needs = account && readNeeds(account, ['depends_on'], servicesIn(artefact));
  account?.fixed(['display_name'], [artefact.stamp.architecture, id, ...(role === undefined ? [] : [role])].join(' '));
  const accountId = account?.string(['account_id']);
  return needs?.join() === 'iam.googleapis.com' ? accountId : undefined;
}
