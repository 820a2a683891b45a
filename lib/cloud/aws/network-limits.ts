import { addressesIn } from '../../model/cidr';
import { mostWorkersOf } from '../../model/cold-start';
import type { ResolvedArchitecture } from '../../model/architecture';
import { existingOnAwsIn, ownNetworkIn, type OwnNetwork } from '../../model/network';
import { elementId } from '../../model/name';
import type { Finding } from '../../model/problem';
import { othersToo } from '../others';
import { planOwnNetwork } from './own-network';

/** AWS's limits that the foundation's network exceeds, and warnings. */
export function networkProblems(architecture: ResolvedArchitecture): Finding[] {
  const network = architecture.foundation?.network;
  const own = ownNetworkIn(network);
  const cutOff = functionsCutOff(architecture);
  if (own) return [...cutOff, ...withoutWayOut(own, architecture), ...fullSubnets(own, architecture)];
  if (typeof network !== 'object' || existingOnAwsIn(network)) return cutOff;
  return [
    {
      path: ['foundation', 'network', 'existing'],
      message: 'must name the network on aws, got none',
      hint:
        'write existing: {aws: {vpcId, publicSubnetIds, privateSubnetIds, availabilityZones}}, or remove the AWS ' +
        'targets from `targets`',
    },
  ];
}

/**
 * Warns of functions that don't reach the internet: they have no public addresses, so that a public subnet is no
 * way out. https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html
 */
function functionsCutOff({ foundation, functions }: ResolvedArchitecture): Finding[] {
  const [first, ...others] = Object.keys(functions).filter((name) => functions[name]!.network === 'foundation');
  const network = foundation?.network;
  const own = ownNetworkIn(network);
  const isOpen = own ? own.natGateways > 0 : existingOnAwsIn(network)?.privateSubnetIds !== undefined;
  if (first === undefined || isOpen) return [];
  return [
    {
      severity: 'warning',
      path: ['functions', first, 'network'],
      message:
        `cuts the function off from the internet and the APIs of AWS on aws${own ? ' except S3 and DynamoDB' : ''}` +
        othersToo(others.map((name) => elementId('functions', name))),
      hint: own
        ? 'set foundation.network.natGateways to 1 or more, or leave out `network` if nothing there is private'
        : 'use a network with private subnets and a NAT gateway: foundation.network: {cidr: 10.0.0.0/16}',
    },
  ];
}

/** A task that can't reach the registry never starts: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html */
function withoutWayOut({ natGateways }: OwnNetwork, { services }: ResolvedArchitecture): Finding[] {
  const [service] = Object.keys(services);
  if (natGateways > 0 || service === undefined) return [];
  return [
    {
      path: ['foundation', 'network', 'natGateways'],
      message: `must be 1 or more on aws for services.${service}, got 0`,
      hint: 'services run in the private subnets, and pull their images through a NAT gateway',
    },
  ];
}

/** The addresses of each subnet that AWS keeps for itself: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
const reserved = 5;

/** A deployment runs new tasks beside the old ones, each with an address of its own. */
function fullSubnets(own: OwnNetwork, { name, services }: ResolvedArchitecture): Finding[] {
  const { zones } = planOwnNetwork(own, { architecture: name });
  const free = zones.reduce((sum, { privateCidr }) => sum + addressesIn(privateCidr) - reserved, 0);
  const tasks = Object.values(services).reduce((sum, { coldStart }) => sum + (mostWorkersOf(coldStart) ?? 0), 0);
  if (2 * tasks <= free) return [];
  return [
    {
      path: ['foundation', 'network', 'cidr'],
      message: `must have ${2 * tasks} addresses in its private subnets on aws, for ${tasks} tasks during a deployment, got ${Math.max(free, 0)}`,
      hint: 'use a larger range, more zones, or fewer tasks',
    },
  ];
}
