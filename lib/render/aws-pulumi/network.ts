import { getSubnetsOutput, getVpcOutput } from '@pulumi/aws/ec2';
import type { Output } from '@pulumi/pulumi';
import type { Element } from '../pulumi-element';

/** The parts of a network that the foundation uses. */
export interface Network {
  readonly vpcId: Output<string>;
  /** One in each availability zone, so that a load balancer can use all of them. */
  readonly publicSubnetIds: Output<string[]>;
}

/** Reads the account's default network back. */
export function readDefaultNetwork(parent: Element): Network {
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
