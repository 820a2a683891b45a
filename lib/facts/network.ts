import {
  existingOnAwsIn,
  ownNetworkIn,
  type ExistingOnAws,
  type OwnNetwork,
  type ResolvedNetwork,
} from '../model/network';
import type { Target } from '../model/target';

/** Facts about the foundation's network on AWS. */
export type AwsNetworkFact = 'default' | { readonly existing: ExistingOnAws } | AwsOwnNetworkFact;

/** Facts about a network that the foundation creates. */
export interface AwsOwnNetworkFact extends OwnNetwork {
  /** The ranges of the subnets, by zone. */
  readonly publicSubnets: readonly string[];
  readonly privateSubnets: readonly string[];
  /** By zone, the zone of the NAT gateway through which the private subnet reaches the internet; empty: there is none. */
  readonly waysOut: readonly number[];
  /** The services with gateway endpoints. */
  readonly endpoints: readonly string[];
  readonly flowLogs: { readonly retentionDays: number };
  /** True if the group that AWS gives to whatever names none has no rules. */
  readonly isDefaultGroupClosed: boolean;
}

/** The network that an artifact has to use on AWS. */
export function expectAwsNetwork(network: ResolvedNetwork | undefined, target: Target): AwsNetworkFact {
  const own = ownNetworkIn(network);
  if (own) return expectOwnNetwork(own, target);
  const existing = existingOnAwsIn(network);
  return existing ? { existing } : 'default';
}

function expectOwnNetwork(own: OwnNetwork, target: Target): AwsOwnNetworkFact {
  const eighths = eighthsOf(own.cidr);
  const zones = [0, 1, 2].slice(0, own.zones);
  return {
    ...own,
    privateSubnets: zones.map((zone) => eighths[zone]!),
    publicSubnets: zones.map((zone) => eighths[4 + zone]!),
    waysOut: own.natGateways === 0 ? [] : zones.map((zone) => zone % own.natGateways),
    endpoints: ['dynamodb', 's3'],
    flowLogs: { retentionDays: 30 },
    // Only a function could do that for CloudFormation.
    isDefaultGroupClosed: target === 'aws-pulumi',
  };
}

/** The eight equal parts of a range: three more bits of the address count as the network's. */
function eighthsOf(cidr: string): string[] {
  const [address = '', length = ''] = cidr.split('/');
  const bits = address
    .split('.')
    .map((octet) => Number(octet).toString(2).padStart(8, '0'))
    .join('')
    .slice(0, Number(length));
  return ['000', '001', '010', '011', '100', '101', '110', '111'].map((next) => {
    const octets = (bits + next)
      .padEnd(32, '0')
      .match(/.{8}/g)!
      .map((octet) => parseInt(octet, 2));
    return `${octets.join('.')}/${Number(length) + 3}`;
  });
}

/** Tells whether the network has private subnets, in which tasks run without public addresses. */
export const hasPrivateSubnets = (network: ResolvedNetwork | undefined): boolean =>
  ownNetworkIn(network) !== undefined || existingOnAwsIn(network)?.privateSubnetIds !== undefined;

/** The exported values about the network that not every network has, by key. */
export function expectNetworkExports(network: ResolvedNetwork | undefined): Record<string, string> {
  const existing = existingOnAwsIn(network);
  return {
    ...(hasPrivateSubnets(network) && { privateSubnetIds: 'network.privateSubnetIds' }),
    // The zones of given subnets are texts.
    ...(existing && { availabilityZones: existing.availabilityZones.join(',') }),
    ...(ownNetworkIn(network) && { availabilityZones: 'network.availabilityZones' }),
  };
}
