import { Peer, Port, SecurityGroup, type IPeer, type IVpc } from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import type { AwsInboundRule, AwsSecurityGroupPlan, GroundGroup } from '../../cloud/aws/security-group';

/** The ground's security groups, by the words in which plans name them. */
export type GroundGroups = Readonly<Record<GroundGroup, SecurityGroup>>;

const ports = { tcp: (port: number) => Port.tcp(port) };
const everything = { protocol: '-1', range: '0.0.0.0/0' };

/** Makes a security group; only a rule from one of the ground's groups needs these. */
export function renderSecurityGroup(
  scope: Construct,
  id: string,
  plan: AwsSecurityGroupPlan,
  vpc: IVpc,
  ground?: GroundGroups,
): SecurityGroup {
  const { protocol, range } = plan.outbound;
  const group = new SecurityGroup(scope, id, {
    vpc,
    description: plan.description,
    allowAllOutbound: protocol === everything.protocol && range === everything.range,
  });
  for (const rule of plan.inbound) {
    group.addIngressRule(peer(rule, ground), ports[rule.protocol](rule.port), rule.description);
  }
  return group;
}

const peer = ({ from }: AwsInboundRule, ground: GroundGroups | undefined): IPeer =>
  'range' in from ? Peer.ipv4(from.range) : ground![from.ground];
