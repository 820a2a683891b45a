import { SecurityGroup } from '@pulumi/aws/ec2';
import { SecurityGroupEgressRule, SecurityGroupIngressRule } from '@pulumi/aws/vpc';
import type { Input, Resource } from '@pulumi/pulumi';
import type { AwsInboundRule, AwsSecurityGroupPlan, GroundGroup } from '../../cloud/aws/security-group';
import type { Element } from '../pulumi-element';
import { kebabCase } from './name';

/** A security group, and its rules, which are resources of their own so that a program can add others. */
export interface RenderedSecurityGroup {
  readonly group: SecurityGroup;
  readonly rules: readonly Resource[];
}

/** The ground's security groups, by the words in which plans name them. */
export type GroundGroups = Readonly<Record<GroundGroup, RenderedSecurityGroup>>;

/** Makes a security group; only a rule from one of the ground's groups needs these. */
export function renderSecurityGroup(
  parent: Element,
  part: string,
  plan: AwsSecurityGroupPlan,
  vpcId: Input<string>,
  tags: Record<string, string> | undefined,
  ground?: GroundGroups,
): RenderedSecurityGroup {
  const name = `${parent.prefix}-${part}`;
  const group = new SecurityGroup(name, { vpcId, description: plan.description, tags }, { parent });
  const inbound = plan.inbound.map(
    (rule) =>
      new SecurityGroupIngressRule(
        `${name}-from-${words(rule)}`,
        {
          securityGroupId: group.id,
          ...source(rule, ground),
          ipProtocol: rule.protocol,
          fromPort: rule.port,
          toPort: rule.port,
          description: rule.description,
          tags,
        },
        { parent },
      ),
  );
  const outbound = new SecurityGroupEgressRule(
    `${name}-out`,
    { securityGroupId: group.id, ipProtocol: plan.outbound.protocol, cidrIpv4: plan.outbound.range, tags },
    { parent },
  );
  return { group, rules: [...inbound, outbound] };
}

/** Names a rule within its group. An identity: never change it. */
const words = ({ from }: AwsInboundRule): string =>
  'range' in from ? from.range.replace(/[^0-9]+/g, '-') : kebabCase(from.ground);

const source = ({ from }: AwsInboundRule, ground: GroundGroups | undefined) =>
  'range' in from ? { cidrIpv4: from.range } : { referencedSecurityGroupId: ground![from.ground].group.id };
