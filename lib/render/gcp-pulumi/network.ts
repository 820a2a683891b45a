import { Network, Router, RouterNat, Subnetwork } from '@pulumi/gcp/compute';
import type { GcpNetworkPlan } from '../../cloud/gcp/network';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';
import type { Where } from './where';

/** Pulumi resources created for a network of the foundation's own. */
export interface RenderedNetwork {
  readonly network: Network;
  readonly subnetwork: Subnetwork;
  /** The way to the internet; undefined if there is none. */
  readonly nat?: RouterNat;
}

export function renderNetwork(parent: Element, plan: GcpNetworkPlan, parts: Parts, where: Where): RenderedNetwork {
  const { name, subnetwork: subnet } = plan;
  const { region } = where;
  const network = new Network(
    `${parent.prefix}-network`,
    { name, autoCreateSubnetworks: plan.autoSubnetworks, routingMode: plan.routing },
    { parent, dependsOn: parts.needs(plan.needs) },
  );
  const subnetwork = new Subnetwork(
    `${parent.prefix}-subnetwork`,
    {
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
    },
    { parent },
  );
  parts.provide('foundation', 'network', { name: network.name });
  parts.provide('foundation', 'subnetwork', { name: subnetwork.name });
  if (!plan.nat) return { network, subnetwork };
  const router = new Router(`${parent.prefix}-router`, { name, region, network: network.id }, { parent });
  const nat = new RouterNat(
    `${parent.prefix}-nat`,
    {
      name,
      region,
      router: router.name,
      natIpAllocateOption: plan.nat.addresses,
      sourceSubnetworkIpRangesToNat: plan.nat.ranges,
    },
    { parent },
  );
  parts.way(nat);
  return { network, subnetwork, nat };
}
