import { compare } from '../lib/equivalence/compare';
import type { Difference } from '../lib/equivalence/difference';
import type { Facts } from '../lib/facts/facts';
import type { Target } from '../lib/model/target';
import { pointersIn } from '../lib/readback/artefact';
import { ArtefactError } from '../lib/readback/error';
import { openArtefact, readFacts } from '../lib/readback/read';
import { Document } from './document';
import { mutantsOf } from './mutants';
import { referencesIn } from './references';
import { unseen } from './unseen';

/** A rendered artefact of one target, and the facts that it has to have. */
export interface Rendered {
  readonly target: Target;
  /** The target's own folder. */
  readonly folder: string;
  readonly expected: Facts;
}

/** The result of all changes of one artefact. */
export interface Sweep {
  /** The number of changes of each kind. */
  readonly counts: Readonly<Record<string, number>>;
  /** Changes that make no difference, and that no reason excuses. */
  readonly overlooked: readonly string[];
  /** Changes that make a difference, but not in the element where they were made. */
  readonly misplaced: readonly string[];
  /** The reasons that excused a change. */
  readonly excused: ReadonlySet<RegExp>;
}

/** Makes every single change of an artefact, one at a time, and compares it each time. */
export function sweep({ target, folder, expected }: Rendered): Sweep {
  const document = new Document(target, folder, expected.name);
  const artefact = JSON.parse(document.text) as Record<string, unknown>;
  const places = placesIn(target, folder, artefact);
  const counts: Record<string, number> = {};
  const [overlooked, misplaced, excused] = [[] as string[], [] as string[], new Set<RegExp>()];
  try {
    for (const { at, kind, make, undo } of mutantsOf(artefact, referencesIn(target, artefact))) {
      counts[kind] = (counts[kind] ?? 0) + 1;
      make();
      document.write(JSON.stringify(artefact));
      undo();
      const found = differences(target, folder, expected);
      const what = `${at} ${kind}`;
      if (found.length === 0) {
        const reason = unseen.find((one) => one.on.includes(target) && one.what.test(what));
        if (reason) excused.add(reason.what);
        else overlooked.push(what);
      } else if (!at.includes('/Metadata') && !isThere(found, places(at))) misplaced.push(what);
    }
  } finally {
    document.restore();
  }
  return { counts, overlooked, misplaced, excused };
}

/** An artefact that is refused as a whole counts as different; a reader that throws anything else has a defect. */
function differences(target: Target, folder: string, expected: Facts): Difference[] {
  try {
    return compare(target, expected, readFacts(folder, target));
  } catch (error) {
    if (error instanceof ArtefactError) return [{ target, path: '' }];
    throw error;
  }
}

/** A resource, and the element that it belongs to. */
interface Home {
  readonly address: string;
  readonly owner?: string;
  /** The elements whose messages it delivers, which have the facts about the delivery. */
  readonly sources: readonly string[];
}

/** Tests that a change was seen in one of the resources at its place, or in an element that has the facts about one. */
const isThere = (found: readonly Difference[], homes: readonly Home[]): boolean =>
  homes.length === 0 || homes.some((home) => isAt(found, home));

const isAt = (found: readonly Difference[], home: Home): boolean =>
  home.owner === undefined ||
  found.some(
    ({ path, resource }) =>
      path === '' || resource === home.address || [home.owner!, ...home.sources].some((id) => path.startsWith(id)),
  );

/** The resources at each place in an artefact; on Pulumi two of different types may have one name. */
function placesIn(target: Target, folder: string, artefact: Record<string, unknown>): (at: string) => readonly Home[] {
  const opened = openArtefact(folder, target);
  const homes = new Map<string, Home>(
    opened.resources.map(({ address, owner, type, properties }) => {
      const isSubscription = type === 'google_pubsub_subscription' || type === 'gcp:pubsub/subscription:Subscription';
      const sources = isSubscription ? pointersIn(properties).flatMap((at) => opened.at(at)?.owner ?? []) : [];
      return [address, { address, ...(owner && { owner }), sources }];
    }),
  );
  const addresses = addressesIn(target, artefact);
  return (at) => {
    const [, first, second, third] = at.split('/');
    const found =
      target === 'gcp-cdktf' ? [`${first === 'data' ? 'data.' : ''}${second}.${third}`] : addresses.get(second ?? '');
    return (found ?? []).flatMap((address) => homes.get(address) ?? []);
  };
}

/** The addresses of resources by the key that a place has for them. */
function addressesIn(target: Target, artefact: Record<string, unknown>): ReadonlyMap<string, readonly string[]> {
  if (target === 'aws-cdk') {
    const resources = artefact['Resources'] as Record<string, { Metadata?: Record<string, string> }>;
    return new Map(Object.entries(resources).map(([id, { Metadata: said }]) => [id, [said?.['aws:cdk:path'] ?? id]]));
  }
  const registrations = (artefact['resources'] ?? []) as { name: string; urn: string }[];
  const addresses = new Map<string, string[]>();
  for (const { name, urn } of registrations) addresses.set(name, [...(addresses.get(name) ?? []), urn]);
  return addresses;
}
