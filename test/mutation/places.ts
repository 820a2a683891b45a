import { engineOf, type Target } from '../../lib/model/target';
import type { Json } from './artefact';

/** The resources of an artefact by their places in the architecture: construct paths, or on Pulumi names. */
export class Places {
  constructor(
    readonly target: Target,
    private readonly architecture: string,
    readonly artefact: Json,
  ) {}

  /** The properties of a resource. */
  at(place: string): Json {
    const { holder, key } = this.find(place);
    return this.inside(holder[key]);
  }

  /** A resource as the artefact has it, with more than its properties. */
  whole(place: string): Json {
    const { holder, key } = this.find(place);
    return holder[key];
  }

  /** The engine's identifier of a resource: a logical id, an address, a URN. */
  id(place: string): string {
    const { holder, key, type } = this.find(place);
    if (this.target === 'gcp-cdktf') return `${type}.${key}`;
    return this.target === 'aws-cdk' ? String(key) : holder[key].urn;
  }

  type(place: string): string {
    return this.find(place).type;
  }

  remove(place: string): void {
    const { holder, key } = this.find(place);
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  }

  /** Puts a copy of a resource beside it, and changes the copy. */
  copy(place: string, change: (properties: Json) => void = () => undefined): void {
    const { holder, key } = this.find(place);
    const copy = structuredClone(holder[key]);
    change(this.inside(copy));
    if (!Array.isArray(holder)) holder[`${key}Copy`] = copy;
    else holder.push({ ...copy, name: `${copy.name}-copy`, urn: `${copy.urn}-copy` });
  }

  /** Gives a resource another identifier, everywhere, as an engine would if its construct or its name were another. */
  rename(place: string): void {
    const { holder, key } = this.find(place);
    const [from, to] = [this.id(place), `${this.id(place)}2`];
    if (!this.isPulumi) return this.replaceAll(String(key), `${String(key)}2`);
    holder[key].name += '2';
    this.replaceAll(`"${from}"`, `"${to}"`);
  }

  /** Makes a registration of Pulumi a child of another one, with the URN that it then has. */
  adopt(place: string, parent: string): void {
    const { holder, key } = this.find(place);
    const [child, above] = [holder[key], this.whole(parent)];
    const [program, types] = [above.urn.split('::').slice(0, 2).join('::'), above.urn.split('::')[2]];
    const urn = child.urn;
    child.parent = above.urn;
    this.replaceAll(`"${urn}"`, `"${program}::${types}$${child.type}::${child.name}"`);
  }

  private replaceAll(from: string, to: string): void {
    const { artefact } = this;
    const other = JSON.parse(JSON.stringify(artefact).replaceAll(from, () => to));
    for (const key of Object.keys(artefact)) delete artefact[key];
    Object.assign(artefact, other);
  }

  /** Adds a resource to the element that has the one at `beside`. */
  add(beside: string, type: string, properties: Json = {}): void {
    const { holder, key, path } = this.find(beside);
    const place = `${path.slice(0, path.lastIndexOf('/'))}/Added`;
    if (this.target === 'aws-cdk')
      holder['Added'] = { Type: type, Properties: properties, Metadata: { 'aws:cdk:path': place } };
    else if (this.target === 'gcp-cdktf')
      this.artefact.resource[type] = {
        ...this.artefact.resource[type],
        Added: { ...properties, '//': { metadata: { path: place } } },
      };
    else holder.push({ ...holder[key], type, name: 'added', urn: 'urn:pulumi:dev::added', inputs: properties });
  }

  private get isPulumi(): boolean {
    return engineOf(this.target) === 'pulumi';
  }

  private inside(resource: Json): Json {
    if (this.target === 'gcp-cdktf') return resource;
    return this.target === 'aws-cdk' ? (resource.Properties ??= {}) : resource.inputs;
  }

  private find(place: string): { holder: Json; key: string | number; type: string; path: string } {
    for (const [holder, key, type, path] of this.all()) {
      const isIt = this.isPulumi
        ? path === `${this.architecture}-${place}`
        : new RegExp(`^${this.architecture}/Architecture/${place}(?:/Resource|/Service)?$`).test(path);
      if (isIt && (!this.isPulumi || holder[key].custom)) return { holder, key, type, path };
    }
    throw new Error(`there is no ${place}`);
  }

  private *all(): Generator<[holder: Json, key: string | number, type: string, path: string]> {
    const { artefact } = this;
    if (this.target === 'aws-cdk')
      for (const [id, { Type, Metadata }] of Object.entries<Json>(artefact.Resources))
        yield [artefact.Resources, id, Type, Metadata['aws:cdk:path'].replace(/^[^/]+\//, `${this.architecture}/`)];
    else if (this.target === 'gcp-cdktf')
      for (const blocks of [artefact.resource, artefact.data ?? {}])
        for (const [type, bodies] of Object.entries<Json>(blocks))
          for (const [id, body] of Object.entries<Json>(bodies)) yield [bodies, id, type, body['//'].metadata.path];
    else
      for (const [index, { type, name }] of artefact.resources.entries()) yield [artefact.resources, index, type, name];
  }
}
