import { addressesIn } from '../../model/cidr';
import type { ResolvedArchitecture } from '../../model/architecture';
import { mostWorkersOf } from '../../model/cold-start';
import { existingOnGcpIn, isNetworkUsed, ownNetworkIn } from '../../model/network';
import type { Finding } from '../../model/problem';
import { subnetworkRange } from './network';

/** Google Cloud's limits that the foundation's network exceeds, and warnings. */
export function networkProblems(architecture: ResolvedArchitecture): Finding[] {
  const network = architecture.foundation?.network;
  if (typeof network !== 'object' || !isNetworkUsed(architecture)) return [];
  if ('cidr' in network) return fullSubnetwork(architecture);
  if (existingOnGcpIn(network)) return [];
  return [
    {
      path: ['foundation', 'network', 'existing'],
      message: 'must name the network on gcp, got none',
      hint: 'write existing: {gcp: {network, subnetwork}}, or remove the Google Cloud targets from `targets`',
    },
  ];
}

/** The addresses of each subnetwork that Google keeps for itself: https://cloud.google.com/vpc/docs/subnets#unusable-ip-addresses-in-every-subnet */
const reserved = 4;

/** An instance may hold two addresses: https://cloud.google.com/run/docs/configuring/vpc-direct-vpc */
function fullSubnetwork({ foundation, functions, services }: ResolvedArchitecture): Finding[] {
  const own = ownNetworkIn(foundation?.network)!;
  const free = addressesIn(subnetworkRange(own.cidr)) - reserved;
  const inNetwork = [functions, services].flatMap((elements) =>
    Object.values(elements).filter(({ network }) => network === 'foundation'),
  );
  const instances = inNetwork.reduce((sum, { coldStart }) => sum + (mostWorkersOf(coldStart) ?? 0), 0);
  if (2 * instances <= free) return [];
  return [
    {
      path: ['foundation', 'network', 'cidr'],
      message: `must have ${2 * instances} addresses in its subnetwork on gcp, for ${instances} instances, got ${free}`,
      hint: 'use a larger range, or fewer instances',
    },
  ];
}
