import type { Artefact } from '../artefact';
import { requireWaits, writesFlowLogs, type NetworkDialect } from '../aws/own-network';
import { isTrusted } from '../aws/trust';
import { Join, Pointer } from '../made';
import { to, type Resource } from '../resource';
import { dialect } from './dialect';
import { readGivenName } from './given-name';
import { region, whereIn } from './reference';

const waits = ['options', 'dependsOn'];

/** Pulumi's form of a network. */
export const networkDialect: NetworkDialect = {
  dialect,
  waits,
  zone(index, artefact) {
    const type = 'aws:index/getAvailabilityZones:getAvailabilityZones';
    const asked = artefact.part('foundation', type);
    asked?.fixed(['args'], {
      state: 'available',
      filters: [{ name: 'opt-in-status', values: ['opt-in-not-required'] }],
    });
    return asked && new Pointer(asked.address, `names.${index}`);
  },
  region,
  attached(gateway, vpc) {
    gateway.fixed(['inputs', 'vpcId'], to(vpc, 'id'));
    return [];
  },
  readFlowLog,
  isDefaultGroupClosed(vpc, artefact) {
    const group = artefact.part('foundation', 'aws:ec2/defaultSecurityGroup:DefaultSecurityGroup');
    return group?.fixed(['inputs', 'vpcId'], to(vpc, 'id')) ?? false;
  },
};

function readFlowLog(vpc: Resource, artefact: Artefact): number | undefined {
  const part = (type: string) => artefact.part('foundation', `aws:${type}`);
  const [flowLog, logs] = ['ec2/flowLog:FlowLog', 'cloudwatch/logGroup:LogGroup'].map(part);
  const [role, policy] = ['iam/role:Role', 'iam/rolePolicy:RolePolicy'].map((type) =>
    artefact.part('foundation', `aws:${type}`, 'flow logs'),
  );
  if (!flowLog || !logs || !role || !policy) return undefined;
  const right = {
    vpcId: to(vpc, 'id'),
    trafficType: 'ALL',
    maxAggregationInterval: 600,
    logDestinationType: 'cloud-watch-logs',
    logDestination: to(logs, 'arn'),
    iamRoleArn: to(role, 'arn'),
  };
  readGivenName(role, { kind: 'foundation', element: '', limit: 64, role: 'flow-logs-role' }, artefact);
  policy.fixed(['inputs', 'role'], to(role, 'id'));
  requireWaits(flowLog, [policy], waits);
  const isRight = [
    ...Object.entries(right).map(([input, value]) => flowLog.fixed(['inputs', input], value)),
    role.as(
      ['inputs', 'assumeRolePolicy'],
      (document) => isTrusted(document, 'vpc-flow-logs.amazonaws.com', whereIn(artefact)) || undefined,
    ) === true,
    policy.as(
      ['inputs', 'policy'],
      (document) => writesFlowLogs(document, new Join([to(logs, 'arn'), ':*'])) || undefined,
    ) === true,
  ].every(Boolean);
  const days = dialect.readLogs(logs);
  return isRight ? days : undefined;
}
