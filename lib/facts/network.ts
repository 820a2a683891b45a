import { existingOnAwsIn, type ExistingOnAws, type ResolvedNetwork } from '../model/network';

/** Facts about the foundation's network on AWS. */
export type AwsNetworkFact = 'default' | { readonly existing: ExistingOnAws };

/** The network that an artifact has to use on AWS. */
export function expectAwsNetwork(network: ResolvedNetwork | undefined): AwsNetworkFact {
  const existing = existingOnAwsIn(network);
  return existing ? { existing } : 'default';
}

/** Tells whether the network has private subnets, in which tasks run without public addresses. */
export const hasPrivateSubnets = (network: ResolvedNetwork | undefined): boolean =>
  existingOnAwsIn(network)?.privateSubnetIds !== undefined;

/** The exported values about the network that not every network has, by key. */
export function expectNetworkExports(network: ResolvedNetwork | undefined): Record<string, string> {
  const existing = existingOnAwsIn(network);
  return {
    ...(hasPrivateSubnets(network) && { privateSubnetIds: 'network.privateSubnetIds' }),
    // The zones of given subnets are texts.
    ...(existing && { availabilityZones: existing.availabilityZones.join(',') }),
  };
}
