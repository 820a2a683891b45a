import { expectStackName } from '../../facts/name';
import type { AwsFoundationFact } from '../../facts/foundation';
import type { AwsNetworkFact } from '../../facts/network';
import type { Artefact } from '../artefact';
import { areOwn, readExistingNetwork } from '../aws/network';
import { ownNetworkIn, readOwnNetwork, requireWaits, taggedIn } from '../aws/own-network';
import { isPointer } from '../made';
import { equal, type Resource } from '../resource';
import { tagsOf } from '../tags';
import { dialect } from './dialect';
import { readExports } from './export';
import { areSubnets, groundIn, isNetwork, networkOf, type Ground } from './ground';
import { networkDialect } from './own-network';
import { getAtt, ref } from './reference';
import { readSecurityGroup } from './security-group';
import { readManagedPolicies } from './task-role';

export function readFoundation(artefact: Artefact): Partial<AwsFoundationFact> | undefined {
  const ground = groundIn(artefact);
  const { cluster, loadBalancer, listener, executionRole } = ground;
  if (!cluster && !loadBalancer) return undefined;
  const exported = readExports(artefact, ground);
  return {
    network: readNetwork(ground, artefact),
    ingress: readIngress(ground, artefact),
    otherwise: listener && readOtherwise(listener),
    executionPolicies: executionRole && readManagedPolicies(executionRole),
    exported: exported.values,
    tags: tagsOf(
      [
        ...[cluster, loadBalancer, listener, executionRole],
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

/** Reads who reaches the load balancer. Its security group has to open the listener's port. */
function readIngress(ground: Ground, artefact: Artefact): AwsFoundationFact['ingress'] | undefined {
  const { loadBalancer, listener, loadBalancerGroup: group } = ground;
  if (!loadBalancer || !listener || !group) return undefined;
  const { vpc, subnets } = networkOf(ground);
  loadBalancer.fixed(['Properties', 'Type'], 'application');
  loadBalancer.fixed(['Properties', 'Scheme'], 'internet-facing');
  loadBalancer.fixed(['Properties', 'SecurityGroups'], [getAtt(group, 'GroupId')]);
  const own = ownNetworkIn(dialect, artefact);
  const isNetworks = own ? areOwn(own, vpc, subnets, dialect) : areSubnets(subnets);
  loadBalancer.as(['Properties', 'Subnets'], () => isNetworks || undefined);
  requireWaits(loadBalancer, own?.publicRoute ? [own.publicRoute] : [], ['DependsOn']);
  loadBalancer.fixed(
    ['Properties', 'LoadBalancerAttributes'],
    [
      { Key: 'deletion_protection.enabled', Value: 'false' },
      { Key: 'routing.http.drop_invalid_header_fields.enabled', Value: 'true' },
    ],
  );
  listener.fixed(['Properties', 'LoadBalancerArn'], ref(loadBalancer));
  listener.fixed(['Properties', 'Protocol'], 'HTTP');
  const port = listener.number(['Properties', 'Port']);
  const inbound = readSecurityGroup(group, `load balancer of ${expectStackName(artefact.stamp)}`, vpc, artefact);
  if (port === undefined || !isNetworks || !inbound?.every((rule) => rule.port === port)) return undefined;
  return { allow: inbound.map(({ from }) => from).sort(), port };
}

function readOtherwise(listener: Resource): number | undefined {
  return listener.as(['Properties', 'DefaultActions'], (actions) => {
    const fixed = { ContentType: 'text/plain', MessageBody: 'no service answers here', StatusCode: '404' };
    return equal(actions, [{ FixedResponseConfig: fixed, Type: 'fixed-response' }]) ? 404 : undefined;
  });
}
