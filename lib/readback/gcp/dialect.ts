import type { Artefact } from '../artefact';
import type { Pointer } from '../made';
import type { Path, Resource } from '../resource';

/** One engine's spelling of Google's resources: their types, the names of their properties, and the paths to them. */
export interface Dialect {
  readonly types: Readonly<Record<TypeName, string>>;
  /** The engine's name for Google's `push_config`. Google's repeated blocks are marked with brackets: `backend[]`. */
  readonly word: (google: string) => string;
  /** The path to a resource's properties. */
  readonly at: Path;
  /** The path to the resources that a resource waits for. */
  readonly waits: Path;
  /** A data source: the path to its arguments, and to what it waits for (absent: the artifact doesn't record that). */
  readonly asked: { readonly at: Path; readonly waits?: Path };
  readonly project: Pointer;
  readonly region: Pointer;
  /** The attribute of a function that holds its run.app address, which its underlying service has. */
  readonly functionUri: string;
  /** The engine's form of a part's name: `channel-agent`. */
  readonly part: (name: string) => string;
  readonly options: EngineOptions;
  /** Reads the archive that an object uploads for a function. */
  readonly archive: (object: Resource, name: string, artefact: Artefact) => { readonly sha256: string } | undefined;
}

/** Settings about a resource that are for the engine, not for Google. */
export interface EngineOptions {
  /** Reads that a resource stays when its stack is destroyed; undefined for anything but yes or no. */
  readonly retained: (resource: Resource) => boolean | undefined;
  /** Requires the engine's own setting beside a deletion policy that keeps a resource, if the engine needs one. */
  readonly agreesWithPolicy: (resource: Resource, isKept: boolean | undefined) => boolean;
  /** Requires that a part stays whenever the resource that it is part of stays. */
  readonly staysWith: (part: Resource, isKept: boolean | undefined) => boolean;
  /** Requires that the engine leaves these properties alone after creation, and no others. */
  readonly ignores: (resource: Resource, ...properties: readonly Path[]) => boolean;
  /** Requires that a resource that only Google's beta provider has is of that provider. */
  readonly isBeta: (resource: Resource) => boolean;
  /** Requires that a resource is deleted before its replacement is created. */
  readonly isDeletedFirst: (resource: Resource) => boolean;
}

/** The types of resources that readers look for; `onTopic` gives a role on a topic. */
export type TypeName =
  | 'account'
  | 'address'
  | 'agent'
  | 'alarm'
  | 'backend'
  | 'bucket'
  | 'channel'
  | 'connector'
  | 'database'
  | 'enabled'
  | 'endpointGroup'
  | 'field'
  | 'forwardingRule'
  | 'function'
  | 'invoker'
  | 'job'
  | 'nat'
  | 'network'
  | 'notification'
  | 'object'
  | 'onAccount'
  | 'onBucket'
  | 'onFunction'
  | 'onProject'
  | 'onRepository'
  | 'onSecret'
  | 'onService'
  | 'onSubscription'
  | 'onTopic'
  | 'parameter'
  | 'parameterVersion'
  | 'project'
  | 'proxy'
  | 'repository'
  | 'role'
  | 'router'
  | 'secret'
  | 'secretVersion'
  | 'service'
  | 'storageAgent'
  | 'subnetwork'
  | 'subscription'
  | 'topic'
  | 'urlMap'
  | 'wait';

/** The path to a property that is given in Google's words. */
export const pathIn = ({ at, word }: Dialect, ...words: readonly string[]): Path => [...at, ...words.map(word)];
