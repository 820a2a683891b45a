import { Artefact } from '../../lib/readback/artefact';
import { resolveIntrinsics } from '../../lib/readback/intrinsics';
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
    return new Resource(place, type, resolveIntrinsics(properties, ids), owner, address);
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

/** Pieces of a recording of a Pulumi program: an address is a resource's name, and part of its URN. */
export function pulumi(pieces: readonly Piece[], invokes: readonly object[]): Artefact {
  const root = 'urn:x::shop';
  const owners = [...new Set(pieces.map(({ owner }) => owner))];
  const component = (urn: string, type: string, name: string, parent: string | null, outputs?: object) => {
    return { urn, type, name, parent, custom: false, inputs: {}, outputs };
  };
  const resources = [
    component(root, 'triptych:aws:ServerlessArchitecture', 'shop', null, {
      version: 1,
      architecture: 'shop',
      withoutCode: [],
      outputs: {},
    }),
    ...owners.map((owner) => {
      const [kind = '', name = 'foundation'] = owner.split('.');
      return component(`urn:${owner}::shop-${name}`, `triptych:aws:${components[kind]}`, `shop-${name}`, root);
    }),
    ...pieces.map(({ address, type, owner, properties: { inputs, options } }) => {
      const [, name = 'foundation'] = owner.split('.');
      const parent = `urn:${owner}::shop-${name}`;
      return { urn: urnOf(address), type, name: address, parent, custom: true, inputs, options };
    }),
  ];
  const recording = { version: 1, project: 'shop', stack: 'dev', resources, invokes, outputs: {} };
  return inFolder({ 'resources.json': recording }, readPulumi);
}

export const urnOf = (name: string): string => `urn:x::${name}`;
