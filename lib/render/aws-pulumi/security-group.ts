import { SecurityGroup } from '@pulumi/aws/ec2';
import { SecurityGroupEgressRule, SecurityGroupIngressRule } from '@pulumi/aws/vpc';
import type { Input, Resource } from '@pulumi/pulumi';
import type { AwsInboundRule, AwsSecurityGroupPlan, FoundationGroup } from '../../cloud/aws/security-group';
import type { Element } from '../pulumi-element';
import { kebabCase } from './name';

/** A security group, and its rules, which are resources of their own so that a program can add others. */
export interface RenderedSecurityGroup {
  readonly group: SecurityGroup;
  readonly rules: readonly Resource[];
}

/** The foundation's security groups, by their names in plans. */
export type FoundationGroups = Readonly<Record<FoundationGroup, RenderedSecurityGroup>>;

/** Creates a security group. Only rules from one of the foundation's groups use `groups`. */
export function renderSecurityGroup(
  parent: Element,
  part: string,
  plan: AwsSecurityGroupPlan,
  vpcId: Input<string>,
  tags: Record<string, string> | undefined,
  groups?: FoundationGroups,
): RenderedSecurityGroup {
  const name = `${parent.prefix}-${part}`;
  const group = new SecurityGroup(name, { vpcId, description: plan.description, tags }, { parent });
  const inbound = plan.inbound.map(
    (rule) =>
      new SecurityGroupIngressRule(
        `${name}-from-${words(rule, plan.inbound)}`,
        {
          securityGroupId: group.id,
          ...source(rule, groups),
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

/** Names a rule within its group, with the port if it isn't the first one of the source. An identity: never change it. */
function words(rule: AwsInboundRule, inbound: readonly AwsInboundRule[]): string {
  const first = inbound.find((other) => sourceOf(other) === sourceOf(rule));
  return first === rule ? sourceOf(rule) : `${sourceOf(rule)}-on-${rule.port}`;
}

const sourceOf = ({ from }: AwsInboundRule): string =>
  'range' in from ? from.range.replace(/[^0-9]+/g, '-') : kebabCase(from.foundation);

const source = ({ from }: AwsInboundRule, groups: FoundationGroups | undefined) =>
  'range' in from ? { cidrIpv4: from.range } : { referencedSecurityGroupId: groups![from.foundation].group.id };
