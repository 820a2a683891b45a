import type { Artefact } from '../artefact';
import { networkMeanings } from '../aws/network';
import { isPointer, Pointer } from '../made';
import { equal, to, type Resource } from '../resource';
import { networkOf, type Ground } from './ground';
import { networkDialect } from './own-network';

/** Reads the exported parameters by name: each is an attribute of a part of the foundation. */
export function readExports(
  artefact: Artefact,
  ground: Ground,
): { values: Record<string, string>; parameters: readonly Resource[] } {
  const parameters = artefact.parts('foundation', 'aws:ssm/parameter:Parameter');
  const meanings = meaningsOf(ground, artefact);
  const values = parameters.map((parameter) => {
    parameter.fixed(['inputs', 'type'], 'String');
    const name = parameter.string(['inputs', 'name']);
    const value = parameter.as(
      ['inputs', 'insecureValue'],
      (raw) =>
        meanings.find(([right]) => equal(right, raw))?.[1] ?? (typeof raw === 'string' && raw !== '' ? raw : undefined),
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

function meaningsOf(ground: Ground, artefact: Artefact): (readonly [raw: unknown, meaning: string])[] {
  const { vpc, subnets } = networkOf(ground);
  const of = (resource: Resource | undefined, name: string, ...attributes: readonly string[]) =>
    attributes.flatMap((attribute) => (resource ? [[to(resource, attribute), `${name}.${attribute}`] as const] : []));
  return [
    ...of(ground.cluster, 'cluster', 'arn', 'name'),
    ...of(ground.executionRole, 'executionRole', 'arn'),
    ...of(ground.listener, 'listener', 'arn'),
    ...of(ground.loadBalancer, 'loadBalancer', 'arn', 'dnsName'),
    ...of(ground.loadBalancerGroup, 'loadBalancerSecurityGroup', 'id'),
    ...networkMeanings(vpc, subnets, networkDialect, artefact),
    // All subnets, with commas between them.
    ...(isPointer(subnets) ? [[new Pointer(subnets.at, 'ids.*'), 'network.publicSubnetIds'] as const] : []),
  ];
}
