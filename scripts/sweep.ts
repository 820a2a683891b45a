import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare } from '../lib/equivalence/compare';
import type { Difference } from '../lib/equivalence/difference';
import { mutantsOf } from '../lib/equivalence/mutants';
import { referencesIn } from '../lib/equivalence/references';
import type { Facts } from '../lib/facts/facts';
import type { Target } from '../lib/model/target';
import { pointersIn } from '../lib/readback/artefact';
import { ArtefactError } from '../lib/readback/error';
import { openArtefact, readFacts } from '../lib/readback/read';
import { unseen } from './unseen';

/** What was rendered on one target, and what it should say. */
export interface Rendered {
  readonly target: Target;
  /** The target's own folder. */
  readonly folder: string;
  readonly expected: Facts;
}

/** What became of all changes of one artefact. */
export interface Sweep {
  /** How many changes were made, of which kind. */
  readonly counts: Readonly<Record<string, number>>;
  /** Changes that nobody saw, and no reason excuses. */
  readonly overlooked: readonly string[];
  /** Changes that were seen, but not in the element where they were made. */
  readonly misplaced: readonly string[];
  /** The reasons that excused a change. */
  readonly excused: ReadonlySet<RegExp>;
}

/** The file that says what is deployed, below a target's folder. */
export function artefactFile(target: Target, architecture: string): string {
  if (target === 'aws-cdk') return `${architecture}.template.json`;
  return target === 'gcp-cdktf' ? join('stacks', architecture, 'cdk.tf.json') : 'resources.json';
}

/** Changes all that an artefact holds, one thing at a time, and asks whether each change is a difference, and where. */
export function sweep({ target, folder, expected }: Rendered): Sweep {
  const file = join(folder, artefactFile(target, expected.name));
  const text = readFileSync(file, 'utf8');
  const artefact = JSON.parse(text) as Record<string, unknown>;
  const places = placesIn(target, folder, artefact);
  const counts: Record<string, number> = {};
  const [overlooked, misplaced, excused] = [[] as string[], [] as string[], new Set<RegExp>()];
  try {
    for (const { at, kind, make, undo } of mutantsOf(artefact, referencesIn(target, artefact))) {
      counts[kind] = (counts[kind] ?? 0) + 1;
      make();
      writeFileSync(file, JSON.stringify(artefact));
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
    writeFileSync(file, text);
  }
  return { counts, overlooked, misplaced, excused };
}

/** An artefact that is refused as a whole is seen as well; one on which a reader fails is not. */
function differences(target: Target, folder: string, expected: Facts): Difference[] {
  try {
    return compare(target, expected, readFacts(folder, target));
  } catch (error) {
    if (error instanceof ArtefactError) return [{ target, path: '' }];
    throw error;
  }
}

/** A resource, and the element in whose part of the artefact it lies; what its metadata says that is, it says alone. */
interface Home {
  readonly address: string;
  readonly owner?: string;
  /** The elements that it hands messages of, which say how it does. */
  readonly sources: readonly string[];
}

/** Whether one of the resources that a place may be in, or an element that speaks for it, is where the change was seen. */
const isThere = (found: readonly Difference[], homes: readonly Home[]): boolean =>
  homes.length === 0 || homes.some((home) => isAt(found, home));

const isAt = (found: readonly Difference[], home: Home): boolean =>
  home.owner === undefined ||
  found.some(
    ({ path, resource }) =>
      path === '' || resource === home.address || [home.owner!, ...home.sources].some((id) => path.startsWith(id)),
  );

/** From a place in an artefact to the resources that it may be in: on Pulumi two of different types may have one name. */
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

/** From what a place calls resources to their addresses. */
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
