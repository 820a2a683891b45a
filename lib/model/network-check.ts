import type { ResolvedArchitecture } from './architecture';
import { existingOnAwsIn, type ExistingOnAws } from './network';
import type { Finding, Path } from './problem';

/** Checks the parts of the foundation's network against each other. */
export function checkNetwork({ foundation }: ResolvedArchitecture): Finding[] {
  const network = foundation?.network;
  if (typeof network !== 'object') return [];
  const path = ['foundation', 'network', 'existing'];
  const onAws = existingOnAwsIn(network);
  return [...(onAws ? checkSubnets(onAws, [...path, 'aws']) : []), ...checkProjects(network.existing.gcp, path)];
}

/** A subnet belongs to the zone at the same place of the list. */
function checkSubnets({ publicSubnetIds, privateSubnetIds = [], availabilityZones }: ExistingOnAws, path: Path) {
  const zones = availabilityZones.length;
  const lists = { publicSubnetIds, privateSubnetIds, availabilityZones };
  const seen = new Set<string>();
  return Object.entries(lists).flatMap(([field, list]): Finding[] => [
    ...(list.length > 0 && list.length !== zones
      ? [
          {
            path: [...path, field],
            message: `must have one subnet for each of the ${zones} availabilityZones, got ${list.length}`,
          },
        ]
      : []),
    ...list.flatMap((value, index): Finding[] => {
      const isTwice = seen.has(value);
      seen.add(value);
      return isTwice ? [{ path: [...path, field, index], message: `${value} is listed twice` }] : [];
    }),
  ]);
}

/** A subnetwork belongs to its network's project, which a plain name leaves out. */
function checkProjects(onGcp: { network: string; subnetwork: string } | undefined, path: Path): Finding[] {
  if (!onGcp) return [];
  const [network, subnetwork] = [onGcp.network, onGcp.subnetwork].map((name) => name.split('/')[1]);
  if (network === subnetwork) return [];
  return [
    {
      path: [...path, 'gcp', 'subnetwork'],
      message: `must be in the project of the network, ${network ?? 'which is the own one'}, got ${onGcp.subnetwork}`,
      hint:
        network === undefined
          ? 'write the network as projects/<project>/global/networks/<name>, too'
          : `write projects/${network}/regions/<region>/subnetworks/<name>`,
    },
  ];
}
