import { Duration } from 'aws-cdk-lib';
import type { FargateService } from 'aws-cdk-lib/aws-ecs';
import {
  ApplicationListenerRule,
  ApplicationProtocol,
  ApplicationTargetGroup,
  ListenerCondition,
  Protocol,
  TargetType,
} from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Construct } from 'constructs';
import type { AwsListenerRulePlan } from '../../cloud/aws/service';
import type { RenderedFoundation } from './foundation';
import { literal } from './parts';

const targetTypes = { ip: TargetType.IP };
const protocols = { HTTP: ApplicationProtocol.HTTP };
const checkProtocols = { HTTP: Protocol.HTTP };

/** Adds a service to the foundation's load balancer. */
export function renderRule(
  scope: Construct,
  { priority, host, path, targetGroup: target }: AwsListenerRulePlan,
  { network, listener }: RenderedFoundation,
  service: FargateService,
): ApplicationTargetGroup {
  const { healthCheck } = target;
  const targetGroup = new ApplicationTargetGroup(scope, 'TargetGroup', {
    vpc: network.vpc,
    targetType: targetTypes[target.type],
    protocol: protocols[target.protocol],
    port: target.port,
    deregistrationDelay: Duration.seconds(target.deregistrationSeconds),
    healthCheck: {
      protocol: checkProtocols[healthCheck.protocol],
      path: literal(healthCheck.path),
      interval: Duration.seconds(healthCheck.intervalSeconds),
      timeout: Duration.seconds(healthCheck.timeoutSeconds),
      healthyThresholdCount: healthCheck.healthyCount,
      unhealthyThresholdCount: healthCheck.unhealthyCount,
      healthyHttpCodes: healthCheck.statuses,
    },
    targets: [service],
  });
  // CDK's rule that admits the load balancer equals the plan's, which exists already.
  new ApplicationListenerRule(scope, 'Rule', {
    listener,
    priority,
    conditions: [
      ListenerCondition.pathPatterns([path]),
      ...(host === undefined ? [] : [ListenerCondition.hostHeaders([host])]),
    ],
    targetGroups: [targetGroup],
  });
  return targetGroup;
}
