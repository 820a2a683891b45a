import type { Artefact } from '../artefact';
import { equal, isPointer, type Pointer, type Resource } from '../resource';

/** The parts of the ground that other elements point at. */
export interface Ground {
  readonly cluster?: Resource;
  readonly loadBalancer?: Resource;
  readonly listener?: Resource;
  readonly executionRole?: Resource;
  readonly executionPolicy?: Resource;
  readonly namespace?: Resource;
  readonly vpcLink?: Resource;
  readonly loadBalancerGroup?: Resource;
  readonly vpcLinkGroup?: Resource;
}

/** Finds the ground's parts. Of its security groups each is the one that what it is for points at. */
export function groundIn(artefact: Artefact): Ground {
  const part = (type: string) => artefact.part('foundation', `aws:${type}`);
  const loadBalancer = part('lb/loadBalancer:LoadBalancer');
  const vpcLink = part('apigatewayv2/vpcLink:VpcLink');
  return {
    cluster: part('ecs/cluster:Cluster'),
    loadBalancer,
    listener: part('lb/listener:Listener'),
    executionRole: part('iam/role:Role'),
    executionPolicy: part('iam/rolePolicyAttachment:RolePolicyAttachment'),
    namespace: part('servicediscovery/privateDnsNamespace:PrivateDnsNamespace'),
    vpcLink,
    loadBalancerGroup: groupAt(loadBalancer, 'securityGroups', artefact),
    vpcLinkGroup: groupAt(vpcLink, 'securityGroupIds', artefact),
  };
}

function groupAt(resource: Resource | undefined, input: string, artefact: Artefact): Resource | undefined {
  const group = pointedAt(resource?.at(['inputs', input, '0']), artefact);
  return group?.type === 'aws:ec2/securityGroup:SecurityGroup' ? group : undefined;
}

const pointedAt = (value: unknown, artefact: Artefact): Resource | undefined =>
  isPointer(value) ? artefact.at(value.at) : undefined;

/** What the ground's network is called where it is used: the same everywhere. */
export function networkOf({ loadBalancerGroup, loadBalancer }: Ground): { vpc: unknown; subnets: unknown } {
  return { vpc: loadBalancerGroup?.at(['inputs', 'vpcId']), subnets: loadBalancer?.at(['inputs', 'subnets']) };
}

/** The default network is read back by what is asked of EC2: the default network, and its own subnets. */
export function readNetwork(ground: Ground, artefact: Artefact): 'default' | undefined {
  const { vpc, subnets } = networkOf(ground);
  const [askedVpc, askedSubnets] = [pointedAt(vpc, artefact), pointedAt(subnets, artefact)];
  const filters = [
    { name: 'vpc-id', values: [vpc] },
    { name: 'default-for-az', values: ['true'] },
  ];
  const isDefault =
    askedVpc?.type === 'aws:ec2/getVpc:getVpc' &&
    askedSubnets?.type === 'aws:ec2/getSubnets:getSubnets' &&
    equal((vpc as Pointer).attribute, 'id') &&
    equal((subnets as Pointer).attribute, 'ids') &&
    askedVpc.fixed(['args'], { default: true }) &&
    askedSubnets.fixed(['args'], { filters });
  return isDefault ? 'default' : undefined;
}
