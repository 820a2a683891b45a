import { ArtefactError } from './error';
import type { Owner } from './owner';
import { equal, isObject, type Path, type Pointer, type Resource, type Unrecognized } from './resource';

/** What an artefact says it was rendered from. */
export interface Stamp {
  readonly version: number;
  readonly architecture: string;
  /** Where in the artefact the architecture lies. */
  readonly path: string;
  /** Functions whose archives were left empty. */
  readonly withoutCode: readonly string[];
}

/**
 * The stamp that an artefact bears.
 * @throws ArtefactError if it isn't one of version 1, the only one there is
 */
export function readStamp(value: unknown, file: string): Stamp {
  const { version, architecture, path, withoutCode, ...others } = isObject(value) ? value : {};
  const isList = Array.isArray(withoutCode) && withoutCode.every((name) => typeof name === 'string');
  if (version !== 1 || typeof architecture !== 'string' || typeof path !== 'string' || !isList)
    throw new ArtefactError(file, 'must be stamped by an architecture of version 1');
  if (Object.keys(others).length > 0)
    throw new ArtefactError(file, `is stamped with what has no meaning: ${Object.keys(others).join(', ')}`);
  return { version, architecture, path, withoutCode };
}

/** A whole artefact: what an element means lies partly in resources that point at its own. */
export class Artefact {
  private readonly byOwner = new Map<Owner | undefined, Resource[]>();
  private readonly byType = new Map<string, Resource[]>();
  private readonly byAddress = new Map<string, Resource>();

  constructor(
    readonly stamp: Stamp,
    readonly resources: readonly Resource[],
    /** What the format itself couldn't understand, outside of any resource. */
    private readonly rest: readonly Unrecognized[],
    /** SHA-256 of a file that belongs to the artefact; undefined if there is none. */
    readonly sha256: (file: string) => string | undefined,
  ) {
    for (const resource of resources) {
      push(this.byOwner, resource.owner, resource);
      push(this.byType, resource.type, resource);
      this.byAddress.set(resource.address, resource);
    }
  }

  /** The resource at an address. */
  at(address: string): Resource | undefined {
    return this.byAddress.get(address);
  }

  /** All resources of a type. */
  ofType(type: string): readonly Resource[] {
    return this.byType.get(type) ?? [];
  }

  /** The resources of a type in an element's own part of the artefact. */
  parts(owner: Owner, type: string): readonly Resource[] {
    return (this.byOwner.get(owner) ?? []).filter((resource) => resource.type === type);
  }

  /** The resource of a type in an element's own part; a second one is nobody's, and so it is unrecognized. */
  part(owner: Owner, type: string): Resource | undefined {
    return this.parts(owner, type)[0];
  }

  /** The resources of a type whose value at `path` is just that pointer. */
  pointingAt(type: string, path: Path, pointer: Pointer): readonly Resource[] {
    return this.ofType(type).filter((resource) => equal(resource.at(path), pointer));
  }

  /** The names of the elements of a kind that have a part of their own in the artefact. */
  elements(kind: string): string[] {
    const owners = [...this.byOwner.keys()].filter((owner) => owner?.startsWith(`${kind}.`));
    return owners.map((owner) => owner!.slice(kind.length + 1)).sort();
  }

  /** All that nobody understood, once every reader has read. */
  unrecognized(): Unrecognized[] {
    return [...this.resources.flatMap((resource) => resource.unrecognized()), ...this.rest];
  }
}

function push<Key>(map: Map<Key, Resource[]>, key: Key, resource: Resource): void {
  const list = map.get(key);
  if (list) list.push(resource);
  else map.set(key, [resource]);
}
