import type { ResolvedNetwork } from '../model/network';
import type { NamedBy } from './name';
import { expectNetworkExports } from './network';

/** The keys of version 1: tenants read them. */
const awsExports: Readonly<Record<string, string>> = {
  clusterArn: 'cluster.arn',
  clusterName: 'cluster.name',
  executionRoleArn: 'executionRole.arn',
  listenerArn: 'listener.arn',
  loadBalancerArn: 'loadBalancer.arn',
  loadBalancerDnsName: 'loadBalancer.dnsName',
  loadBalancerSecurityGroupId: 'loadBalancerSecurityGroup.id',
  publicSubnetIds: 'network.publicSubnetIds',
  vpcId: 'network.vpcId',
};

/** The parameters that tenants read on AWS, by name; each is an attribute of a part of the foundation. */
export function expectAwsExported(
  network: ResolvedNetwork | undefined,
  { architecture, env }: NamedBy,
): Record<string, string> {
  const path = `/triptych/${architecture}/${env ?? 'dev'}/ground/v1/`;
  const all = { ...awsExports, ...expectNetworkExports(network) };
  return Object.fromEntries(Object.entries(all).map(([key, what]) => [path + key, what]));
}
