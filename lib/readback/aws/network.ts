import type { AwsNetworkFact } from '../../facts/network';
import type { Artefact } from '../artefact';
import type { Dialect } from './dialect';

/** The raw value of an exported parameter, by its key. */
export function exportedAt(key: string, { types, exported }: Dialect, artefact: Artefact): unknown {
  const parameter = artefact
    .parts('foundation', types.parameter)
    .find((one) => String(one.at(exported.name)).endsWith(`/${key}`));
  return parameter?.at(exported.value);
}

/** Texts with commas between them, as an exported parameter has them; undefined for anything else. */
function listAt(key: string, dialect: Dialect, artefact: Artefact): string[] | undefined {
  const value = exportedAt(key, dialect, artefact);
  return typeof value === 'string' && value !== '' ? value.split(',') : undefined;
}

/** The ids of the private subnets of a network that exists already, which its export lists; undefined: there are none. */
export const privateSubnetsIn = (dialect: Dialect, artefact: Artefact): string[] | undefined =>
  listAt('privateSubnetIds', dialect, artefact);

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
  const privateSubnetIds = privateSubnetsIn(dialect, artefact);
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
