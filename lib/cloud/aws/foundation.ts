import type { ResolvedArchitecture } from '../../model/architecture';
import { physicalName, type Naming } from '../name';
import { part, type PlanText } from '../part';

/** The ground on AWS: what services and routes stand on, made once and exported. */
export interface AwsFoundationPlan {
  /** The account's default network, read back. */
  readonly network: 'default';
  /** Names for engines that make none within the limits. */
  readonly names: { readonly loadBalancer: string; readonly executionRole: string };
  readonly loadBalancer: {
    /** Address ranges that reach it. */
    readonly allow: readonly string[];
    readonly port: number;
    /** What a request meets for which no service has a rule. */
    readonly otherwise: { readonly status: '404'; readonly contentType: 'text/plain'; readonly body: string };
  };
  readonly executionRole: { readonly trusts: string; readonly managedPolicy: string };
  /** Where services that are reached from inside find names. */
  readonly namespace: string;
  /** What tenants read, by the last word of its parameter's name. */
  readonly exports: Readonly<Record<string, PlanText>>;
  /** Where the exports lie: a parameter's name is this and a key. */
  readonly exportPath: string;
}

/** The version of the exported keys: a tenant reads the one it knows. */
const groundVersion = 'v1';

const nameLimits = { loadBalancer: 32, role: 64 };

export function planFoundation(architecture: ResolvedArchitecture, naming: Naming): AwsFoundationPlan | undefined {
  const { foundation, name } = architecture;
  if (!foundation) return undefined;
  return {
    network: 'default',
    names: {
      loadBalancer: physicalName(naming, 'foundation', nameLimits.loadBalancer),
      executionRole: physicalName(naming, 'foundation', nameLimits.role, 'role'),
    },
    loadBalancer: {
      allow: [...foundation.ingress.allow].sort(),
      port: 80,
      otherwise: { status: '404', contentType: 'text/plain', body: 'no service answers here' },
    },
    executionRole: {
      trusts: 'ecs-tasks.amazonaws.com',
      managedPolicy: 'service-role/AmazonECSTaskExecutionRolePolicy',
    },
    namespace: `${name}.internal`,
    exports: {
      clusterArn: [part('foundation', 'cluster', 'arn')],
      clusterName: [part('foundation', 'cluster', 'name')],
      executionRoleArn: [part('foundation', 'executionRole', 'arn')],
      listenerArn: [part('foundation', 'listener', 'arn')],
      loadBalancerArn: [part('foundation', 'loadBalancer', 'arn')],
      loadBalancerDnsName: [part('foundation', 'loadBalancer', 'dnsName')],
      loadBalancerSecurityGroupId: [part('foundation', 'loadBalancerSecurityGroup', 'id')],
      namespaceId: [part('foundation', 'namespace', 'id')],
      namespaceName: [`${name}.internal`],
      publicSubnetIds: [part('foundation', 'network', 'publicSubnetIds')],
      vpcId: [part('foundation', 'network', 'vpcId')],
      vpcLinkId: [part('foundation', 'vpcLink', 'id')],
      vpcLinkSecurityGroupId: [part('foundation', 'vpcLinkSecurityGroup', 'id')],
    },
    exportPath: `/triptych/${name}/${naming.env ?? 'dev'}/ground/${groundVersion}/`,
  };
}
