import type { AwsNetworkFact } from '../../facts/network';
import type { Artefact } from '../artefact';
import { equal, type Resource } from '../resource';
import type { Dialect } from './dialect';
import { listed, ownNetworkIn, type NetworkDialect, type OwnNetwork } from './own-network';

/** The raw value of an exported parameter, by its key. */
export function exportedAt(key: string, { types, exported }: Dialect, artefact: Artefact): unknown {
  const parameter = artefact.parts('foundation', types.parameter).find((one) => {
    const name = one.at(exported.name);
    return typeof name === 'string' && name.endsWith(`/${key}`);
  });
  return parameter?.at(exported.value);
}

/** Texts with commas between them, as an exported parameter has them; undefined for anything else. */
function listAt(key: string, dialect: Dialect, artefact: Artefact): string[] | undefined {
  const value = exportedAt(key, dialect, artefact);
  return typeof value === 'string' && value !== '' ? value.split(',') : undefined;
}

/** The private subnets: those that the foundation creates, or else those that an export lists; undefined: there are none. */
export function privateSubnetsIn(dialect: Dialect, artefact: Artefact): unknown[] | undefined {
  const own = ownNetworkIn(dialect, artefact);
  return own
    ? own.privateSubnets.map((subnet) => dialect.to(subnet, 'Ref'))
    : listAt('privateSubnetIds', dialect, artefact);
}

/** Resources that must exist before tasks reach the internet. */
export const waysIn = (dialect: Dialect, artefact: Artefact): readonly Resource[] =>
  ownNetworkIn(dialect, artefact)?.privateWays ?? [];

/** The values of exported parameters about a network, with their meanings. */
export function networkMeanings(
  vpc: unknown,
  subnets: unknown,
  engine: NetworkDialect,
  artefact: Artefact,
): (readonly [raw: unknown, meaning: string])[] {
  const { dialect, zone } = engine;
  const privateSubnets = privateSubnetsIn(dialect, artefact);
  const own = ownNetworkIn(dialect, artefact);
  return [
    [vpc, 'network.vpcId'],
    ...(Array.isArray(subnets) ? [[listed(subnets), 'network.publicSubnetIds'] as const] : []),
    ...(privateSubnets ? [[listed(privateSubnets), 'network.privateSubnetIds'] as const] : []),
    ...(own
      ? [[listed(own.publicSubnets.map((_, index) => zone(index, artefact))), 'network.availabilityZones'] as const]
      : []),
  ];
}

/**
 * Reads a network that exists already. Its zones, which nobody knows of the default network before a deployment, are
 * exported as texts; undefined: there is no such export.
 */
export function readExistingNetwork(
  vpc: unknown,
  subnets: unknown,
  dialect: Dialect,
  artefact: Artefact,
): AwsNetworkFact | undefined {
  const availabilityZones = listAt('availabilityZones', dialect, artefact);
  const privateSubnetIds = listAt('privateSubnetIds', dialect, artefact);
  if (!availabilityZones || typeof vpc !== 'string' || !areTexts(subnets)) return undefined;
  return {
    existing: {
      vpcId: vpc,
      publicSubnetIds: subnets,
      ...(privateSubnetIds && { privateSubnetIds }),
      availabilityZones,
    },
  };
}

const areTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** Tests that a load balancer is in a network that the foundation creates, in its public subnets. */
export const areOwn = (own: OwnNetwork, vpc: unknown, subnets: unknown, { to }: Dialect): boolean =>
  equal(vpc, to(own.vpc, 'Ref')) &&
  equal(
    subnets,
    own.publicSubnets.map((subnet) => to(subnet, 'Ref')),
  );
