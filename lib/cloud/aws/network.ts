import { existingOnAwsIn, ownNetworkIn, type ResolvedNetwork } from '../../model/network';
import type { Naming } from '../name';
import { part, type PlanText } from '../part';
import { planOwnNetwork, type AwsOwnNetworkPlan } from './own-network';

/** The network of the foundation, with every decision made. */
export type AwsNetworkPlan = { readonly kind: 'default' } | AwsExistingNetworkPlan | AwsOwnNetworkPlan;

/** A network that exists already, by its ids. */
export interface AwsExistingNetworkPlan {
  readonly kind: 'existing';
  readonly vpcId: string;
  readonly publicSubnetIds: readonly string[];
  /** Absent: there are none. */
  readonly privateSubnetIds?: readonly string[];
  readonly availabilityZones: readonly string[];
}

export function planNetwork(network: ResolvedNetwork | undefined, naming: Naming): AwsNetworkPlan {
  if (typeof network !== 'object') return { kind: 'default' };
  if ('cidr' in network) return planOwnNetwork(network, naming);
  // Without ids for AWS, an architecture isn't valid there; its plan is counted nevertheless.
  const existing = existingOnAwsIn(network) ?? { vpcId: '', publicSubnetIds: [], availabilityZones: [] };
  return { kind: 'existing', ...existing };
}

/** The place of tasks in the network. */
export interface AwsPlacement {
  readonly subnets: 'public' | 'private';
  /** Gives tasks public IP addresses. In a public subnet, they need one to reach the internet. */
  readonly assignPublicIp: boolean;
}

/** Places tasks in private subnets where there are any. */
export function planPlacement(network: ResolvedNetwork | undefined): AwsPlacement {
  const isPrivate = hasPrivateSubnets(network);
  return { subnets: isPrivate ? 'private' : 'public', assignPublicIp: !isPrivate };
}

const hasPrivateSubnets = (network: ResolvedNetwork | undefined): boolean =>
  ownNetworkIn(network) !== undefined || existingOnAwsIn(network)?.privateSubnetIds !== undefined;

/** The exported values about a network, by key. Tenants read them. */
export function exportedOf(network: ResolvedNetwork | undefined): Record<string, PlanText> {
  const attributes = [
    'publicSubnetIds',
    'vpcId',
    ...(hasPrivateSubnets(network) ? ['privateSubnetIds'] : []),
    // Nothing tells those of the default network before it is deployed.
    ...(typeof network === 'object' ? ['availabilityZones'] : []),
  ];
  return Object.fromEntries(attributes.map((attribute) => [attribute, [part('foundation', 'network', attribute)]]));
}
