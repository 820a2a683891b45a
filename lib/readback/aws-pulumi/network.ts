import type { AwsNetworkFact } from '../../facts/network';
import type { Artefact } from '../artefact';
import { areOwn, readExistingNetwork } from '../aws/network';
import { ownNetworkIn, readOwnNetwork } from '../aws/own-network';
import type { Pointer } from '../made';
import { equal } from '../resource';
import { dialect } from './dialect';
import { networkOf, pointedAt, type Ground } from './ground';
import { networkDialect } from './own-network';

/**
 * Reads the network: one that exists already, or the default one by the questions to EC2 for the network and for its
 * subnets.
 */
export function readNetwork(ground: Ground, artefact: Artefact): AwsNetworkFact | undefined {
  const { vpc, subnets } = networkOf(ground);
  const own = ownNetworkIn(dialect, artefact);
  if (own) return areOwn(own, vpc, subnets, dialect) ? readOwnNetwork(own, networkDialect, artefact) : undefined;
  const existing = readExistingNetwork(vpc, subnets, dialect, artefact);
  if (existing) return existing;
  const [askedVpc, askedSubnets] = [pointedAt(vpc, artefact), pointedAt(subnets, artefact)];
  const filters = [
    { name: 'vpc-id', values: [vpc] },
    { name: 'default-for-az', values: ['true'] },
  ];
  const isDefault =
    askedVpc?.type === 'aws:ec2/getVpc:getVpc' &&
    askedSubnets?.type === 'aws:ec2/getSubnets:getSubnets' &&
    equal((vpc as Pointer).attribute, 'id') &&
    equal((subnets as Pointer).attribute, 'ids') &&
    askedVpc.fixed(['args'], { default: true }) &&
    askedSubnets.fixed(['args'], { filters });
  return isDefault ? 'default' : undefined;
}
