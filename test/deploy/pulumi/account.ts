import { computedOf, type Where } from './computed';
import { isProtected, rulesOf } from './rules';
import { plain, type Wire } from './wire';

/** A resource in a cloud. */
export interface Resource {
  readonly type: string;
  readonly id: string;
  /** What it was told, as it came over the wire. */
  readonly inputs: Wire;
  /** What the cloud says of it beside that. */
  readonly computed: Wire;
}

/** A request that has reached the cloud. */
export interface Asked {
  readonly what: 'create' | 'update' | 'delete';
  readonly type: string;
}

/** What becomes of a request: it has its effect sooner or later, or fails with a message. */
export type Weather = <T>(asked: Asked, effect: () => T) => Promise<T> | T;

export const fair: Weather = (_, effect) => effect();

/** A cloud, as far as deployments need one: it keeps what it is told, and refuses what real ones refuse. */
export class Account {
  weather = fair;
  /** The message with which a cloud's services refuse a resource, among those that exist; undefined if they accept it. */
  refusal: (type: string, inputs: Wire, existing: readonly Resource[]) => string | undefined = () => undefined;
  /** Notes an invoke of a program. */
  asked: (token: string) => void = () => undefined;
  private readonly resources = new Map<string, Resource>();
  private made = 0;

  /** All that is there, in the order of ids. */
  all(): readonly Resource[] {
    return [...this.resources.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  }

  find(type: string, id: string): Resource | undefined {
    return this.resources.get(keyOf({ type, id }));
  }

  /** @throws Error if there is one of that name */
  create(type: string, inputs: Wire, where: Where): Resource {
    this.made += 1;
    const id = this.idOf(type, plain(inputs) as Wire, where);
    const found = this.find(type, id);
    if (found && rulesOf(type).unique) throw new Error(`AlreadyExists: ${type} ${id} already exists`);
    this.check(type, inputs);
    return this.keep({ type, id, inputs }, where);
  }

  /** @throws Error if there is none */
  update(type: string, id: string, inputs: Wire, where: Where): Resource {
    this.made += 1;
    const found = this.find(type, id);
    if (!found) throw new Error(`NotFound: ${type} ${id}`);
    this.check(type, inputs);
    const { moving = [] } = rulesOf(type);
    const changed = this.keep({ type, id, inputs }, where);
    const computed = Object.fromEntries(
      Object.entries(changed.computed).map(([name, value]) => [
        name,
        moving.includes(name) ? value : (found.computed[name] ?? value),
      ]),
    );
    return this.put({ ...changed, computed });
  }

  /** Changes what resources of a type are told, behind Pulumi's back. */
  change(type: string, edit: (inputs: Wire) => Wire): void {
    for (const one of this.all().filter((each) => each.type === type)) this.put({ ...one, inputs: edit(one.inputs) });
  }

  /** @throws Error if it is protected */
  delete(type: string, id: string): void {
    const found = this.find(type, id);
    if (!found) return;
    const inputs = plain(found.inputs) as Wire;
    // The provider only forgets such a database.
    if (inputs['deletionPolicy'] === 'ABANDON') return;
    if (isProtected(type, inputs)) throw new Error(`OperationNotPermitted: ${type} ${id} is protected from deletion`);
    const { heldBy } = rulesOf(type);
    const arn = JSON.stringify(found.computed['arn']);
    const holder = this.all().find((one) => one.type === heldBy && JSON.stringify(one.inputs).includes(arn));
    if (holder) throw new Error(`ResourceInUse: ${type} ${id} is in use by ${holder.type} ${holder.id}`);
    this.resources.delete(keyOf(found));
    const names = [id, plain(found.computed['arn'])];
    for (const one of this.all()) {
      const { partOf } = rulesOf(one.type);
      if (partOf && names.includes(plain(one.inputs[partOf]))) this.resources.delete(keyOf(one));
    }
  }

  private check(type: string, inputs: Wire): void {
    const refused = this.refusal(type, inputs, [...this.resources.values()]);
    if (refused !== undefined) throw new Error(refused);
  }

  private idOf(type: string, inputs: Wire, { cloud, project }: Where): string {
    const { unique, fixed } = rulesOf(type);
    const kind = type.split(':').at(-1)!;
    // A grant is what it says: there is no second one.
    const isGrant = fixed === 'all' && /Member$/.test(kind);
    const names = unique ?? (isGrant ? Object.keys(inputs).sort() : undefined);
    if (!names) return `${kind.toLowerCase()}${this.made}`;
    const name = names.map((property) => JSON.stringify(inputs[property] ?? '').replaceAll('"', '')).join('/');
    return cloud === 'gcp' ? `projects/${project}/${kind}/${name}` : name;
  }

  private keep(told: Omit<Resource, 'computed'>, where: Where): Resource {
    const inputs = plain(told.inputs) as Wire;
    return this.put({ ...told, computed: computedOf({ ...told, inputs, version: this.made }, where) });
  }

  private put(resource: Resource): Resource {
    this.resources.set(keyOf(resource), resource);
    return resource;
  }
}

const keyOf = ({ type, id }: Pick<Resource, 'type' | 'id'>): string => `${type} ${id}`;
