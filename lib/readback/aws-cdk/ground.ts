import type { Artefact } from '../artefact';
import { isPointer, Pointer } from '../made';
import { equal, type Resource } from '../resource';

/** The parts of the foundation that other elements point at. */
export interface Ground {
  readonly cluster?: Resource;
  readonly loadBalancer?: Resource;
  /** The listener to which services add their rules. */
  readonly listener?: Resource;
  /** The listener that redirects to it; absent without HTTPS. */
  readonly redirect?: Resource | undefined;
  readonly executionRole?: Resource;
  readonly loadBalancerGroup?: Resource;
}

/** Finds the foundation's parts. A security group is found by the resource that uses it. */
export function groundIn(artefact: Artefact): Ground {
  const part = (type: string) => artefact.part('foundation', `AWS::${type}`);
  const loadBalancer = part('ElasticLoadBalancingV2::LoadBalancer');
  const plain = part('ElasticLoadBalancingV2::Listener');
  const secure = artefact.part('foundation', 'AWS::ElasticLoadBalancingV2::Listener', 'https');
  return {
    cluster: part('ECS::Cluster'),
    loadBalancer,
    ...(secure ? { listener: secure, redirect: plain } : { listener: plain }),
    executionRole: part('IAM::Role'),
    loadBalancerGroup: groupAt(loadBalancer, 'SecurityGroups', artefact),
  };
}

function groupAt(resource: Resource | undefined, property: string, artefact: Artefact): Resource | undefined {
  const pointer = resource?.at(['Properties', property, '0']);
  const group = isPointer(pointer) ? artefact.at(pointer.at) : undefined;
  return group?.type === 'AWS::EC2::SecurityGroup' ? group : undefined;
}

/** Reads a network's id: a parameter, or the result of a lookup. A template doesn't show what an id belongs to. */
export const isNetwork = (value: unknown): boolean =>
  equal(value, asked('DefaultVpcId')) || (typeof value === 'string' && /^vpc-[0-9a-f]{8,17}$/.test(value));

/** Reads the subnets of the same parameter or lookup. CDK's dummy values have another form. */
export const areSubnets = (value: unknown): boolean =>
  equal(value, asked('DefaultSubnetIds')) ||
  (Array.isArray(value) &&
    value.length > 0 &&
    value.every((id) => typeof id === 'string' && /^subnet-[0-9a-f]{8,17}$/.test(id)));

const asked = (name: string) => new Pointer(`Parameters/${name}`, 'Ref');

/** The network's id and subnets as the load balancer uses them; every other use has to be the same. */
export function networkOf({ loadBalancerGroup, loadBalancer }: Ground): { vpc: unknown; subnets: unknown } {
  return {
    vpc: loadBalancerGroup?.at(['Properties', 'VpcId']),
    subnets: loadBalancer?.at(['Properties', 'Subnets']),
  };
}
