import { LogGroup } from '@pulumi/aws/cloudwatch';
import { FlowLog } from '@pulumi/aws/ec2';
import { interpolate, type Output } from '@pulumi/pulumi';
import type { AwsFlowLogPlan } from '../../cloud/aws/own-network';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';
import { renderRole } from './role';

/** Records the traffic of a network. */
export function renderFlowLog(
  parent: Element,
  plan: AwsFlowLogPlan,
  vpcId: Output<string>,
  parts: Parts,
  tags: Record<string, string> | undefined,
): void {
  const logGroup = new LogGroup(
    `${parent.prefix}-flow-logs`,
    { retentionInDays: plan.retentionDays, tags },
    { parent },
  );
  parts.provide('foundation', 'flowLogs', { streams: interpolate`${logGroup.arn}:*` });
  const { role, policy } = renderRole(parent, '-flow-logs', plan.role.name, plan.role, parts, tags);
  new FlowLog(
    `${parent.prefix}-flow-log`,
    {
      vpcId,
      trafficType: plan.traffic,
      maxAggregationInterval: plan.aggregationSeconds,
      logDestinationType: 'cloud-watch-logs',
      logDestination: logGroup.arn,
      iamRoleArn: role.arn,
      tags,
    },
    // What flows before the role may write is lost.
    { parent, dependsOn: [policy] },
  );
}
