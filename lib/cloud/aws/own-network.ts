import { blockOf } from '../../model/cidr';
import type { OwnNetwork } from '../../model/network';
import { physicalName, type Naming } from '../name';
import { part, place, type PlanText } from '../part';
import type { AwsStatement } from './grant';
import { limits } from './name';
import { flowLogs, type AwsTrust } from './trust';

/** A network that the foundation creates. */
export interface AwsOwnNetworkPlan {
  readonly kind: 'own';
  readonly cidr: string;
  /** Lets what is in the network resolve names, and gives public addresses names. */
  readonly dns: { readonly support: boolean; readonly hostnames: boolean };
  readonly zones: readonly AwsZonePlan[];
  /** The range of all addresses outside of the network. */
  readonly everywhere: string;
  /** The services that subnets reach without the internet, through gateways that cost nothing. */
  readonly endpoints: readonly AwsGatewayEndpointPlan[];
  readonly flowLogs: AwsFlowLogPlan;
}

/** One availability zone, by its place in the region's list. */
export interface AwsZonePlan {
  readonly index: number;
  readonly publicCidr: string;
  readonly privateCidr: string;
  /** True if its public subnet has a NAT gateway. */
  readonly hasNatGateway: boolean;
  /** The zone of the NAT gateway that its private subnet uses; absent: it has no way to the internet. */
  readonly natGateway?: number;
  /** Gives network interfaces in public subnets public addresses that they don't ask for. */
  readonly mapPublicIps: boolean;
}

/** A gateway endpoint: https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html */
export interface AwsGatewayEndpointPlan {
  readonly name: 'dynamodb' | 's3';
  readonly service: PlanText;
  readonly type: 'Gateway';
}

/** The records of the network's traffic, as the control EC2.6 of AWS Security Hub requires them. */
export interface AwsFlowLogPlan {
  readonly retentionDays: number;
  readonly traffic: 'ALL';
  readonly aggregationSeconds: number;
  readonly role: { readonly name: string; readonly trusts: AwsTrust; readonly statements: readonly AwsStatement[] };
}

/** A subnet is one of the eight blocks of the network: the first four are private, the others public. */
const bits = 3;
const firstPublic = 4;

/** Plans the network. A zone's blocks depend only on its index, so that another zone changes no subnet. */
export function planOwnNetwork({ cidr, zones, natGateways }: OwnNetwork, naming: Naming): AwsOwnNetworkPlan {
  return {
    kind: 'own',
    cidr,
    dns: { support: true, hostnames: true },
    zones: Array.from({ length: zones }, (_, index) => ({
      index,
      publicCidr: blockOf(cidr, bits, firstPublic + index),
      privateCidr: blockOf(cidr, bits, index),
      hasNatGateway: index < natGateways,
      ...(natGateways > 0 && { natGateway: index % natGateways }),
      mapPublicIps: false,
    })),
    everywhere: '0.0.0.0/0',
    endpoints: (['dynamodb', 's3'] as const).map((name) => ({
      name,
      service: ['com.amazonaws.', place('region'), `.${name}`],
      type: 'Gateway',
    })),
    flowLogs: {
      retentionDays: 30,
      traffic: 'ALL',
      aggregationSeconds: 600,
      role: {
        name: physicalName(naming, 'foundation', limits.role, 'flow-logs-role'),
        trusts: flowLogs,
        statements: [writeFlowLogs],
      },
    },
  };
}

/**
 * Lists and writes streams of a log group that exists, as the role of CDK's `FlowLog` does. AWS's page also has actions
 * on groups: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
 */
const writeFlowLogs: AwsStatement = {
  sid: 'WriteFlowLogs',
  actions: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
  resources: [[part('foundation', 'flowLogs', 'streams')]],
};
