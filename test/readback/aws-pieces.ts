import { Artefact } from '../../lib/readback/artefact';
import { resolveEntry } from '../../lib/readback/intrinsics';
import { readPulumi } from '../../lib/readback/pulumi';
import { Resource } from '../../lib/readback/resource';
import { inFolder } from './formats';
import type { Piece } from './pieces';

const stamp = { version: 1, architecture: 'shop', path: 'shop/Architecture', withoutCode: [], outputs: [] };

/** Pieces of a CloudFormation template: an address is a logical id, and the element's own place for it. */
export function cloudFormation(pieces: readonly Piece[]): Artefact {
  const ids = new Map(pieces.filter(({ type }) => type !== 'Parameter').map(({ address }) => [address, address]));
  const resources = pieces.map(({ address, type, owner, properties }) => {
    const place = type === 'Parameter' ? `Parameters/${address}` : address;
    return new Resource(place, type, resolveEntry(properties, ids), owner, address);
  });
  return new Artefact(stamp, resources, [], () => undefined);
}

const components: Readonly<Record<string, string>> = {
  foundation: 'Foundation',
  functions: 'Function',
  services: 'Service',
  apis: 'Api',
  queues: 'Queue',
  topics: 'Topic',
  tables: 'Table',
  buckets: 'Bucket',
  secrets: 'Secret',
};

const base = 'urn:pulumi:dev::shop';
const types = 'triptych:aws:ServerlessArchitecture';

/** Pieces of a recording of a Pulumi program: an address is a resource's name, the end of its URN. */
export function pulumi(pieces: readonly Piece[], invokes: readonly object[]): Artefact {
  const stack = `${base}::pulumi:pulumi:Stack::shop-dev`;
  const root = `${base}::${types}::shop`;
  const owners = [...new Set(pieces.map(({ owner }) => owner))];
  const component = (urn: string, type: string, name: string, parent: string | null, outputs?: object) => {
    return { urn, type, name, parent, custom: false, inputs: {}, outputs };
  };
  const homes = new Map(
    owners.map((owner) => {
      const [kind = '', name = 'foundation'] = owner.split('.');
      const type = `triptych:aws:${components[kind]}`;
      return [owner, component(`${base}::${types}$${type}::shop-${name}`, type, `shop-${name}`, root)];
    }),
  );
  const fullUrnOf = ({ address, type, owner }: Piece): string =>
    `${base}::${homes.get(owner)!.urn.split('::')[2]}$${type}::${address}`;
  const resources = [
    component(stack, 'pulumi:pulumi:Stack', 'shop-dev', null),
    component(root, types, 'shop', stack, { version: 1, architecture: 'shop', withoutCode: [], outputs: {} }),
    ...homes.values(),
    ...pieces.map((piece) => {
      const { address: name, type, owner, properties } = piece;
      const { inputs, options } = properties;
      return { urn: fullUrnOf(piece), type, name, parent: homes.get(owner)!.urn, custom: true, inputs, options };
    }),
  ];
  const recording = JSON.stringify({ version: 1, project: 'shop', stack: 'dev', resources, invokes, outputs: {} });
  // A piece refers to another one by its name, the first one that has it.
  const text = pieces.reduce(
    (before, piece) => before.replaceAll(`"${urnOf(piece.address)}"`, () => JSON.stringify(fullUrnOf(piece))),
    recording,
  );
  return inFolder({ 'resources.json': text }, readPulumi);
}

/** A reference to a piece by its name, which stands for its URN. */
export const urnOf = (name: string): string => `urn:x::${name}`;
