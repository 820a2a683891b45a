import type { AwsFunctionFact } from '../../facts/function';
import { expectStackName } from '../../facts/name';
import { splitElementId, type ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import type { Permissions } from '../aws/grant';
import { privateSubnetsIn } from '../aws/network';
import { to, type Resource } from '../resource';
import { dialect } from './dialect';
import { groundIn, networkOf } from './ground';
import { readSecurityGroup } from './security-group';

/** Reads the function's place in the foundation's network, which its role has to allow, and which admits nothing. */
export function readJoined(
  id: ElementId,
  handler: Resource,
  { joins }: Permissions,
  artefact: Artefact,
): AwsFunctionFact['network'] | undefined {
  const group = artefact.part(id, 'aws:ec2/securityGroup:SecurityGroup');
  if (!group) return joins ? undefined : 'none';
  const { vpc, subnets } = networkOf(groundIn(artefact));
  const description = `function ${splitElementId(id).name} of ${expectStackName(artefact.stamp)}`;
  const inbound = readSecurityGroup(group, description, vpc, artefact);
  const isInSubnets = handler.fixed(['inputs', 'vpcConfig'], {
    subnetIds: privateSubnetsIn(dialect, artefact) ?? subnets,
    securityGroupIds: [to(group, 'id')],
  });
  return joins && isInSubnets && inbound?.length === 0 ? 'foundation' : undefined;
}
