import { expectStackName } from '../../facts/name';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import type { Resource } from '../resource';
import { pathIn, type Dialect } from './dialect';
import { waitsFor } from './needs';

/**
 * Reads the id of a service account. `role` is what an account is for that isn't the element's own.
 * @returns undefined if the account doesn't wait for IAM
 */
export function readServiceAccount(
  id: ElementId | 'foundation',
  account: Resource | undefined,
  dialect: Dialect,
  artefact: Artefact,
  role?: string,
): string | undefined {
  if (!account) return undefined;
  const words = [expectStackName(artefact.stamp), id, ...(role === undefined ? [] : [role])];
  const isReady = waitsFor(account, 'iam', dialect, artefact);
  account.fixed(pathIn(dialect, 'display_name'), words.join(' '));
  const accountId = account.string(pathIn(dialect, 'account_id'));
  return isReady ? accountId : undefined;
}

/** The service account of the jobs that scale an element on a schedule. */
export const schedulerOf = (id: ElementId, dialect: Dialect, artefact: Artefact): Resource | undefined =>
  artefact
    .parts(id, dialect.types.account)
    .find((one) => one.at(pathIn(dialect, 'display_name')) === `${expectStackName(artefact.stamp)} ${id} scheduler`);

/** The service account of an element itself. */
export const accountOf = (id: ElementId, dialect: Dialect, artefact: Artefact): Resource | undefined =>
  artefact.parts(id, dialect.types.account).find((one) => one !== schedulerOf(id, dialect, artefact));
