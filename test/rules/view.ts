import type { Cloud, Target } from '../../lib/model/target';
import { referencesIn } from './reference';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** How each engine may spell a word of the cloud: `MemorySize` and `memory_size` are both `memorySize` in Pulumi. */
function spellings(word: string): string[] {
  const camel = word.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const lower = camel.charAt(0).toLowerCase() + camel.slice(1);
  return [word, camel, lower, `${lower}s`, lower.replace(/y$/, 'ies')];
}

/** Properties, under the names that the cloud gives them, whatever the engine calls them. */
export class Properties {
  constructor(
    readonly value: Json,
    /** The engine's own names where no spelling leads to them. */
    private readonly names: Readonly<Record<string, string>> = {},
  ) {}

  /** The value at a path, `A.B.C`. A list in the path that has one entry stands for it. */
  get(path: string): unknown {
    let here: unknown = this.value;
    for (const word of this.steps(path)) {
      const holder: unknown = Array.isArray(here) && here.length === 1 ? here[0] : here;
      if (!isObject(holder)) return undefined;
      here = holder[this.keyOf(holder, word)];
    }
    return here;
  }

  /** The text at a path, empty if there is none. */
  text(path: string): string {
    const value = this.get(path);
    return typeof value === 'object' ? JSON.stringify(value) : String(value ?? '');
  }

  number(path: string): number | undefined {
    const value = this.get(path);
    return value === undefined || value === null || value === '' ? undefined : Number(value);
  }

  /** The objects at a path: one, several or none. */
  all(path: string): Properties[] {
    const value = this.get(path);
    return (Array.isArray(value) ? value : [value]).filter(isObject).map((one) => new Properties(one, this.names));
  }

  /** The names and values of a map. */
  entries(path: string): [string, unknown][] {
    const value = this.get(path);
    return isObject(value) ? Object.entries(value) : [];
  }

  /** Sets a value, for a counter-case; undefined takes it away. */
  set(path: string, value: unknown): void {
    const words = this.steps(path);
    let here: Json = this.value;
    for (const word of words.slice(0, -1)) {
      const next = (here[this.keyOf(here, word)] ??= {});
      here = (Array.isArray(next) ? next[0] : next) as Json;
    }
    const key = this.keyOf(here, words.at(-1)!);
    if (value === undefined) delete here[key];
    else here[key] = value;
  }

  private steps(path: string): string[] {
    const [first = '', ...rest] = path.split('.');
    const whole = this.names[path] ?? (this.names[first] && [this.names[first], ...rest].join('.'));
    return (whole ?? path).split('.');
  }

  private keyOf(holder: Json, word: string): string {
    return spellings(word).find((one) => one in holder) ?? word;
  }
}

/** A resource of an artifact, in the words of its cloud. */
export class Resource extends Properties {
  constructor(
    /** The engine's identifier: a logical id, an address or a URN. */
    readonly id: string,
    /** The type: CloudFormation's on AWS, Terraform's on Google Cloud; the engine's own where the cloud has no word. */
    readonly type: string,
    properties: Json,
    /** The ids that it names as dependencies, besides those that its properties refer to. */
    readonly dependsOn: string[],
    names?: Readonly<Record<string, string>>,
    /** What the engine does with it: a deletion policy, a lifecycle, options. */
    readonly options: Json = {},
  ) {
    super(properties, names);
  }

  /** The ids that a property refers to, in order. */
  refers(path: string): string[] {
    return referencesIn(this.get(path)).map(({ id }) => id);
  }
}

/** An artifact as its cloud will see it: resources that refer to each other. */
export class View {
  private readonly unordered = new Set<string>();

  constructor(
    readonly target: Target,
    readonly cloud: Cloud,
    public resources: readonly Resource[],
  ) {}

  of(...types: readonly string[]): Resource[] {
    return this.resources.filter(({ type }) => types.includes(type));
  }

  /** The first resource of a type, for counter-cases. @throws Error if there is none */
  one(type: string, isMeant: (resource: Resource) => boolean = () => true): Resource {
    const found = this.of(type).find(isMeant);
    if (!found) throw new Error(`no ${type} that is meant on ${this.target}`);
    return found;
  }

  find(id: string | undefined): Resource | undefined {
    return this.resources.find((one) => one.id === id);
  }

  /** The resources of a type that a property refers to. */
  named(resource: Resource, path: string, ...types: readonly string[]): Resource[] {
    const all = resource.refers(path).map((id) => this.find(id));
    return all.filter((one): one is Resource => one !== undefined && (types.length === 0 || types.includes(one.type)));
  }

  /** The resources of a type of which a property refers to this one. */
  pointingAt(resource: Resource, type: string, path: string): Resource[] {
    return this.of(type).filter((one) => one.refers(path).includes(resource.id));
  }

  /** Whether an engine makes one resource after another, directly or by way of others. */
  isAfter(later: Resource, earlier: Resource): boolean {
    const seen = new Set<string>();
    const next = [later.id];
    for (let id = next.pop(); id !== undefined; id = next.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      const here = this.find(id);
      if (!here) continue;
      const before = [...here.dependsOn, ...referencesIn(here.value).map((one) => one.id)];
      if (before.includes(earlier.id) && !this.unordered.has(earlier.id)) return true;
      next.push(...before.filter((one) => !this.unordered.has(one)));
    }
    return false;
  }

  /** For a counter-case: nothing comes after these any more. */
  forget(...resources: readonly Resource[]): void {
    for (const { id } of resources) this.unordered.add(id);
  }

  /** For a counter-case: these aren't made. */
  remove(...resources: readonly Resource[]): void {
    this.resources = this.resources.filter((one) => !resources.includes(one));
  }

  /** For a counter-case: a resource beside the others. */
  add(type: string, properties: Json, dependsOn: string[] = []): Resource {
    const made = new Resource(`made ${this.resources.length}`, type, properties, dependsOn);
    this.resources = [...this.resources, made];
    return made;
  }
}
