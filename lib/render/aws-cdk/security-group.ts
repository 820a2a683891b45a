import { Peer, Port, SecurityGroup, type IPeer, type IVpc } from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import type { AwsInboundRule, AwsSecurityGroupPlan, FoundationGroup } from '../../cloud/aws/security-group';

/** The foundation's security groups, by their names in plans. */
export type FoundationGroups = Readonly<Record<FoundationGroup, SecurityGroup>>;

const ports = { tcp: (port: number) => Port.tcp(port) };
const everything = { protocol: '-1', range: '0.0.0.0/0' };

/** Creates a security group. Only rules from one of the foundation's groups use `groups`. */
export function renderSecurityGroup(
  scope: Construct,
  id: string,
  plan: AwsSecurityGroupPlan,
  vpc: IVpc,
  groups?: FoundationGroups,
): SecurityGroup {
  const { protocol, range } = plan.outbound;
  const group = new SecurityGroup(scope, id, {
    vpc,
    description: plan.description,
    allowAllOutbound: protocol === everything.protocol && range === everything.range,
  });
  for (const rule of plan.inbound) {
    group.addIngressRule(peer(rule, groups), ports[rule.protocol](rule.port), rule.description);
  }
  return group;
}

const peer = ({ from }: AwsInboundRule, groups: FoundationGroups | undefined): IPeer =>
  'range' in from ? Peer.ipv4(from.range) : groups![from.foundation];
