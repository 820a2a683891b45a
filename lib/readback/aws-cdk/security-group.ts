import type { Artefact } from '../artefact';
import { isPointer } from '../made';
import { equal, isObject, type Resource } from '../resource';
import { getAtt } from './reference';

/** A source that a security group allows. */
export interface Inbound {
  /** An address range, or the owner of another security group. */
  readonly from: string;
  readonly port: number;
}

const everythingOut = {
  CidrIp: '0.0.0.0/0',
  Description: 'Allow all outbound traffic by default',
  IpProtocol: '-1',
};

/** Reads all sources that a security group allows; undefined if one of its rules isn't understood. */
export function readSecurityGroup(
  group: Resource,
  description: string,
  vpc: unknown,
  artefact: Artefact,
): Inbound[] | undefined {
  group.fixed(['Properties', 'GroupDescription'], description);
  group.fixed(['Properties', 'VpcId'], vpc);
  group.fixed(['Properties', 'SecurityGroupEgress'], [everythingOut]);
  const inline = group.as(['Properties', 'SecurityGroupIngress'], (rules) => readInline(rules));
  const separate = artefact
    .pointingAt('AWS::EC2::SecurityGroupIngress', ['Properties', 'GroupId'], getAtt(group, 'GroupId'))
    .map((rule) => readSeparate(rule, artefact));
  const all = [...(inline ?? []), ...separate];
  if (group.at(['Properties', 'SecurityGroupIngress']) !== undefined && !inline) return undefined;
  return all.every((rule) => rule !== undefined) ? all : undefined;
}

/** Reads the rules for address ranges, which are in the group itself. */
function readInline(rules: unknown): Inbound[] | undefined {
  if (!Array.isArray(rules) || rules.length === 0) return undefined;
  const read = rules.map((rule) => {
    const { CidrIp: range, FromPort: port } = isObject(rule) ? rule : {};
    if (typeof range !== 'string' || typeof port !== 'number') return undefined;
    const right = {
      CidrIp: range,
      Description: `port ${port} from ${range}`,
      FromPort: port,
      IpProtocol: 'tcp',
      ToPort: port,
    };
    return equal(rule, right) ? { from: range, port } : undefined;
  });
  return read.every((rule) => rule !== undefined) ? read : undefined;
}

/** Reads the rules for other security groups, which are resources of their own. */
function readSeparate(rule: Resource, artefact: Artefact): Inbound | undefined {
  const source = rule.at(['Properties', 'SourceSecurityGroupId']);
  const from = isPointer(source) && source.attribute === 'GroupId' ? artefact.at(source.at) : undefined;
  const port = rule.at(['Properties', 'FromPort']);
  if (typeof port !== 'number' || from?.owner === undefined) return undefined;
  const right = {
    Description: `port ${port} from the ${words[from.local.split('/')[0] ?? ''] ?? ''}`,
    FromPort: port,
    GroupId: rule.at(['Properties', 'GroupId']),
    IpProtocol: 'tcp',
    SourceSecurityGroupId: source,
    ToPort: port,
  };
  return rule.one(['Properties'], [right, { from: from.owner, port }]);
}

/** The words in descriptions of rules for the foundation's security groups. */
const words: Readonly<Record<string, string>> = {
  LoadBalancerSecurityGroup: 'load balancer',
};
