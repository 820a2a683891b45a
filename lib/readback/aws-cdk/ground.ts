import type { Artefact } from '../artefact';
import { equal, isPointer, type Resource } from '../resource';

/** The parts of the ground that other elements point at. */
export interface Ground {
  readonly cluster?: Resource;
  readonly loadBalancer?: Resource;
  readonly listener?: Resource;
  readonly executionRole?: Resource;
  readonly namespace?: Resource;
  readonly vpcLink?: Resource;
  readonly loadBalancerGroup?: Resource;
  readonly vpcLinkGroup?: Resource;
}

/** Finds the ground's parts. Of its security groups each is the one that what it is for points at. */
export function groundIn(artefact: Artefact): Ground {
  const part = (type: string) => artefact.part('foundation', `AWS::${type}`);
  const loadBalancer = part('ElasticLoadBalancingV2::LoadBalancer');
  const vpcLink = part('ApiGatewayV2::VpcLink');
  return {
    cluster: part('ECS::Cluster'),
    loadBalancer,
    listener: part('ElasticLoadBalancingV2::Listener'),
    executionRole: part('IAM::Role'),
    namespace: part('ServiceDiscovery::PrivateDnsNamespace'),
    vpcLink,
    loadBalancerGroup: groupAt(loadBalancer, 'SecurityGroups', artefact),
    vpcLinkGroup: groupAt(vpcLink, 'SecurityGroupIds', artefact),
  };
}

function groupAt(resource: Resource | undefined, property: string, artefact: Artefact): Resource | undefined {
  const pointer = resource?.at(['Properties', property, '0']);
  const group = isPointer(pointer) ? artefact.at(pointer.at) : undefined;
  return group?.type === 'AWS::EC2::SecurityGroup' ? group : undefined;
}

/** A network that was asked for by a parameter, or looked up: a template can't say whose an id is. */
export const isNetwork = (value: unknown): boolean =>
  equal(value, asked('DefaultVpcId')) || (typeof value === 'string' && /^vpc-[0-9a-f]{8,17}$/.test(value));

/** The subnets that were asked for or looked up with it; CDK's own dummies have another form. */
export const areSubnets = (value: unknown): boolean =>
  equal(value, asked('DefaultSubnetIds')) ||
  (Array.isArray(value) &&
    value.length > 0 &&
    value.every((id) => typeof id === 'string' && /^subnet-[0-9a-f]{8,17}$/.test(id)));

const asked = (name: string) => ({ at: `Parameters/${name}`, attribute: 'Ref' });

/** What a looked-up or asked-for network looks like where it is used: the same everywhere. */
export function networkOf({ loadBalancerGroup, loadBalancer }: Ground): { vpc: unknown; subnets: unknown } {
  return {
    vpc: loadBalancerGroup?.at(['Properties', 'VpcId']),
    subnets: loadBalancer?.at(['Properties', 'Subnets']),
  };
}
