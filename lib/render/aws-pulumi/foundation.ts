import { Cluster } from '@pulumi/aws/ecs';
import type { Role } from '@pulumi/aws/iam';
import { Parameter } from '@pulumi/aws/ssm';
import type { Resource } from '@pulumi/pulumi';
import type { AwsExports, AwsFoundationPlan } from '../../cloud/aws/foundation';
import type { Element } from '../pulumi-element';
import { renderLoadBalancer, type RenderedLoadBalancer } from './load-balancer';
import { kebabCase } from './name';
import { renderNetwork, type Network } from './network';
import type { Parts } from './parts';
import { attach, makeRole } from './role';
import { renderSecurityGroup, type FoundationGroups } from './security-group';

/** Pulumi resources created for the foundation. */
export interface RenderedFoundation extends RenderedLoadBalancer {
  /** The network: looked up, given or created. */
  readonly network: Network;
  readonly securityGroups: FoundationGroups;
  readonly cluster: Cluster;
  /** The execution role, which every service shares. Grant permissions for code to a service's own task role. */
  readonly executionRole: Role;
  /** The policy attachment that the execution role depends on. */
  readonly executionPolicy: Resource;
}

type Tags = Record<string, string> | undefined;

export function renderFoundation(
  parent: Element,
  plan: AwsFoundationPlan,
  parts: Parts,
  tags: Tags,
): RenderedFoundation {
  const network = renderNetwork(parent, plan.network, parts, tags);
  const { loadBalancer: balancerGroup } = plan.securityGroups;
  const securityGroups = {
    loadBalancer: renderSecurityGroup(parent, 'load-balancer-security-group', balancerGroup, network.vpcId, tags),
  };
  const foundation: RenderedFoundation = {
    network,
    securityGroups,
    cluster: new Cluster(`${parent.prefix}-cluster`, { tags }, { parent }),
    ...renderLoadBalancer(parent, plan, network, securityGroups, tags),
    ...renderExecutionRole(parent, plan, parts, tags),
  };
  provideParts(foundation, parts);
  renderExports(parent, plan.exports, parts, tags);
  return foundation;
}

function renderExecutionRole(
  parent: Element,
  { names, executionRole: { trusts, managedPolicy } }: AwsFoundationPlan,
  parts: Parts,
  tags: Tags,
): Pick<RenderedFoundation, 'executionRole' | 'executionPolicy'> {
  const name = `${parent.prefix}-execution-role`;
  const executionRole = makeRole(parent, name, names.executionRole, { trusts }, parts, tags);
  return {
    executionRole,
    executionPolicy: attach(parent, `${parent.prefix}-execution-policy`, executionRole, managedPolicy, parts),
  };
}

function provideParts(foundation: RenderedFoundation, parts: Parts): void {
  const { cluster, loadBalancer, listener, executionRole, securityGroups } = foundation;
  parts.provide('foundation', 'cluster', { arn: cluster.arn, name: cluster.name });
  parts.provide('foundation', 'loadBalancer', {
    arn: loadBalancer.arn,
    dnsName: loadBalancer.dnsName,
    fullName: loadBalancer.arnSuffix,
  });
  parts.provide('foundation', 'listener', { arn: listener.arn });
  parts.provide('foundation', 'executionRole', { arn: executionRole.arn });
  parts.provide('foundation', 'loadBalancerSecurityGroup', { id: securityGroups.loadBalancer.group.id });
}

function renderExports(parent: Element, { path, values }: AwsExports, parts: Parts, tags: Tags): void {
  for (const [key, value] of Object.entries(parts.texts(values))) {
    new Parameter(
      `${parent.prefix}-export-${kebabCase(key)}`,
      // Nothing here is secret: a preview shows the foundation's exports.
      { name: `${path}${key}`, type: 'String', insecureValue: value, tags },
      { parent },
    );
  }
}
