import type { ResolvedArchitecture } from '../../model/architecture';
import { physicalName, stackName, type Naming } from '../name';
import { part, type PlanText } from '../part';
import { inboundOf, planListeners, type AwsListenersPlan } from './listener';
import { planLoadBalancer, type AwsLoadBalancerPlan } from './load-balancer';
import { limits } from './name';
import { exportedOf, planNetwork, type AwsNetworkPlan } from './network';
import { ecsTasks, type AwsTrust } from './trust';
import { everythingOut, type AwsSecurityGroupPlan, type FoundationGroup } from './security-group';

/** The foundation on AWS, which services and routes share: created once and exported, with every decision made. */
export interface AwsFoundationPlan {
  readonly network: AwsNetworkPlan;
  /** Names for engines that make none within the limits. */
  readonly names: { readonly loadBalancer: string; readonly executionRole: string };
  readonly securityGroups: Readonly<Record<FoundationGroup, AwsSecurityGroupPlan>>;
  readonly loadBalancer: AwsLoadBalancerPlan;
  readonly listeners: AwsListenersPlan;
  /** The execution role, with which ECS pulls images and writes logs. */
  readonly executionRole: { readonly trusts: AwsTrust; readonly managedPolicy: string };
  readonly exports: AwsExports;
}

/** The values that tenants read. */
export interface AwsExports {
  /** A parameter's name is this and a key. */
  readonly path: string;
  readonly values: Readonly<Record<string, PlanText>>;
}

/** The version of the exported keys: a tenant reads the version that it supports. */
const exportVersion = 'v1';

/** The managed policy that lets ECS pull images and write logs. */
export const executionPolicy = 'service-role/AmazonECSTaskExecutionRolePolicy';

export function planFoundation(architecture: ResolvedArchitecture, naming: Naming): AwsFoundationPlan | undefined {
  const { foundation, name } = architecture;
  if (!foundation) return undefined;
  const network = planNetwork(foundation.network, naming);
  return {
    network,
    names: {
      loadBalancer: loadBalancerName(naming),
      executionRole: physicalName(naming, 'foundation', limits.role, 'role'),
    },
    securityGroups: {
      loadBalancer: {
        description: `load balancer of ${stackName(naming)}`,
        inbound: inboundOf(foundation.ingress),
        outbound: everythingOut,
      },
    },
    loadBalancer: planLoadBalancer(foundation.loadBalancer),
    listeners: planListeners(foundation.ingress),
    executionRole: {
      trusts: ecsTasks,
      managedPolicy: executionPolicy,
    },
    exports: {
      path: `/triptych/${name}/${naming.env ?? 'dev'}/ground/${exportVersion}/`,
      values: inOrder({ ...exported, ...exportedOf(foundation.network) }),
    },
  };
}

/** A load balancer's name can't begin with `internal-`, an architecture's can. */
const loadBalancerName = (naming: Naming): string =>
  physicalName(naming, 'foundation', limits.loadBalancer).replace(/^internal-/, 'internal');

const exported: Readonly<Record<string, PlanText>> = {
  clusterArn: [part('foundation', 'cluster', 'arn')],
  clusterName: [part('foundation', 'cluster', 'name')],
  executionRoleArn: [part('foundation', 'executionRole', 'arn')],
  listenerArn: [part('foundation', 'listener', 'arn')],
  loadBalancerArn: [part('foundation', 'loadBalancer', 'arn')],
  loadBalancerDnsName: [part('foundation', 'loadBalancer', 'dnsName')],
  loadBalancerSecurityGroupId: [part('foundation', 'loadBalancerSecurityGroup', 'id')],
};

const inOrder = (values: Readonly<Record<string, PlanText>>): Record<string, PlanText> =>
  Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
