import { ListenerRule, TargetGroup } from '@pulumi/aws/lb';
import { limits } from '../../cloud/aws/name';
import type { AwsListenerRulePlan, AwsServicePlan } from '../../cloud/aws/service';
import type { Element } from '../pulumi-element';
import type { RenderedFoundation } from './foundation';
import { nameWithin } from './name';

/** Adds a service to the foundation's load balancer. */
export function renderRule(
  parent: Element,
  names: AwsServicePlan['names'],
  { priority, host, path, targetGroup: target }: AwsListenerRulePlan,
  { network, listener }: RenderedFoundation,
  tags: Record<string, string> | undefined,
): { targetGroup: TargetGroup; rule: ListenerRule } {
  const { healthCheck } = target;
  const targetGroup = new TargetGroup(
    `${parent.prefix}-target-group`,
    {
      ...nameWithin(limits.targetGroup, `${parent.prefix}-target-group`, names.targetGroup),
      vpcId: network.vpcId,
      targetType: target.type,
      protocol: target.protocol,
      port: target.port,
      deregistrationDelay: target.deregistrationSeconds,
      healthCheck: {
        protocol: healthCheck.protocol,
        path: healthCheck.path,
        interval: healthCheck.intervalSeconds,
        timeout: healthCheck.timeoutSeconds,
        healthyThreshold: healthCheck.healthyCount,
        unhealthyThreshold: healthCheck.unhealthyCount,
        matcher: healthCheck.statuses,
      },
      tags,
    },
    { parent },
  );
  const rule = new ListenerRule(
    `${parent.prefix}-rule`,
    {
      listenerArn: listener.arn,
      priority,
      conditions: [
        { pathPattern: { values: [path] } },
        ...(host === undefined ? [] : [{ hostHeader: { values: [host] } }]),
      ],
      actions: [{ type: 'forward', targetGroupArn: targetGroup.arn }],
      tags,
    },
    { parent },
  );
  return { targetGroup, rule };
}
