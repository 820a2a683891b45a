import { getSubnetsOutput, getVpcOutput } from '@pulumi/aws/ec2';
import { output, type Input, type Resource } from '@pulumi/pulumi';
import type { AwsExistingNetworkPlan, AwsNetworkPlan, AwsPlacement } from '../../cloud/aws/network';
import type { Element } from '../pulumi-element';
import { renderOwnNetwork } from './own-network';
import type { Parts } from './parts';

type Tags = Record<string, string> | undefined;

/** The parts of a network that the foundation uses. */
export interface Network {
  readonly vpcId: Input<string>;
  /** One in each availability zone, so that a load balancer can use all of them. */
  readonly publicSubnetIds: Input<Input<string>[]>;
  /** One in each availability zone; undefined if there are none. */
  readonly privateSubnetIds?: Input<Input<string>[]>;
  /** The names of their zones; undefined if they aren't known. */
  readonly availabilityZones?: Input<Input<string>[]>;
  /** The route of the public subnets to the internet; undefined if it exists already. */
  readonly publicWay?: Resource;
  /** Resources that lead from the private subnets to the internet; undefined if it exists already. */
  readonly privateWays?: readonly Resource[];
}

export function renderNetwork(parent: Element, plan: AwsNetworkPlan, parts: Parts, tags: Tags): Network {
  const network = networkOf(parent, plan, parts, tags);
  // EC2 returns the default subnets in no fixed order; an exported value must not change between deployments.
  const joined = (ids: Input<Input<string>[]>) =>
    output(ids).apply((all) => (plan.kind === 'default' ? [...all].sort() : all).join(','));
  parts.provide('foundation', 'network', {
    vpcId: network.vpcId,
    publicSubnetIds: joined(network.publicSubnetIds),
    ...(network.privateSubnetIds && { privateSubnetIds: joined(network.privateSubnetIds) }),
    ...(network.availabilityZones && { availabilityZones: joined(network.availabilityZones) }),
  });
  return network;
}

/** The subnets in which tasks run. */
export const subnetsOf = (
  { publicSubnetIds, privateSubnetIds }: Network,
  { subnets }: Pick<AwsPlacement, 'subnets'>,
): Input<Input<string>[]> => (subnets === 'private' ? privateSubnetIds! : publicSubnetIds);

/** Resources that must exist before tasks reach the internet. */
export const waysOf = ({ publicWay, privateWays }: Network, { subnets }: AwsPlacement): readonly Resource[] =>
  subnets === 'private' ? (privateWays ?? []) : publicWay ? [publicWay] : [];

function networkOf(parent: Element, plan: AwsNetworkPlan, parts: Parts, tags: Tags): Network {
  switch (plan.kind) {
    case 'default':
      return readDefaultNetwork(parent);
    case 'existing':
      return useNetwork(plan);
    case 'own':
      return renderOwnNetwork(parent, plan, parts, tags);
  }
}

/** Uses a network that exists already. */
const useNetwork = ({
  vpcId,
  publicSubnetIds,
  privateSubnetIds,
  availabilityZones,
}: AwsExistingNetworkPlan): Network => ({
  availabilityZones: [...availabilityZones],
  vpcId,
  publicSubnetIds: [...publicSubnetIds],
  ...(privateSubnetIds && { privateSubnetIds: [...privateSubnetIds] }),
});

/** Reads the account's default network back. */
function readDefaultNetwork(parent: Element): Network {
  const vpcId = getVpcOutput({ default: true }, { parent }).id;
  const subnets = getSubnetsOutput(
    {
      filters: [
        { name: 'vpc-id', values: [vpcId] },
        { name: 'default-for-az', values: ['true'] },
      ],
    },
    { parent },
  );
  return { vpcId, publicSubnetIds: subnets.ids };
}
