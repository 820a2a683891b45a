import type { Artefact } from '../artefact';
import { requireWaits, writesFlowLogs, type NetworkDialect } from '../aws/own-network';
import { refuseManaged } from '../aws/managed-policy';
import { isTrusted } from '../aws/trust';
import type { Resource } from '../resource';
import { dialect } from './dialect';
import { readLogs } from './logs';
import { getAtt, ref, where } from './reference';

const waits = ['DependsOn'];

/** CloudFormation's form of a network. */
export const networkDialect: NetworkDialect = {
  dialect,
  waits,
  zone: (index) => ({ 'Fn::Select': [index, { 'Fn::GetAZs': '' }] }),
  region: where.region,
  attached(gateway, vpc, artefact) {
    const attachment = artefact.part('foundation', 'AWS::EC2::VPCGatewayAttachment');
    attachment?.fixed(['Properties', 'VpcId'], ref(vpc));
    attachment?.fixed(['Properties', 'InternetGatewayId'], ref(gateway));
    // A gateway has nothing to say of itself.
    gateway.one(['Properties'], [undefined, true], [{}, true]);
    return attachment ? [attachment] : [];
  },
  readFlowLog,
  // A template can't take rules away that AWS makes.
  isDefaultGroupClosed: () => false,
};

function readFlowLog(vpc: Resource, artefact: Artefact): number | undefined {
  const [flowLog, logs] = ['AWS::EC2::FlowLog', 'AWS::Logs::LogGroup'].map((type) => artefact.part('foundation', type));
  const role = artefact.part('foundation', 'AWS::IAM::Role', 'flow logs');
  if (!flowLog || !logs || !role) return undefined;
  const policies = ['Properties', 'Policies'];
  const right = {
    ResourceId: ref(vpc),
    ResourceType: 'VPC',
    TrafficType: 'ALL',
    MaxAggregationInterval: 600,
    LogDestinationType: 'cloud-watch-logs',
    LogGroupName: ref(logs),
    DeliverLogsPermissionArn: getAtt(role, 'Arn'),
  };
  refuseManaged(role, ['Properties', 'ManagedPolicyArns'], artefact);
  role.fixed([...policies, '0', 'PolicyName'], 'Permissions');
  requireWaits(flowLog, [], waits);
  const isRight = [
    ...Object.entries(right).map(([word, value]) => flowLog.fixed(['Properties', word], value)),
    role.as(
      ['Properties', 'AssumeRolePolicyDocument'],
      (policy) => isTrusted(policy, 'vpc-flow-logs.amazonaws.com', where) || undefined,
    ) === true,
    role.as(
      [...policies, '0', 'PolicyDocument'],
      (policy) => writesFlowLogs(policy, getAtt(logs, 'Arn')) || undefined,
    ) === true,
  ].every(Boolean);
  const days = readLogs(logs);
  return isRight ? days : undefined;
}
