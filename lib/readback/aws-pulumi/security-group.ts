import type { Artefact } from '../artefact';
import { isPointer } from '../made';
import { equal, to, type Resource } from '../resource';

/** A source that a security group allows. */
export interface Inbound {
  /** An address range, or the owner of another security group. */
  readonly from: string;
  readonly port: number;
}

/** The rules of a security group, of any owner. */
export function rulesOf(group: Resource, artefact: Artefact): readonly Resource[] {
  return ['Ingress', 'Egress'].flatMap((way) =>
    artefact.pointingAt(
      `aws:vpc/securityGroup${way}Rule:SecurityGroup${way}Rule`,
      ['inputs', 'securityGroupId'],
      to(group, 'id'),
    ),
  );
}

/** Reads all sources that a security group allows; undefined if a rule isn't understood, or if it limits egress. */
export function readSecurityGroup(
  group: Resource,
  description: string,
  vpc: unknown,
  artefact: Artefact,
): Inbound[] | undefined {
  group.fixed(['inputs', 'description'], description);
  group.fixed(['inputs', 'vpcId'], vpc);
  const rules = rulesOf(group, artefact);
  const outbound = rules.filter(({ type }) => type.includes('Egress'));
  const inbound = rules.filter((rule) => !outbound.includes(rule)).map((rule) => readInbound(rule, group, artefact));
  const isOpen =
    outbound.length === 1 &&
    says(outbound[0]!, { securityGroupId: to(group, 'id'), ipProtocol: '-1', cidrIpv4: '0.0.0.0/0' });
  return isOpen && inbound.every((rule) => rule !== undefined) ? inbound : undefined;
}

function readInbound(rule: Resource, group: Resource, artefact: Artefact): Inbound | undefined {
  const [port, range, source] = ['fromPort', 'cidrIpv4', 'referencedSecurityGroupId'].map((input) =>
    rule.at(['inputs', input]),
  );
  const member = isPointer(source) && source.attribute === 'id' ? artefact.at(source.at) : undefined;
  const from = typeof range === 'string' ? range : member?.owner;
  if (typeof port !== 'number' || from === undefined) return undefined;
  const right = {
    securityGroupId: to(group, 'id'),
    ...(member ? { referencedSecurityGroupId: source } : { cidrIpv4: range }),
    ipProtocol: 'tcp',
    fromPort: port,
    toPort: port,
    description: `port ${port} from ${member ? `the ${words[member.local] ?? ''}` : String(range)}`,
  };
  return says(rule, right) ? { from, port } : undefined;
}

/** The words in descriptions of rules for the foundation's security groups. */
const words: Readonly<Record<string, string>> = {
  'load-balancer-security-group': 'load balancer',
};

/** Requires that a rule is exactly this one. */
function says(rule: Resource, right: Readonly<Record<string, unknown>>): boolean {
  const { tags: _, ...said } = (rule.at(['inputs']) ?? {}) as Record<string, unknown>;
  return equal(said, right) && Object.keys(right).every((input) => rule.fixed(['inputs', input], right[input]));
}
