import type { ResolvedArchitecture } from '../model/architecture';
import {
  existingOnAwsIn,
  existingOnGcpIn,
  isNetworkUsed,
  ownNetworkIn,
  type ExistingOnAws,
  type OwnNetwork,
  type ResolvedNetwork,
} from '../model/network';
import type { Target } from '../model/target';
import { expectName, type NamedBy } from './name';

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
  /** True if the network's default security group has no rules. */
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

/** Facts about a network that the foundation creates on Google Cloud. */
export interface GcpNetworkFact {
  readonly name: string;
  /** The range of its one subnetwork. */
  readonly cidr: string;
  readonly isPrivateGoogleAccess: boolean;
  readonly flowLogs: boolean;
  /** True if it has a way to the internet. */
  readonly hasNat: boolean;
}

/** Facts about the connector of functions. */
export interface GcpConnectorFact {
  readonly name: string;
  readonly network: string;
  readonly cidr: string;
}

/** An element's way into a network: `foundation` is the one that the foundation creates. */
export type GcpNetworkUseFact =
  | 'none'
  | { readonly network: string; readonly subnetwork: string; readonly egress: string }
  | { readonly connector: true; readonly egress: string };

/** The network, and the connector, that an artifact has to create on Google Cloud. */
export function expectGcpNetwork(
  { foundation, functions, services }: ResolvedArchitecture,
  naming: NamedBy,
  target: Target,
): { readonly network: GcpNetworkFact | undefined; readonly connector?: GcpConnectorFact } {
  const own = ownNetworkIn(foundation?.network);
  const isMade = own !== undefined && isNetworkUsed({ functions, services });
  const hasConnector = target === 'gcp-cdktf' && isNetworkUsed({ functions, services: {} });
  const connector = {
    name: expectName(naming, 'foundation', '', 25),
    network: own ? 'foundation' : 'default',
    cidr: own ? lastSixteen(own.cidr) : '10.8.0.0/28',
  };
  return {
    network: isMade
      ? {
          name: expectName(naming, 'foundation', '', 63),
          cidr: own.cidr.replace(/\d+$/, (length) => `${Number(length) + 1}`),
          isPrivateGoogleAccess: true,
          flowLogs: true,
          hasNat: own.natGateways > 0,
        }
      : undefined,
    ...(hasConnector && { connector }),
  };
}

/** The last sixteen addresses of a range: all further bits are ones, except the last four. */
function lastSixteen(cidr: string): string {
  const [address = '', length = ''] = cidr.split('/');
  const bits = address
    .split('.')
    .map((octet) => Number(octet).toString(2).padStart(8, '0'))
    .join('')
    .slice(0, Number(length))
    .padEnd(28, '1')
    .padEnd(32, '0');
  return `${bits
    .match(/.{8}/g)!
    .map((octet) => parseInt(octet, 2))
    .join('.')}/28`;
}

/** The way of an element into the network on Google Cloud. */
export function expectGcpNetworkUse(
  kind: 'functions' | 'services',
  { network: where }: { readonly network: string },
  { foundation }: ResolvedArchitecture,
  target: Target,
): GcpNetworkUseFact {
  if (where === 'none') return 'none';
  const network = foundation?.network;
  const own = ownNetworkIn(network);
  const egress = own ? 'ALL_TRAFFIC' : 'PRIVATE_RANGES_ONLY';
  if (kind === 'functions' && target === 'gcp-cdktf') return { connector: true, egress };
  if (own) return { network: 'foundation', subnetwork: 'foundation', egress };
  const { network: name, subnetwork } = existingOnGcpIn(network) ?? { network: 'default', subnetwork: 'default' };
  return { network: name, subnetwork, egress };
}
