import { localType } from './app-blocks';
import { usageType, type AppStacks } from './app-stacks';
import { replaces, replacesWidely, type Surroundings } from './authoritative';
import type { Folder } from './folder';
import { givenNames } from './given-names';
import { beyondNames } from './only-names';
import type { Owner } from './owner';
import { permissionsBy } from './permission';
import type { Place } from './places';
import { Expression, isAnswer, isPointer, Join, piecesOf, type Pointer } from './made';
import type { Side } from './part';
import { equal, isObject, type Path, type Resource, type Unrecognized } from './resource';
import { sideOf } from './side';
import type { Stamp } from './stamp';
import type { Permission } from './statement';

/**
 * The judged part of an artifact: `whole` for one with only an architecture; `app` for an app's own output, of which
 * the architecture's resources are judged, and those that refer to them.
 */
export type Scope = 'whole' | 'app';

/** Types that aren't counted: they do nothing in a cloud, and refer to nothing there. */
const silent: readonly string[] = [localType, usageType];

/** A whole artifact: an element's facts are partly in other resources, which point at its own. */
export class Artefact {
  private readonly byOwner = new Map<Owner | undefined, Resource[]>();
  private readonly byType = new Map<string, Resource[]>();
  private readonly byAddress = new Map<string, Resource>();
  private readonly names: readonly string[];
  /** All resources, also those of an app's other stacks. */
  readonly resources: readonly Resource[];
  /** The resources in which a name of the architecture may be that of another one. */
  private readonly besideTwins: ReadonlySet<Resource>;

