import { Cluster } from 'aws-cdk-lib/aws-ecs';
import type { Role } from 'aws-cdk-lib/aws-iam';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import type { AwsExports, AwsFoundationPlan } from '../../cloud/aws/foundation';
import { pascalCase } from '../../model/name';
import { renderLoadBalancer, type RenderedLoadBalancer } from './load-balancer';
import { renderNetwork, type Network } from './network';
import type { Parts } from './parts';
import { renderRole } from './role';
import { renderSecurityGroup, type FoundationGroups } from './security-group';

/** CDK constructs created for the foundation. */
export interface RenderedFoundation extends RenderedLoadBalancer {
  /** The network: looked up, given or created. */
  readonly network: Network;
  readonly securityGroups: FoundationGroups;
  readonly cluster: Cluster;
  /** The execution role, which every service shares. Grant permissions for code to a service's own task role. */
  readonly executionRole: Role;
}

export function renderFoundation(scope: Construct, plan: AwsFoundationPlan, parts: Parts): RenderedFoundation {
  const network = renderNetwork(scope, plan.network, parts);
  const { vpc } = network;
  const { loadBalancer: balancerGroup } = plan.securityGroups;
  const securityGroups = {
    loadBalancer: renderSecurityGroup(scope, 'LoadBalancerSecurityGroup', balancerGroup, vpc),
  };
  const foundation: RenderedFoundation = {
    network,
    securityGroups,
    cluster: new Cluster(scope, 'Cluster', { vpc }),
    ...renderLoadBalancer(scope, plan, network, securityGroups),
    executionRole: renderRole(scope, 'ExecutionRole', { ...plan.executionRole, statements: [] }, parts),
  };
  provideParts(foundation, parts);
  renderExports(scope, plan.exports, parts);
  return foundation;
}

function provideParts(foundation: RenderedFoundation, parts: Parts): void {
  const { cluster, loadBalancer, listener, executionRole, securityGroups } = foundation;
  parts.provide('foundation', 'cluster', { arn: cluster.clusterArn, name: cluster.clusterName });
  parts.provide('foundation', 'loadBalancer', {
    arn: loadBalancer.loadBalancerArn,
    dnsName: loadBalancer.loadBalancerDnsName,
    fullName: loadBalancer.loadBalancerFullName,
  });
  parts.provide('foundation', 'listener', { arn: listener.listenerArn });
  parts.provide('foundation', 'executionRole', { arn: executionRole.roleArn });
  parts.provide('foundation', 'loadBalancerSecurityGroup', { id: securityGroups.loadBalancer.securityGroupId });
}

function renderExports(scope: Construct, { path, values }: AwsExports, parts: Parts): void {
  for (const [key, value] of Object.entries(parts.texts(values))) {
    new StringParameter(scope, `Export${pascalCase(key)}`, { parameterName: `${path}${key}`, stringValue: value });
  }
}
