import { ComputeNetwork } from '@cdktf/provider-google/lib/compute-network';
import { ComputeRouter } from '@cdktf/provider-google/lib/compute-router';
import { ComputeRouterNat } from '@cdktf/provider-google/lib/compute-router-nat';
import { ComputeSubnetwork } from '@cdktf/provider-google/lib/compute-subnetwork';
import { VpcAccessConnector } from '@cdktf/provider-google/lib/vpc-access-connector';
import type { Construct } from 'constructs';
import type { GcpConnectorPlan, GcpNetworkPlan } from '../../cloud/gcp/network';
import type { Parts } from './parts';
import type { Where } from './where';

/** CDKTF constructs created for a network of the foundation's own. */
export interface RenderedNetwork {
  readonly network: ComputeNetwork;
  readonly subnetwork: ComputeSubnetwork;
  /** The way to the internet; undefined if there is none. */
  readonly nat?: ComputeRouterNat;
}

export function renderNetwork(scope: Construct, plan: GcpNetworkPlan, parts: Parts, where: Where): RenderedNetwork {
  const { name, subnetwork: subnet } = plan;
  const { region } = where;
  const network = new ComputeNetwork(scope, 'Network', {
    name,
    autoCreateSubnetworks: plan.autoSubnetworks,
    routingMode: plan.routing,
    dependsOn: parts.needs(plan.needs),
  });
  const subnetwork = new ComputeSubnetwork(scope, 'Subnetwork', {
    name,
    region,
    network: network.id,
    ipCidrRange: subnet.cidr,
    privateIpGoogleAccess: subnet.privateGoogleAccess,
    logConfig: {
      aggregationInterval: subnet.logs.interval,
      flowSampling: subnet.logs.sampling,
      metadata: subnet.logs.metadata,
    },
  });
  parts.provide('foundation', 'network', { name: network.name });
  parts.provide('foundation', 'subnetwork', { name: subnetwork.name });
  if (!plan.nat) return { network, subnetwork };
  const router = new ComputeRouter(scope, 'Router', { name, region, network: network.id });
  const nat = new ComputeRouterNat(scope, 'Nat', {
    name,
    region,
    router: router.name,
    natIpAllocateOption: plan.nat.addresses,
    sourceSubnetworkIpRangesToNat: plan.nat.ranges,
  });
  parts.way(nat);
  return { network, subnetwork, nat };
}

/** Creates the connector of functions: Google's provider for CDKTF has no Direct VPC egress of functions. */
export function renderConnector(
  scope: Construct,
  plan: GcpConnectorPlan,
  parts: Parts,
  { region }: Where,
): VpcAccessConnector {
  const connector = new VpcAccessConnector(scope, 'Connector', {
    name: plan.name,
    region,
    network: parts.text(plan.network),
    ipCidrRange: plan.cidr,
    machineType: plan.machine,
    minInstances: plan.instances.min,
    maxInstances: plan.instances.max,
    dependsOn: parts.needs([plan.service.name]),
  });
  parts.provide('foundation', 'connector', { id: connector.id });
  return connector;
}
