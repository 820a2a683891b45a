import { splitElementId } from '../../model/name';
import type { GcpPlan } from '../../cloud/gcp/architecture';
import { addressesIn, placeOf, type AppView, type Final } from './app-view';

/**
 * Errors about fields of an app for which the architecture has a time to live: Firestore has one configuration for each.
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/firestore_field
 */
export function secondFields(view: AppView): string[] {
  const isField = (type: string) => type === 'google_firestore_field';
  const theirs = view.theirs(isField);
  if (theirs.length === 0) return [];
  const ours = view.ours(isField);
  return theirs.flatMap((foreign) => {
    const first = ours.find((one) => fieldOf(one) === fieldOf(foreign));
    return first ? [fieldRefusal(first, foreign)] : [];
  });
}

const fieldOf = ({ properties: { database, collection, field } }: Final): string =>
  JSON.stringify([addressesIn(database), collection, field]);

const fieldRefusal = ({ owner, properties: { field } }: Final, foreign: Final): string =>
  `${owner}: must have one configuration of the field ${String(field)}, got a second one at ${placeOf(foreign)}, which ` +
  'switches its time to live off (Firestore keeps one for each field; use an override of the element)';

/** A warning about a change of an app that an element may not survive. */
export interface Doubt {
  readonly at: Final;
  readonly message: string;
}

/**
 * Versions of a secret that may be created before the placeholder. Code then reads the placeholder, which is the newest.
 * @see https://cloud.google.com/secret-manager/docs/add-secret-version
 */
export function uncertainVersions(view: AppView): Doubt[] {
  const isVersion = (type: string) => type === 'google_secret_manager_secret_version';
  const theirs = view.theirs(isVersion);
  if (theirs.length === 0) return [];
  const secretsOf = ({ properties: { secret } }: Final) => addressesIn(secret);
  return view.ours(isVersion).flatMap((at) => {
    const other = theirs.find(
      (one) =>
        secretsOf(one).some((address) => secretsOf(at).includes(address)) &&
        !addressesIn(one.properties['depends_on']).includes(at.address),
    );
    const { name } = splitElementId(at.owner as `secrets.${string}`);
    const message =
      `has the version ${other && placeOf(other)}, which may be older than the placeholder, and code reads the newest ` +
      `(add dependsOn: [shop.secrets.${name}.placeholder], and remember that the state contains its value)`;
    return other ? [{ at, message }] : [];
  });
}

/** Data that the architecture retains, and the app has deleted. */
export const unkeptData = (view: AppView, { tables, secrets }: GcpPlan): Doubt[] =>
  (
    [
      ['google_firestore_database', tables, { deletion_policy: 'ABANDON' }],
      ['google_firestore_database', tables, { delete_protection_state: 'DELETE_PROTECTION_ENABLED' }],
      ['google_secret_manager_secret', secrets, { deletion_protection: true }],
    ] as const
  ).flatMap(([type, plans, kept]) => {
    const [[property, value] = []] = Object.entries(kept) as [string, unknown][];
    return view
      .ours((one) => one === type)
      .filter(({ owner }) => owner !== 'foundation' && plans[splitElementId(owner!).name]?.retain)
      .filter(({ properties }) => properties[property!] !== value)
      .map((at) => ({ at, message: retained(`${property}: ${JSON.stringify(at.properties[property!])}`) }));
  });

/** Text of a warning about an element that the architecture retains. */
export const retained = (got: string): string =>
  `has retain: true in the architecture, and ${got} in the stack, so its data can be deleted with the stack (leave the ` +
  'property as it is, or set retain: false)';
