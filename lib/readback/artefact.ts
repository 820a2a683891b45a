import { ArtefactError } from './error';
import type { Owner } from './owner';
import type { Place } from './places';
import { equal, isObject, isPointer, type Path, type Pointer, type Resource, type Unrecognized } from './resource';
import { sideOf, type Side } from './side';

/** What an artefact says it was rendered from. */
export interface Stamp {
  readonly version: number;
  readonly architecture: string;
  /** Where in the artefact the architecture lies. */
  readonly path: string;
  /** Functions whose archives were left empty. */
  readonly withoutCode: readonly string[];
  /** The outputs that were made of its values, by name. */
  readonly outputs: readonly string[];
  /** Where it goes, as the app wrote it, where the engine's artefact says that only here. */
  readonly where?: Readonly<Record<string, string>>;
}

/**
 * What of an artefact is judged: all of it, where it holds nothing but an architecture; in an app's own output what
 * belongs to the architecture, and what points into it.
 */
export type Scope = 'whole' | 'app';

/**
 * The stamp that an artefact bears.
 * @throws ArtefactError if it isn't one of version 1, the only one there is
 */
export function readStamp(value: unknown, file: string): Stamp {
  const { version, architecture, path, withoutCode, outputs, where, ...others } = isObject(value) ? value : {};
  const areLists = isListOfNames(withoutCode) && isListOfNames(outputs);
  if (version !== 1 || typeof architecture !== 'string' || typeof path !== 'string' || !areLists)
    throw new ArtefactError(file, 'must be stamped by an architecture of version 1');
  if (Object.keys(others).length > 0)
    throw new ArtefactError(file, `is stamped with what has no meaning: ${Object.keys(others).join(', ')}`);
  if (where !== undefined && !isMapOfTexts(where))
    throw new ArtefactError(file, 'is stamped with a place that is no text');
  return { version, architecture, path, withoutCode, outputs, ...(where !== undefined && { where }) };
}

const isMapOfTexts = (value: unknown): value is Record<string, string> =>
  isObject(value) && Object.values(value).every((text) => typeof text === 'string');

/**
 * What a stamp says otherwise than an artefact that holds nothing but an architecture has to: the outputs that are
 * there, and (`where`) the places that are left open.
 */
export function misstated(stamp: Stamp, outputs: readonly string[], where?: Stamp['where']): Unrecognized[] {
  const right = { outputs: [...outputs].sort(), where };
  return (['outputs', 'where'] as const)
    .filter((key) => !equal(stamp[key], right[key]))
    .map((key) => ({ resource: 'the stamp', path: [key], value: stamp[key] }));
}

const isListOfNames = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string');

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
    /** What an app wrote about where it goes, where a program without an app leaves that open. */
    readonly places: readonly Place[] = [],
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

  /** The resources of a type in an element's own part of the artefact; or those of what stands beside it there. */
  parts(owner: Owner, type: string, of: Side = 'element'): readonly Resource[] {
    return (this.byOwner.get(owner) ?? []).filter((resource) => resource.type === type && sideOf(resource) === of);
  }

  /** The resource of a type in an element's own part; a second one is nobody's, and so it is unrecognized. */
  part(owner: Owner, type: string, of: Side = 'element'): Resource | undefined {
    return this.parts(owner, type, of)[0];
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
  unrecognized(scope: Scope = 'whole'): Unrecognized[] {
    const judged = scope === 'whole' ? this.resources : this.resources.filter((resource) => this.concerns(resource));
    return [...judged.flatMap((resource) => resource.unrecognized()), ...(scope === 'whole' ? this.rest : [])];
  }

  /** How many resources of an app's own are none of the architecture's business. */
  notJudged(scope: Scope): number {
    return scope === 'whole' ? 0 : this.resources.filter((resource) => !this.concerns(resource)).length;
  }

  /** Whether a resource belongs to the architecture, or reaches into it. What only tells its values doesn't. */
  private concerns({ owner, type, properties }: Resource): boolean {
    if (owner !== undefined) return true;
    if (/^(stack )?output$/i.test(type)) return false;
    return pointersIn(properties).some((address) => this.at(address)?.owner !== undefined);
  }
}

/** The addresses that a value points at; a dependency names its address without more. */
export function pointersIn(value: unknown): string[] {
  if (isPointer(value)) return [value.at];
  if (typeof value === 'string') return [value];
  return isObject(value) ? Object.values(value).flatMap(pointersIn) : [];
}

function push<Key>(map: Map<Key, Resource[]>, key: Key, resource: Resource): void {
  const list = map.get(key);
  if (list) list.push(resource);
  else map.set(key, [resource]);
}
