import { expectStackName } from '../../facts/name';
import type { AwsFoundationFact } from '../../facts/foundation';
import type { AwsNetworkFact } from '../../facts/network';
import type { Artefact } from '../artefact';
import { areOwn, readExistingNetwork } from '../aws/network';
import { ownNetworkIn, readOwnNetwork, requireWaits, taggedIn } from '../aws/own-network';
import { isPointer } from '../made';
import { tagsOf } from '../tags';
import { readIngress, readOtherwise } from '../aws/listener';
import { dialect } from './dialect';
import { readExports } from './export';
import { areSubnets, groundIn, isNetwork, networkOf, type Ground } from './ground';
import { networkDialect } from './own-network';
import { getAtt } from './reference';
import { readSecurityGroup } from './security-group';
import { readAttributes } from './load-balancer';
import { readManagedPolicies } from './task-role';

export function readFoundation(artefact: Artefact): Partial<AwsFoundationFact> | undefined {
  const ground = groundIn(artefact);
  const { cluster, loadBalancer, listener, redirect, executionRole } = ground;
  if (!cluster && !loadBalancer) return undefined;
  const exported = readExports(artefact, ground);
  return {
    network: readNetwork(ground, artefact),
    ...readLoadBalancer(ground, artefact),
    otherwise: listener && readOtherwise(listener, dialect),
    executionPolicies: executionRole && readManagedPolicies(executionRole),
    exported: exported.values,
    tags: tagsOf(
      [
        ...[cluster, loadBalancer, listener, redirect, executionRole],
        ...[ground.loadBalancerGroup, ...exported.parameters],
        ...[...taggedIn(dialect, artefact), ...artefact.parts('foundation', 'AWS::IAM::Role', 'flow logs')],
      ],
      ['Properties', 'Tags'],
    ),
  };
}

/** Reads the network: one that exists already, or the default one as a parameter of that name or as it was looked up. */
function readNetwork(ground: Ground, artefact: Artefact): AwsNetworkFact | undefined {
  const { vpc, subnets } = networkOf(ground);
  const own = ownNetworkIn(dialect, artefact);
  if (own) return areOwn(own, vpc, subnets, dialect) ? readOwnNetwork(own, networkDialect, artefact) : undefined;
  const existing = readExistingNetwork(vpc, subnets, dialect, artefact);
  if (existing) return existing;
  const parameters = artefact.parts('foundation', 'Parameter');
  const isThere = (
    [
      ['DefaultVpcId', 'AWS::EC2::VPC::Id', vpc],
      ['DefaultSubnetIds', 'List<AWS::EC2::Subnet::Id>', subnets],
    ] as const
  ).every(([name, type, value]) => {
    const parameter = parameters.find(({ local }) => local === name);
    parameter?.fixed(['Type'], type);
    parameter?.irrelevant(['Description'], 'it is for people');
    return parameter !== undefined || !isPointer(value);
  });
  return isThere && isNetwork(vpc) && areSubnets(subnets) ? 'default' : undefined;
}

/** Reads the load balancer, and who reaches it. */
function readLoadBalancer(
  ground: Ground,
  artefact: Artefact,
): Pick<Partial<AwsFoundationFact>, 'ingress' | 'loadBalancer'> {
  const { loadBalancer, listener, redirect, loadBalancerGroup: group } = ground;
  if (!loadBalancer || !listener || !group) return {};
  const { vpc, subnets } = networkOf(ground);
  loadBalancer.fixed(['Properties', 'Type'], 'application');
  loadBalancer.fixed(['Properties', 'Scheme'], 'internet-facing');
  loadBalancer.fixed(['Properties', 'SecurityGroups'], [getAtt(group, 'GroupId')]);
  const own = ownNetworkIn(dialect, artefact);
  const isNetworks = own ? areOwn(own, vpc, subnets, dialect) : areSubnets(subnets);
  loadBalancer.as(['Properties', 'Subnets'], () => isNetworks || undefined);
  requireWaits(loadBalancer, own?.publicRoute ? [own.publicRoute] : [], ['DependsOn']);
  const inbound = readSecurityGroup(group, `load balancer of ${expectStackName(artefact.stamp)}`, vpc, artefact);
  const ingress = readIngress(loadBalancer, { listener, redirect }, inbound, dialect);
  return { ingress: isNetworks ? ingress : undefined, loadBalancer: readAttributes(loadBalancer) };
}
