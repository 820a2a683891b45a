import type { ResolvedArchitecture } from '../../model/architecture';
import { addressesIn, blockOf } from '../../model/cidr';
import { existingOnGcpIn, isNetworkUsed, ownNetworkIn } from '../../model/network';
import { physicalName, type Naming } from '../name';
import { part, type PlanText } from '../part';
import { limits } from './name';
import { planServices, services, type GcpServicePlan } from './services';

/** A network that the foundation creates, in one region. */
export interface GcpNetworkPlan {
  /** The name of the network, and of everything in it. */
  readonly name: string;
  readonly routing: 'REGIONAL';
  /** Creates a subnetwork in every region. */
  readonly autoSubnetworks: boolean;
  readonly subnetwork: {
    readonly cidr: string;
    /** Reaches Google's APIs without public addresses. */
    readonly privateGoogleAccess: boolean;
    /** Flow logs, as the CIS benchmark for Google Cloud recommends them. */
    readonly logs: { readonly interval: 'INTERVAL_5_SEC'; readonly sampling: number; readonly metadata: string };
  };
  /** The way to the internet; absent: there is none. */
  readonly nat?: { readonly addresses: 'AUTO_ONLY'; readonly ranges: 'ALL_SUBNETWORKS_ALL_IP_RANGES' };
  readonly needs: readonly string[];
}

/** A Serverless VPC Access connector, for engines without Direct VPC egress of functions. */
export interface GcpConnectorPlan {
  readonly name: string;
  readonly network: PlanText;
  /** A range of /28, in which nothing else is. */
  readonly cidr: string;
  /** The virtual machines of the connector, which are billed while nothing uses them. */
  readonly instances: { readonly min: number; readonly max: number };
  readonly machine: string;
  /** Its API. An engine without a connector leaves it out. */
  readonly service: GcpServicePlan;
}

/** The network of an element: its own interface there, and the traffic that goes through it. */
export interface GcpNetworkUse {
  readonly network: PlanText;
  readonly subnetwork: PlanText;
  readonly egress: 'ALL_TRAFFIC' | 'PRIVATE_RANGES_ONLY';
}

/** Plans the network that the foundation creates; undefined: it uses another one, or no element uses it. */
export function planNetwork(architecture: ResolvedArchitecture, naming: Naming): GcpNetworkPlan | undefined {
  const own = ownNetworkIn(architecture.foundation?.network);
  if (!own || !isNetworkUsed(architecture)) return undefined;
  return {
    name: physicalName(naming, 'foundation', limits.compute),
    routing: 'REGIONAL',
    autoSubnetworks: false,
    subnetwork: {
      cidr: subnetworkRange(own.cidr),
      privateGoogleAccess: true,
      logs: { interval: 'INTERVAL_5_SEC', sampling: 1, metadata: 'INCLUDE_ALL_METADATA' },
    },
    ...(own.natGateways > 0 && {
      nat: { addresses: 'AUTO_ONLY' as const, ranges: 'ALL_SUBNETWORKS_ALL_IP_RANGES' as const },
    }),
    needs: [services.compute],
  };
}

/** The first half of the range: the rest is for what needs a range of its own. */
export const subnetworkRange = (cidr: string): string => blockOf(cidr, 1, 0);

/** The last /28 of a range. */
const lastRange = (cidr: string): string => {
  const blocks = addressesIn(cidr) / 16;
  return blockOf(cidr, Math.log2(blocks), blocks - 1);
};

/** A range beside those of default networks: https://cloud.google.com/run/docs/configuring/connecting-vpc */
const besideDefault = '10.8.0.0/28';

/** Plans the connector that functions need on some engines; undefined: none does, or it can't be made. */
export function planConnector(architecture: ResolvedArchitecture, naming: Naming): GcpConnectorPlan | undefined {
  const { foundation, functions } = architecture;
  const network = foundation?.network;
  const isNeeded = isNetworkUsed({ functions, services: {} });
  if (!isNeeded || existingOnGcpIn(network)) return undefined;
  const own = ownNetworkIn(network);
  const [service] = planServices([services.connectors]).slice(-1);
  return {
    name: physicalName(naming, 'foundation', limits.connector),
    network: planNetworkUse(architecture).network,
    cidr: own ? lastRange(own.cidr) : besideDefault,
    instances: { min: 2, max: 3 },
    machine: 'e2-micro',
    service: service!,
  };
}

/** The way of an element into the network. Only a network of our own has a way to the internet for certain. */
export function planNetworkUse({ foundation }: ResolvedArchitecture): GcpNetworkUse {
  const network = foundation?.network;
  if (ownNetworkIn(network))
    return {
      network: [part('foundation', 'network', 'name')],
      subnetwork: [part('foundation', 'subnetwork', 'name')],
      egress: 'ALL_TRAFFIC',
    };
  const { network: name, subnetwork } = existingOnGcpIn(network) ?? { network: 'default', subnetwork: 'default' };
  return { network: [name], subnetwork: [subnetwork], egress: 'PRIVATE_RANGES_ONLY' };
}

/** The Google APIs that an element in a network needs. */
export const networkServices = [services.compute];
