import type { Owner } from './owner';

/** Keys and indices, from a resource's properties down to a value. */
export type Path = readonly string[];

/** A value in an artefact that points at an attribute of another resource, or at something the engine knows. */
export interface Pointer {
  /** A resource's address, or in words what isn't one: `config`, `var`, `AWS`. */
  readonly at: string;
  readonly attribute: string;
}

/** A pointer at an attribute of a resource. */
export const to = ({ address }: { readonly address: string }, attribute: string): Pointer => ({
  at: address,
  attribute,
});

/** Something in an artefact that no reader understands. */
export interface Unrecognized {
  readonly resource: string;
  /** The element in whose part of the artefact it lies. */
  readonly owner?: Owner;
  /** Empty: the whole resource. */
  readonly path: Path;
  readonly value: unknown;
}

/**
 * A resource as an artefact holds it. A reader asks for values by what they mean; whatever it didn't
 * ask for, and whatever has a value without a meaning, is unrecognized. So a reader can't overlook a
 * change: it can only fail to understand it, and that is a difference.
 */
export class Resource {
  private readonly understood: Path[] = [];
  private readonly wrong: { path: Path; value: unknown }[] = [];

  constructor(
    /** Where the engine keeps it: a construct path, a Terraform address, a URN. */
    readonly address: string,
    readonly type: string,
    /** References in it are pointers already, whatever the format writes. */
    readonly properties: unknown,
    /** The element in whose part of the tree it lies. */
    readonly owner?: Owner,
    /** Its place in that part: `Role/Resource`, `role`. */
    readonly local = '',
  ) {}

  /** The meaning beside the raw value that the one at `path` equals; `undefined` stands for an absent value. */
  one<T>(path: Path, ...meanings: readonly (readonly [raw: unknown, means: T])[]): T | undefined {
    const value = this.at(path);
    const found = meanings.find(([raw]) => equal(raw, value));
    if (found) this.understood.push(path);
    return found?.[1];
  }

  /** Says that only `right` may stand at `path`; anything else is unrecognized, and so is nothing. */
  fixed(path: Path, right: unknown): boolean {
    const value = this.at(path);
    const isRight = equal(value, right);
    if (isRight) this.understood.push(path);
    else if (value === undefined) this.wrong.push({ path, value });
    return isRight;
  }

  /** The whole number at `path`, if there is one. */
  number(path: Path): number | undefined {
    return this.as(path, (value) => (Number.isSafeInteger(value) ? (value as number) : undefined));
  }

  /** The string at `path`, if there is one that holds no reference. */
  string(path: Path): string | undefined {
    return this.as(path, (value) => (typeof value === 'string' ? value : undefined));
  }

  /** What `read` makes of the value at `path`; it counts as understood unless that is undefined. */
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

  unrecognized(): Unrecognized[] {
    const { address: resource, owner, type } = this;
    const said = owner === undefined ? {} : { owner };
    // A resource that nobody has looked at is one thing to say, not one for each of its properties.
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
      (value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined),
      this.properties,
    );
  }
}

/** Leaves, empty lists and maps among them: an empty map is something that somebody wrote. */
function leaves(value: unknown, path: Path = []): { path: Path; value: unknown }[] {
  const children = isObject(value) && !isPointer(value) ? Object.entries(value) : [];
  if (children.length > 0) return children.flatMap(([key, child]) => leaves(child, [...path, key]));
  // A resource without any property has nothing that could be misunderstood.
  return path.length === 0 ? [] : [{ path, value }];
}

/** Whether a value is a map or a list. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Whether a value is a pointer, which readers take as one value. */
export const isPointer = (value: unknown): value is Pointer =>
  isObject(value) && typeof value['at'] === 'string' && typeof value['attribute'] === 'string';

/** Whether two values are the same, whatever the order of their keys. */
export function equal(a: unknown, b: unknown): boolean {
  if (!isObject(a) || !isObject(b)) return a === b;
  const keys = Object.keys(a);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key]))
  );
}
