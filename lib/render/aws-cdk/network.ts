import { Annotations, CfnParameter, Fn, Stack, Token, type CfnResource } from 'aws-cdk-lib';
import { SubnetType, Vpc, type ISubnet, type IVpc } from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import type { AwsExistingNetworkPlan, AwsNetworkPlan, AwsPlacement } from '../../cloud/aws/network';
import { renderOwnNetwork, zoneNames } from './own-network';
import type { Parts } from './parts';
import { vpcOf } from './vpc';

/** The parts of a network that the foundation uses. */
export interface Network {
  readonly vpc: IVpc;
  /** One in each availability zone, so that a load balancer can use all of them. */
  readonly publicSubnets: readonly ISubnet[];
  /** One in each availability zone; undefined if there are none. */
  readonly privateSubnets?: readonly ISubnet[];
  /** The route of the public subnets to the internet; undefined if it exists already. */
  readonly publicWay?: CfnResource;
  /** Resources that lead from the private subnets to the internet; undefined if it exists already. */
  readonly privateWays?: readonly CfnResource[];
}

export function renderNetwork(scope: Construct, plan: AwsNetworkPlan, parts: Parts): Network {
  const network = networkOf(scope, plan, parts);
  const joined = (subnets: readonly ISubnet[]) => Fn.join(',', idsOf(subnets));
  parts.provide('foundation', 'network', {
    vpcId: network.vpc.vpcId,
    publicSubnetIds: joined(network.publicSubnets),
    ...(network.privateSubnets && { privateSubnetIds: joined(network.privateSubnets) }),
    ...(plan.kind === 'existing' && { availabilityZones: plan.availabilityZones.join(',') }),
    ...(plan.kind === 'own' && { availabilityZones: zoneNames(plan) }),
  });
  return network;
}

function networkOf(scope: Construct, plan: AwsNetworkPlan, parts: Parts): Network {
  switch (plan.kind) {
    case 'default':
      return readDefaultNetwork(scope);
    case 'existing':
      return useNetwork(scope, plan);
    case 'own':
      return renderOwnNetwork(scope, plan, parts);
  }
}

/** Uses a network that exists already. */
function useNetwork(scope: Construct, plan: AwsExistingNetworkPlan): Network {
  const vpc = vpcOf(scope, {
    vpcId: plan.vpcId,
    availabilityZones: [...plan.availabilityZones],
    publicSubnetIds: [...plan.publicSubnetIds],
    ...(plan.privateSubnetIds && { privateSubnetIds: [...plan.privateSubnetIds] }),
  });
  const { publicSubnets, privateSubnets } = vpc;
  return { vpc, publicSubnets, ...(plan.privateSubnetIds && { privateSubnets }) };
}

/** The ids of subnets. A list that only a deployment knows stays a list. */
export const idsOf = (subnets: readonly ISubnet[]): string[] => subnets.map(({ subnetId }) => subnetId);

/** The subnets in which tasks run. */
export const subnetsOf = (
  { publicSubnets, privateSubnets }: Network,
  { subnets }: Pick<AwsPlacement, 'subnets'>,
): readonly ISubnet[] => (subnets === 'private' ? privateSubnets! : publicSubnets);

/** Resources that must exist before tasks reach the internet. */
export const waysOf = ({ publicWay, privateWays }: Network, { subnets }: AwsPlacement): readonly CfnResource[] =>
  subnets === 'private' ? (privateWays ?? []) : publicWay ? [publicWay] : [];

/** The id of CDK's placeholder for a network that it hasn't looked up yet. */
const dummyVpcId = 'vpc-12345';

/**
 * Reads the account's default network: by a lookup in a known account and region, otherwise from parameters of the
 * template.
 */
function readDefaultNetwork(scope: Construct): Network {
  const { account, region } = Stack.of(scope);
  const vpc = Token.isUnresolved(account) || Token.isUnresolved(region) ? askFor(scope) : lookUp(scope);
  const { subnets } = vpc.selectSubnets({ subnetType: SubnetType.PUBLIC, onePerAz: true });
  return { vpc, publicSubnets: subnets };
}

function lookUp(scope: Construct): IVpc {
  const vpc = Vpc.fromLookup(scope, 'Network', { isDefault: true });
  // The first pass of the CDK CLI ends here, looks the network up, and starts again; nothing else may go on with it.
  if (vpc.vpcId === dummyVpcId) {
    Annotations.of(scope).addError(
      'foundation.network: the default network has not been looked up (run cdk synth with credentials, and keep cdk.context.json)',
    );
  }
  return vpc;
}

function askFor(scope: Construct): IVpc {
  const id = parameter(scope, 'DefaultVpcId', 'AWS::EC2::VPC::Id', "The account's default network");
  const subnets = parameter(
    scope,
    'DefaultSubnetIds',
    'List<AWS::EC2::Subnet::Id>',
    "The default network's own subnets, one in each availability zone",
  );
  const vpc = Vpc.fromVpcAttributes(scope, 'Network', {
    vpcId: id.valueAsString,
    availabilityZones: Fn.getAzs(),
    publicSubnetIds: subnets.valueAsList,
  });
  // CDK warns of splitting these lists and of missing route tables. Nothing here does or needs that.
  for (const id of [
    'vpcAttributeIsListTokenavailabilityZones',
    'vpcAttributeIsListTokenpublicSubnetIds',
    'noSubnetRouteTableId',
  ]) {
    Annotations.of(vpc).acknowledgeWarning(`@aws-cdk/aws-ec2:${id}`);
  }
  return vpc;
}

function parameter(scope: Construct, id: string, type: string, description: string): CfnParameter {
  const made = new CfnParameter(scope, id, { type, description });
  // People give it by name.
  made.overrideLogicalId(id);
  return made;
}
