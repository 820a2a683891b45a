import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import type { Path, Pointer, Resource } from '../resource';
import { readNeeds } from './needs';

/** How an engine writes resources of Google's: in words that are Google's own, in its own case and at its own place. */
export interface Dialect {
  /** The engine's names for types of resources. */
  readonly types: Readonly<Record<TypeName, string>>;
  /** What an engine calls something that Google calls `push_config`. */
  readonly word: (google: string) => string;
  /** Where an engine writes what a resource was given. */
  readonly at: Path;
  /** Where it writes what a resource waits for. */
  readonly waits: Path;
  /** Where it writes what a question is about. */
  readonly asked: Path;
  readonly project: Pointer;
  readonly region: Pointer;
  readonly servicesIn: (artefact: Artefact) => ReadonlyMap<string, string>;
  readonly elementAt: (pointer: unknown, type: string, attribute: string, artefact: Artefact) => ElementId | undefined;
  /** Whether a resource is the element itself, where it consists of several of a type. */
  readonly isOwn: (resource: Resource) => boolean;
  /** How the engine writes the place of a part in its element: `channel-agent`. */
  readonly part: (place: string) => string;
}

type TypeName =
  | 'account'
  | 'invoker'
  | 'job'
  | 'topic'
  | 'onTopic'
  | 'subscription'
  | 'onSubscription'
  | 'notification'
  | 'bucket'
  | 'project'
  | 'storageAgent'
  | 'alarm'
  | 'channel';

/** Where a resource has what Google calls so. */
export const pathIn = ({ at, word }: Dialect, ...words: readonly string[]): Path => [...at, ...words.map(word)];

/** A map with its keys as the engine writes them. */
export const mapIn = ({ word }: Dialect, map: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [word(key), value]));

/** Whether a resource waits for one service of Google's, for these other resources, and for nothing else. */
export const waitsFor = (
  resource: Resource,
  service: string,
  { waits, servicesIn }: Dialect,
  artefact: Artefact,
  others: readonly Resource[] = [],
): boolean => readNeeds(resource, waits, servicesIn(artefact), others)?.join() === `${service}.googleapis.com`;

/** A reference to an attribute of a resource. */
export const to = ({ address }: Resource, attribute: string): Pointer => ({ at: address, attribute });
