import { expectStackName } from '../../facts/name';
import type { AwsFoundationFact } from '../../facts/foundation';
import type { Artefact } from '../artefact';
import { to } from '../resource';
import { tagsOf } from '../tags';
import { ownNetworkIn, requireWaits, taggedIn } from '../aws/own-network';
import { readIngress, readOtherwise } from '../aws/listener';
import { dialect } from './dialect';
import { readExports } from './export';
import { readGivenName } from './given-name';
import { groundIn, networkOf, type Ground } from './ground';
import { readNetwork } from './network';
import { readSecurityGroup, rulesOf } from './security-group';
import { readAttributes } from './load-balancer';
import { readManagedPolicy } from './task-role';

export function readFoundation(artefact: Artefact): Partial<AwsFoundationFact> | undefined {
  const ground = groundIn(artefact);
  const { cluster, loadBalancer, listener, redirect, executionRole } = ground;
  if (!cluster && !loadBalancer) return undefined;
  // A cluster needs no inputs, and may have none.
  cluster?.one(['inputs'], [{}, true]);
  const exported = readExports(artefact, ground);
  const groups = [ground.loadBalancerGroup].filter((group) => group !== undefined);
  return {
    network: readNetwork(ground, artefact),
    ...readLoadBalancer(ground, artefact),
    otherwise: listener && readOtherwise(listener, dialect),
    executionPolicies: readPolicies(ground, artefact),
    exported: exported.values,
    tags: tagsOf(
      [
        ...[cluster, loadBalancer, listener, redirect, executionRole],
        ...[...groups, ...groups.flatMap((group) => rulesOf(group, artefact)), ...exported.parameters],
        ...[...taggedIn(dialect, artefact), ...artefact.parts('foundation', 'aws:iam/role:Role', 'flow logs')],
        ...artefact.parts('foundation', 'aws:ec2/defaultSecurityGroup:DefaultSecurityGroup'),
      ],
      ['inputs', 'tags'],
    ),
  };
}

/** Reads the load balancer, and who reaches it. */
function readLoadBalancer(
  ground: Ground,
  artefact: Artefact,
): Pick<Partial<AwsFoundationFact>, 'ingress' | 'loadBalancer'> {
  const { loadBalancer, listener, redirect, loadBalancerGroup: group } = ground;
  if (!loadBalancer || !listener || !group) return {};
  const { vpc, subnets } = networkOf(ground);
  readGivenName(loadBalancer, { kind: 'foundation', element: '', limit: 32 }, artefact);
  loadBalancer.fixed(['inputs', 'loadBalancerType'], 'application');
  loadBalancer.fixed(['inputs', 'internal'], false);
  loadBalancer.fixed(['inputs', 'securityGroups'], [to(group, 'id')]);
  loadBalancer.fixed(['inputs', 'subnets'], subnets);
  const publicRoute = ownNetworkIn(dialect, artefact)?.publicRoute;
  requireWaits(loadBalancer, publicRoute ? [publicRoute] : [], ['options', 'dependsOn']);
  const inbound = readSecurityGroup(group, `load balancer of ${expectStackName(artefact.stamp)}`, vpc, artefact);
  const ingress = readIngress(loadBalancer, { listener, redirect }, inbound, dialect);
  return { ingress, loadBalancer: readAttributes(loadBalancer) };
}

/** Reads the managed policy of the role that all tasks share. */
function readPolicies({ executionRole: role, executionPolicy }: Ground, artefact: Artefact): string[] | undefined {
  if (!role) return undefined;
  readGivenName(role, { kind: 'foundation', element: '', limit: 64, role: 'role' }, artefact);
  const policy = readManagedPolicy(role, executionPolicy, artefact);
  return policy === undefined ? undefined : [policy];
}
