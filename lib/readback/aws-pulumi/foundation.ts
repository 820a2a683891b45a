import { expectStackName } from '../../facts/name';
import type { AwsFoundationFact } from '../../facts/foundation';
import type { Artefact } from '../artefact';
import { equal, to, type Resource } from '../resource';
import { tagsOf } from '../tags';
import { ownNetworkIn, requireWaits, taggedIn } from '../aws/own-network';
import { dialect } from './dialect';
import { readExports } from './export';
import { readGivenName } from './given-name';
import { groundIn, networkOf, type Ground } from './ground';
import { readNetwork } from './network';
import { readSecurityGroup, rulesOf } from './security-group';
import { readManagedPolicy } from './task-role';

export function readFoundation(artefact: Artefact): Partial<AwsFoundationFact> | undefined {
  const ground = groundIn(artefact);
  const { cluster, loadBalancer, listener, executionRole } = ground;
  if (!cluster && !loadBalancer) return undefined;
  // A cluster needs no inputs, and may have none.
  cluster?.one(['inputs'], [{}, true]);
  const exported = readExports(artefact, ground);
  const groups = [ground.loadBalancerGroup].filter((group) => group !== undefined);
  return {
    network: readNetwork(ground, artefact),
    ingress: readIngress(ground, artefact),
    otherwise: listener && readOtherwise(listener),
    executionPolicies: readPolicies(ground, artefact),
    exported: exported.values,
    tags: tagsOf(
      [
        ...[cluster, loadBalancer, listener, executionRole],
        ...[...groups, ...groups.flatMap((group) => rulesOf(group, artefact)), ...exported.parameters],
        ...[...taggedIn(dialect, artefact), ...artefact.parts('foundation', 'aws:iam/role:Role', 'flow logs')],
        ...artefact.parts('foundation', 'aws:ec2/defaultSecurityGroup:DefaultSecurityGroup'),
      ],
      ['inputs', 'tags'],
    ),
  };
}

/** Reads who reaches the load balancer. Its security group has to open the listener's port. */
function readIngress(ground: Ground, artefact: Artefact): AwsFoundationFact['ingress'] | undefined {
  const { loadBalancer, listener, loadBalancerGroup: group } = ground;
  if (!loadBalancer || !listener || !group) return undefined;
  const { vpc, subnets } = networkOf(ground);
  readGivenName(loadBalancer, { kind: 'foundation', element: '', limit: 32 }, artefact);
  loadBalancer.fixed(['inputs', 'loadBalancerType'], 'application');
  loadBalancer.fixed(['inputs', 'internal'], false);
  loadBalancer.fixed(['inputs', 'securityGroups'], [to(group, 'id')]);
  loadBalancer.fixed(['inputs', 'subnets'], subnets);
  const publicRoute = ownNetworkIn(dialect, artefact)?.publicRoute;
  requireWaits(loadBalancer, publicRoute ? [publicRoute] : [], ['options', 'dependsOn']);
  loadBalancer.fixed(['inputs', 'enableDeletionProtection'], false);
  loadBalancer.fixed(['inputs', 'dropInvalidHeaderFields'], true);
  listener.fixed(['inputs', 'loadBalancerArn'], to(loadBalancer, 'arn'));
  listener.fixed(['inputs', 'protocol'], 'HTTP');
  const port = listener.number(['inputs', 'port']);
  const inbound = readSecurityGroup(group, `load balancer of ${expectStackName(artefact.stamp)}`, vpc, artefact);
  if (port === undefined || !inbound?.every((rule) => rule.port === port)) return undefined;
  return { allow: inbound.map(({ from }) => from).sort(), port };
}

function readOtherwise(listener: Resource): number | undefined {
  return listener.as(['inputs', 'defaultActions'], (actions) => {
    const fixedResponse = { contentType: 'text/plain', messageBody: 'no service answers here', statusCode: '404' };
    return equal(actions, [{ fixedResponse, type: 'fixed-response' }]) ? 404 : undefined;
  });
}

/** Reads the managed policy of the role that all tasks share. */
function readPolicies({ executionRole: role, executionPolicy }: Ground, artefact: Artefact): string[] | undefined {
  if (!role) return undefined;
  readGivenName(role, { kind: 'foundation', element: '', limit: 64, role: 'role' }, artefact);
  const policy = readManagedPolicy(role, executionPolicy, artefact);
  return policy === undefined ? undefined : [policy];
}
