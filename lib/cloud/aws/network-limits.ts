import type { ResolvedArchitecture } from '../../model/architecture';
import { existingOnAwsIn } from '../../model/network';
import type { Finding } from '../../model/problem';

/** AWS's limits that the foundation's network exceeds, and warnings. */
export function networkProblems({ foundation }: ResolvedArchitecture): Finding[] {
  const network = foundation?.network;
  if (typeof network !== 'object' || existingOnAwsIn(network)) return [];
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
