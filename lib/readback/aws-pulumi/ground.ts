import type { Artefact } from '../artefact';
import { isPointer } from '../made';
import type { Resource } from '../resource';

/** The parts of the foundation that other elements point at. */
export interface Ground {
  readonly cluster?: Resource;
  readonly loadBalancer?: Resource;
  /** The listener to which services add their rules. */
  readonly listener?: Resource;
  /** The listener that redirects to it; absent without HTTPS. */
  readonly redirect?: Resource | undefined;
  readonly executionRole?: Resource;
  readonly executionPolicy?: Resource;
  readonly loadBalancerGroup?: Resource;
}

/** Finds the foundation's parts. A security group is found by the resource that uses it. */
export function groundIn(artefact: Artefact): Ground {
  const part = (type: string) => artefact.part('foundation', `aws:${type}`);
  const loadBalancer = part('lb/loadBalancer:LoadBalancer');
  const plain = part('lb/listener:Listener');
  const secure = artefact.part('foundation', 'aws:lb/listener:Listener', 'https');
  return {
    cluster: part('ecs/cluster:Cluster'),
    loadBalancer,
    ...(secure ? { listener: secure, redirect: plain } : { listener: plain }),
    executionRole: part('iam/role:Role'),
    executionPolicy: part('iam/rolePolicyAttachment:RolePolicyAttachment'),
    loadBalancerGroup: groupAt(loadBalancer, 'securityGroups', artefact),
  };
}

function groupAt(resource: Resource | undefined, input: string, artefact: Artefact): Resource | undefined {
  const group = pointedAt(resource?.at(['inputs', input, '0']), artefact);
  return group?.type === 'aws:ec2/securityGroup:SecurityGroup' ? group : undefined;
}

/** The resource, or the question, that a value points at. */
export const pointedAt = (value: unknown, artefact: Artefact): Resource | undefined =>
  isPointer(value) ? artefact.at(value.at) : undefined;

/** The network's id and subnets as the load balancer uses them; every other use has to be the same. */
export function networkOf({ loadBalancerGroup, loadBalancer }: Ground): { vpc: unknown; subnets: unknown } {
  return { vpc: loadBalancerGroup?.at(['inputs', 'vpcId']), subnets: loadBalancer?.at(['inputs', 'subnets']) };
}
