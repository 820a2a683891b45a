import { getSubnetsOutput, getVpcOutput } from '@pulumi/aws/ec2';
import { output, type Input } from '@pulumi/pulumi';
import type { AwsExistingNetworkPlan, AwsNetworkPlan, AwsPlacement } from '../../cloud/aws/network';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';

/** The parts of a network that the foundation uses. */
export interface Network {
  readonly vpcId: Input<string>;
  /** One in each availability zone, so that a load balancer can use all of them. */
  readonly publicSubnetIds: Input<Input<string>[]>;
  /** One in each availability zone; undefined if there are none. */
  readonly privateSubnetIds?: Input<Input<string>[]>;
}

export function renderNetwork(parent: Element, plan: AwsNetworkPlan, parts: Parts): Network {
  const network = plan.kind === 'existing' ? useNetwork(plan) : readDefaultNetwork(parent);
  // EC2 returns the default subnets in no fixed order; an exported value must not change between deployments.
  const joined = (ids: Input<Input<string>[]>) =>
    output(ids).apply((all) => (plan.kind === 'default' ? [...all].sort() : all).join(','));
  parts.provide('foundation', 'network', {
    vpcId: network.vpcId,
    publicSubnetIds: joined(network.publicSubnetIds),
    ...(network.privateSubnetIds && { privateSubnetIds: joined(network.privateSubnetIds) }),
    ...(plan.kind === 'existing' && { availabilityZones: plan.availabilityZones.join(',') }),
  });
  return network;
}

/** The subnets in which tasks run. */
export const subnetsOf = (
  { publicSubnetIds, privateSubnetIds }: Network,
  { subnets }: AwsPlacement,
): Input<Input<string>[]> => (subnets === 'private' ? privateSubnetIds! : publicSubnetIds);

/** Uses a network that exists already. */
const useNetwork = ({ vpcId, publicSubnetIds, privateSubnetIds }: AwsExistingNetworkPlan): Network => ({
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
