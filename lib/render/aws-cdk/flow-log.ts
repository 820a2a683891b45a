import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnFlowLog } from 'aws-cdk-lib/aws-ec2';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { AwsFlowLogPlan } from '../../cloud/aws/own-network';
import type { Parts } from './parts';
import { renderRole } from './role';

/** Records the traffic of a network. */
export function renderFlowLog(scope: Construct, plan: AwsFlowLogPlan, vpcId: string, parts: Parts): void {
  const logGroup = new LogGroup(scope, 'FlowLogs', {
    retention: plan.retentionDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  parts.provide('foundation', 'flowLogs', { streams: logGroup.logGroupArn });
  new CfnFlowLog(scope, 'FlowLog', {
    resourceId: vpcId,
    resourceType: 'VPC',
    trafficType: plan.traffic,
    maxAggregationInterval: plan.aggregationSeconds,
    logDestinationType: 'cloud-watch-logs',
    logGroupName: logGroup.logGroupName,
    deliverLogsPermissionArn: renderRole(scope, 'FlowLogsRole', plan.role, parts).roleArn,
  });
}
