import type { ResolvedArchitecture } from './architecture';
import { firstRange } from './cidr';
import { existingOnAwsIn, type ExistingOnAws, type OwnNetwork } from './network';
import type { Finding, Path } from './problem';

/** Checks the parts of the foundation's network against each other. */
export function checkNetwork({ foundation, functions, services }: ResolvedArchitecture): Finding[] {
  if (!foundation)
    return Object.entries({ functions, services }).flatMap(([kind, elements]) =>
      Object.entries<{ network: string }>(elements).flatMap(([name, spec]) => withoutFoundation([kind, name], spec)),
    );
  const { network } = foundation;
  if (typeof network !== 'object') return [];
  if ('cidr' in network) return checkOwn(network);
  const path = ['foundation', 'network', 'existing'];
  const onAws = existingOnAwsIn(network);
  return [...(onAws ? checkSubnets(onAws, [...path, 'aws']) : []), ...checkProjects(network.existing.gcp, path)];
}

const withoutFoundation = (path: Path, { network }: { network: string }): Finding[] =>
  network === 'none'
    ? []
    : [
        {
          path: [...path, 'network'],
          message: 'requires a foundation, which has the network',
          hint: 'add `foundation: {}`, or name its network there',
        },
      ];

/** The largest network on AWS, and the smallest one whose subnets have room for a load balancer, by their prefix lengths. */
const prefixes = { least: 16, most: 24 };

function checkOwn({ cidr, zones, natGateways }: OwnNetwork): Finding[] {
  const path = ['foundation', 'network'];
  const prefix = Number(cidr.split('/')[1]);
  const first = firstRange(cidr);
  return [
    ...(prefix < prefixes.least || prefix > prefixes.most
      ? [
          {
            path: [...path, 'cidr'],
            message: `must be a range of /${prefixes.least} to /${prefixes.most}, got /${prefix}`,
            hint: 'an eighth of it is a subnet, in which a load balancer needs 8 free addresses',
          },
        ]
      : []),
    ...(first === cidr
      ? []
      : [
          {
            path: [...path, 'cidr'],
            message: `must begin with the first address of its range, got ${cidr}`,
            hint: `write ${first}`,
          },
        ]),
    ...specialUse(cidr),
    ...(natGateways > zones
      ? [
          {
            path: [...path, 'natGateways'],
            message: `must be at most the number of zones (${zones}), got ${natGateways}`,
          },
        ]
      : []),
  ];
}

/**
 * Ranges that no network can have, because systems use them themselves:
 * https://www.rfc-editor.org/rfc/rfc6890, https://cloud.google.com/vpc/docs/subnets#prohibited_ipv4_subnet_ranges
 */
const specialRanges = ['0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '224.0.0.0/4', '199.36.153.0/24'];

function specialUse(cidr: string): Finding[] {
  const [, length] = cidr.split('/');
  const within = specialRanges.find((range) => {
    const [, shorter] = range.split('/');
    const [wide, narrow] = Number(length) < Number(shorter) ? [cidr, range] : [range, cidr];
    const [address] = narrow.split('/');
    return firstRange(`${address}/${wide.split('/')[1]}`) === firstRange(wide);
  });
  if (within === undefined) return [];
  const message = `must not overlap ${within}, which networks can't have, got ${cidr}`;
  return [{ path: ['foundation', 'network', 'cidr'], message, hint: 'use a private range, such as 10.0.0.0/16' }];
}

/** A subnet belongs to the zone at the same place of the list. */
function checkSubnets({ publicSubnetIds, privateSubnetIds = [], availabilityZones }: ExistingOnAws, path: Path) {
  const zones = availabilityZones.length;
  const lists = { publicSubnetIds, privateSubnetIds, availabilityZones };
  const seen = new Set<string>();
  const [region, other] = new Set(availabilityZones.map((zone) => zone.slice(0, -1)));
  const regions =
    other === undefined
      ? []
      : [{ path: [...path, 'availabilityZones'], message: `must be zones of one region, got ${region} and ${other}` }];
  const each = Object.entries(lists).flatMap(([field, list]): Finding[] => [
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
  return [...regions, ...each];
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