  constructor(
    readonly stamp: Stamp,
    /** The resources of the stack with the architecture. */
    private readonly own: readonly Resource[],
    /** Everything outside of resources that the format doesn't understand. */
    private readonly rest: readonly Unrecognized[],
    /** SHA-256 of a file that belongs to the artifact; undefined if there is none. */
    readonly sha256: (file: string) => string | undefined,
    /**
     * The literals with which an app replaced account, project or region. A program without an app leaves those open.
     */
    readonly places: readonly Place[] = [],
    /** The files of the artifact. @default none but those with resources are judged */
    private readonly folder?: Pick<Folder, 'unrecognized' | 'unjudged'>,
    /** The addresses of resources that an engine would take for other resources. */
    private readonly renamed: readonly Unrecognized[] = [],
    /** The stacks of the app, in scope `app`. @default the one with the architecture, which has its name */
    private readonly stacks: AppStacks = { own: stamp.architecture, others: [] },
    /** The bucket that an app of CDK publishes a file to. @default the one of `cdk bootstrap` */
    readonly bucketOf: (file: string) => unknown = () => undefined,
  ) {
    this.resources = [...own, ...stacks.others.flatMap(({ resources }) => resources)];
    this.besideTwins = new Set(stacks.others.filter(({ hasTwin }) => hasTwin).flatMap(({ resources }) => resources));
    this.names = own.filter(({ owner }) => owner !== undefined).flatMap(givenNames);
    for (const resource of this.resources) {
      push(this.byOwner, resource.owner, resource);
      push(this.byType, resource.type, resource);
      // A second one with the same address is read by no reader.
      if (!this.byAddress.has(resource.address)) this.byAddress.set(resource.address, resource);
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

  /** The resources of a type that belong to an element, or to another side of it. */
  parts(owner: Owner, type: string, of: Side = 'element'): readonly Resource[] {
    return (this.byOwner.get(owner) ?? []).filter((resource) => resource.type === type && sideOf(resource) === of);
  }

  /** The resource of a type that belongs to an element. A second one is read by no reader, so it is unrecognized. */
  part(owner: Owner, type: string, of: Side = 'element'): Resource | undefined {
    return this.parts(owner, type, of)[0];
  }

  /** The resources of a type whose value at `path` is exactly that pointer. */
  pointingAt(type: string, path: Path, pointer: Pointer): readonly Resource[] {
    return this.ofType(type).filter((resource) => equal(resource.at(path), pointer));
  }

  /** The names of the elements of a kind that have a place in the artifact. */
  elements(kind: string): string[] {
    const owners = [...this.byOwner.keys()].filter((owner) => owner?.startsWith(`${kind}.`));
    return owners.map((owner) => owner!.slice(kind.length + 1)).sort();
  }

  /** Everything that no reader has understood; call it after all of them. */
  unrecognized(scope: Scope = 'whole'): Unrecognized[] {
    const judged = scope === 'whole' ? this.resources : this.resources.filter((resource) => this.concerns(resource));
    const beside = scope === 'whole' ? [...this.rest, ...(this.folder?.unrecognized() ?? [])] : [];
    const unread = judged.map((resource) => ({ resource, parts: resource.unrecognized() }));
    const wholes = new Set(unread.filter(({ parts }) => parts[0]?.path.length === 0).map(({ resource }) => resource));
    const addresses = new Set([...wholes].map(({ address }) => address));
    const renamed = this.renamed.filter(
      ({ resource }) => !addresses.has(resource) && !this.at(resource)?.isAccountedFor,
    );
    const split = unread.flatMap(({ resource, parts }) =>
      wholes.has(resource) ? this.permissions(resource, scope, parts) : parts,
    );
    return [...split, ...renamed, ...beside];
  }

  /** The user's own files in the artifact's folder, which aren't judged; call it after all readers. */
  unjudged(): string[] {
    return this.folder?.unjudged() ?? [];
  }

  /** By stack, the number of the app's own resources that don't concern the architecture, and belong to no other one. */
  notJudged(scope: Scope): Readonly<Record<string, number>> {
    if (scope === 'whole') return {};
    const { own, others } = this.stacks;
    const count = (resources: readonly Resource[]) =>
      resources.filter((one) => !silent.includes(one.type) && !one.isForeign && !this.concerns(one)).length;
    const counts = [{ stack: own, resources: this.own }, ...others].map(
      ({ stack, resources }) => [stack, count(resources)] as const,
    );
    return Object.fromEntries(counts.filter(([, sum]) => sum > 0));
  }

  /**
   * Tests that a resource belongs to the architecture, or refers to a resource of it, by a reference or by its name. An
   * output that only shows a value doesn't.
   */
  private concerns(resource: Resource): boolean {
    const { owner, type } = resource;
    if (owner !== undefined) return true;
    if (/^(stack )?output$/i.test(type) || type === localType) return false;
    const names = this.namesFor(resource);
    if (replacesWidely(resource, this.surroundings) !== undefined) return true;
    if (!this.reaches(beyondNames(resource), names)) return false;
    if (replaces(resource, this.surroundings) !== undefined) return true;
    const permissions = permissionsBy(resource, this);
    return permissions === undefined || permissions.some((one) => this.isAbout(one, names));
  }

  /** Splits a resource that no reader has read, and that only gives permissions, into these. */
  private permissions(resource: Resource, scope: Scope, whole: readonly Unrecognized[]): readonly Unrecognized[] {
    const note = replaces(resource, this.surroundings);
    const noted = (all: readonly Unrecognized[]) => (note === undefined ? all : all.map((one) => ({ ...one, note })));
    const all = permissionsBy(resource, this);
    if (!all || all.length === 0) return noted(whole);
    const { address: of, owner } = resource;
    const said = { resource: of, ...(owner !== undefined && { owner }) };
    const about = all.filter(
      (one) => scope === 'whole' || note !== undefined || this.isAbout(one, this.namesFor(resource)),
    );
    return noted(about.map(({ name, value }) => ({ ...said, path: [name], value })));
  }

  /**
   * Tests that a permission is one of the architecture's own, or may be on a part of it. One on another resource of the
   * app isn't, such as a permission for a topic of the architecture to invoke a function of the app.
   */
  private isAbout({ by, on }: Permission, names: readonly string[]): boolean {
    if (on === undefined || this.reaches([by, on], names)) return true;
    return ![on].flat().some((one) => {
      // Exports of the app's own stacks are followed.
      if (isObject(one) && typeof one['Fn::ImportValue'] === 'string') return true;
      const [first] = piecesOf(one);
      const address = isPointer(first) ? first.at : first;
      const at = typeof address === 'string' ? this.at(address) : undefined;
      return at !== undefined && at.type !== localType;
    });
  }

  /** The artifact, as it is asked about what a resource replaces. */
  private get surroundings(): Surroundings {
    const { resources, places } = this;
    const refers = (resource: Resource, value: unknown) => this.reaches(value, this.namesFor(resource));
    return { resources, places, refers };
  }

  /** The architecture's names, as far as a text with one means this architecture. */
  private namesFor(resource: Resource): readonly string[] {
    return this.besideTwins.has(resource) ? [] : this.names;
  }

  /** Tests that a value has a reference to the architecture. */
  pointsInto(value: unknown): boolean {
    return this.reaches(value, []);
  }

  /** Tests that a value has a reference to the architecture, or one of these names; also through local values. */
  private reaches(value: unknown, names: readonly string[], through: readonly string[] = []): boolean {
    return pointersIn(value).some((text) => {
      const at = this.at(text);
      if (at?.type === localType && at.owner === undefined)
        return !through.includes(text) && this.reaches(at.properties, names, [...through, text]);
      return (at?.owner !== undefined && !isAnswer(text)) || names.some((name) => text.includes(name));
    });
  }
}

/** The addresses that a value points at. A plain text may be the address of a dependency. */
export function pointersIn(value: unknown): string[] {
  if (isPointer(value)) return [value.at];
  if (typeof value === 'string') return [value];
  if (value instanceof Join) return value.join.flatMap(pointersIn);
  if (value instanceof Expression) return [value.expression, ...value.addresses];
  return isObject(value) ? Object.values(value).flatMap(pointersIn) : [];
}

function push<Key>(map: Map<Key, Resource[]>, key: Key, resource: Resource): void {
  const list = map.get(key);
  if (list) list.push(resource);
  else map.set(key, [resource]);
}
