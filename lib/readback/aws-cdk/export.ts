import type { Artefact } from '../artefact';
import { networkMeanings } from '../aws/network';
import { equal, type Resource } from '../resource';
import { networkOf, type Ground } from './ground';
import { networkDialect } from './own-network';
import { getAtt, ref } from './reference';

/** Reads the exported parameters by name: each is an attribute of a part of the foundation. */
export function readExports(
  artefact: Artefact,
  ground: Ground,
): { values: Record<string, string>; parameters: readonly Resource[] } {
  const parameters = artefact.parts('foundation', 'AWS::SSM::Parameter');
  const meanings = meaningsOf(ground, artefact);
  const values = parameters.map((parameter) => {
    parameter.fixed(['Properties', 'Type'], 'String');
    const name = parameter.string(['Properties', 'Name']);
    const value = parameter.as(
      ['Properties', 'Value'],
      (raw) =>
        meanings.find(([right]) => equal(right, raw))?.[1] ??
        (typeof raw === 'string' && raw !== '' && !isId(raw) ? raw : undefined),
    );
    return [name, value] as const;
  });
  return {
    parameters,
    values: Object.fromEntries(
      values.filter((entry): entry is readonly [string, string] => entry.every((word) => word !== undefined)),
    ),
  };
}

/** A network that was looked up or given is a literal, though it is a part of the foundation. */
const isId = (value: string): boolean => /^(?:vpc|subnet)-/.test(value);

function meaningsOf(ground: Ground, artefact: Artefact): (readonly [raw: unknown, meaning: string])[] {
  const { vpc, subnets } = networkOf(ground);
  const of = (resource: Resource | undefined, name: string, attributes: Readonly<Record<string, string>>) =>
    Object.entries(attributes).flatMap(([attribute, meaning]) =>
      resource
        ? [[attribute === 'Ref' ? ref(resource) : getAtt(resource, attribute), `${name}.${meaning}`] as const]
        : [],
    );
  return [
    ...of(ground.cluster, 'cluster', { Arn: 'arn', Ref: 'name' }),
    ...of(ground.executionRole, 'executionRole', { Arn: 'arn' }),
    ...of(ground.listener, 'listener', { Ref: 'arn' }),
    ...of(ground.loadBalancer, 'loadBalancer', { Ref: 'arn', DNSName: 'dnsName' }),
    ...of(ground.loadBalancerGroup, 'loadBalancerSecurityGroup', { GroupId: 'id' }),
    ...networkMeanings(vpc, subnets, networkDialect, artefact),
    // A list of subnets that only a deployment knows.
    [{ 'Fn::Join': [',', subnets] }, 'network.publicSubnetIds'],
  ];
}
