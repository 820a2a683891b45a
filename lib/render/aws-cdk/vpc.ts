import { Annotations } from 'aws-cdk-lib';
import { Vpc, type IVpc, type VpcAttributes } from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';

/** Represents a network by its ids. CDK warns of missing route tables, which it would only need to add routes. */
export function vpcOf(scope: Construct, attributes: VpcAttributes): IVpc {
  const vpc = Vpc.fromVpcAttributes(scope, 'Network', attributes);
  for (const subnet of [...vpc.publicSubnets, ...vpc.privateSubnets]) {
    Annotations.of(subnet).acknowledgeWarning('@aws-cdk/aws-ec2:noSubnetRouteTableId');
  }
  return vpc;
}
