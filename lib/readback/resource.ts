import { isMade, Pointer } from './made';
import type { Owner } from './owner';

/** Keys and indices, from a resource's properties down to a value. */
export type Path = readonly string[];

/** A pointer at an attribute of a resource. */
export const to = ({ address }: { readonly address: string }, attribute: string): Pointer =>
  new Pointer(address, attribute);

/** Something in an artifact that no reader understands. */
export interface Unrecognized {
  readonly resource: string;
  /** The element that it belongs to; absent: none. */
  readonly owner?: Owner;
  /** Empty: the whole resource. */
  readonly path: Path;
  readonly value: unknown;
  /** A clause about what the resource replaces or removes. @default nothing that is known */
  readonly note?: string;
}

/**
 * A resource of an artifact. A reader requests values by their meaning. Every value that it doesn't request, or that
 * has no meaning, is unrecognized. So a reader can't overlook a change: it can only fail to understand it, and that is
 * a difference.
 */
export class Resource {
  private readonly understood: Path[] = [];
  private readonly wrong: { path: Path; value: unknown }[] = [];

  constructor(
    /** The engine's own address: a construct path, a Terraform address, a URN. */
    readonly address: string,
    readonly type: string,
    /** The properties, in which every format's references have become pointers. */
    readonly properties: unknown,
    /** The element that it belongs to; absent: none. */
    readonly owner?: Owner,
    /** Its name among the element's parts: `Role/Resource`, `role`. */
    readonly local = '',
    /** True for a resource of another architecture of the same app. */
    readonly isForeign = false,
  ) {}

  /** The same resource with other properties, of which no reader has read any. */
  with(properties: unknown): Resource {
    return new Resource(this.address, this.type, properties, this.owner, this.local, this.isForeign);
  }

  /**
   * Reads the value at `path` by a list of raw values and their meanings. A raw `undefined` stands for an absent value.
   */
  one<T>(path: Path, ...meanings: readonly (readonly [raw: unknown, means: T])[]): T | undefined {
    const value = this.at(path);
    const found = meanings.find(([raw]) => equal(raw, value));
    if (found) this.understood.push(path);
    return found?.[1];
  }

  /** Requires the value `right` at `path`; any other value is unrecognized, and so is none. */
  fixed(path: Path, right: unknown): boolean {
    const value = this.at(path);
    const isRight = equal(value, right);
    if (isRight) this.understood.push(path);
    else if (value === undefined) this.wrong.push({ path, value });
    return isRight;
  }

  /** Reads the whole number at `path`; undefined for anything else. No field of the model means a negative one. */
  number(path: Path): number | undefined {
    return this.as(path, (value) =>
      Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : undefined,
    );
  }

  /** Reads the string at `path`; undefined for anything else, such as a text with a reference. */
  string(path: Path): string | undefined {
    return this.as(path, (value) => (typeof value === 'string' ? value : undefined));
  }

  /** Reads the value at `path` with `read`. It counts as understood unless that returns undefined. */
  as<T>(path: Path, read: (value: unknown) => T | undefined): T | undefined {
    const meaning = read(this.at(path));
    if (meaning !== undefined) this.understood.push(path);
    return meaning;
  }

  /** Accepts any value at `path`, since it can't change what the architecture does. */
  irrelevant(path: Path, why: string): void {
    if (!why) throw new Error(`no reason to ignore ${path.join('.')}`);
    this.understood.push(path);
  }

  /**
   * Replaces the value at `path` by what in it isn't understood, each part by a name of its own. So one part can be
   * declared without the others.
   */
  except(path: Path, parts: readonly { readonly name: string; readonly value: unknown }[]): void {
    this.understood.push(path);
    this.wrong.push(...parts.map(({ name, value }) => ({ path: [...path, name], value })));
  }

  /** True if a reader has accounted for the resource as a whole. */
  get isAccountedFor(): boolean {
    return this.understood.some((path) => path.length === 0);
  }

  unrecognized(): Unrecognized[] {
    const { address: resource, owner, type } = this;
    const said = owner === undefined ? {} : { owner };
    // A resource that no reader has touched is one entry, not one for each of its properties.
    if (this.understood.length === 0 && this.wrong.length === 0) return [{ resource, ...said, path: [], value: type }];
    const covered = (leaf: Path) => this.understood.some((path) => path.every((key, i) => key === leaf[i]));
    return [...this.wrong, ...leaves(this.properties).filter(({ path }) => !covered(path))].map((leaf) => ({
      resource,
      ...said,
      ...leaf,
    }));
  }

  /** The raw value at `path`. Looking at it doesn't make it understood. */
  at(path: Path): unknown {
    return path.reduce<unknown>(
      (value, key) => (isObject(value) && !isMade(value) && Object.hasOwn(value, key) ? value[key] : undefined),
      this.properties,
    );
  }
}

/** The path to the properties of a resource: of CloudFormation, of Pulumi, of Terraform. */
const properties: readonly Path[] = [['Properties'], ['inputs'], []];

/** The properties of a resource that its program sets. Looking at them doesn't make them understood. */
export const propertiesOf = (resource: Resource): Record<string, unknown> =>
  properties.map((path) => resource.at(path)).find(isObject) ?? {};

/** All leaves, with empty lists and maps: an empty map was written by somebody, too. */
function leaves(value: unknown, path: Path = []): { path: Path; value: unknown }[] {
  const children = isObject(value) && !isMade(value) ? (pairs(value) ?? Object.entries(value)) : [];
  if (children.length > 0) return children.flatMap(([key, child]) => leaves(child, [...path, key]));
  // A resource without properties has nothing that could be misread.
  return path.length === 0 ? [] : [{ path, value }];
}

/** The entries of a list of keys and values, as CloudFormation writes tags: a key names a tag better than its place. */
function pairs(value: object): [string, unknown][] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const entries = value.map((item: unknown): [unknown, unknown] | undefined =>
    isObject(item) && !isMade(item) && equal(Object.keys(item).sort(), ['Key', 'Value'])
      ? [item['Key'], item['Value']]
      : undefined,
  );
  const isRight = entries.every((entry) => typeof entry?.[0] === 'string');
  return isRight && new Set(entries.map((entry) => entry![0])).size === entries.length
    ? (entries as [string, unknown][])
    : undefined;
}

/** Tests that a value is a map or a list. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Tests that two values are the same, in any order of their keys. What was made is never the same as what was written. */
export function equal(a: unknown, b: unknown): boolean {
  if (!isObject(a) || !isObject(b)) return a === b;
  const keys = Object.keys(a);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    (isMade(a) ? a.constructor === b.constructor : !isMade(b)) &&
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key]))
  );
}

/** Tests that a value is a list of exactly these texts, in any order. */
export const holdsAll = (value: unknown, texts: readonly string[]): boolean =>
  Array.isArray(value) && value.every(isText) && equal([...value].sort(), [...texts].sort());

const isText = (value: unknown): value is string => typeof value === 'string';
