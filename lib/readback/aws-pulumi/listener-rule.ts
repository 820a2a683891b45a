import type { ServiceFact } from '../../facts/service';
import { equal, isObject, type Resource } from '../resource';
import { networkOf, type Ground } from './ground';
import { to } from './reference';

/** A rule on the ground's listener that forwards to the service's target group. */
export function readRule(
  rule: Resource,
  targetGroup: Resource,
  { listener }: Ground,
): Pick<ServiceFact, 'host' | 'path' | 'priority'> | undefined {
  rule.fixed(['inputs', 'listenerArn'], listener && to(listener, 'arn'));
  rule.fixed(['inputs', 'actions'], [{ type: 'forward', targetGroupArn: to(targetGroup, 'arn') }]);
  const priority = rule.number(['inputs', 'priority']);
  const conditions = rule.as(['inputs', 'conditions'], readConditions);
  return conditions && { ...conditions, priority };
}

/** One path, and one host where there is one: anything else lets other requests in. */
function readConditions(value: unknown): { host?: string; path: string } | undefined {
  const [path, host] = [firstValue(value, 0, 'pathPattern'), firstValue(value, 1, 'hostHeader')];
  const right = [
    { pathPattern: { values: [path] } },
    ...(host === undefined ? [] : [{ hostHeader: { values: [host] } }]),
  ];
  return path !== undefined && equal(value, right) ? { ...(host !== undefined && { host }), path } : undefined;
}

function firstValue(conditions: unknown, index: number, config: string): string | undefined {
  const condition: unknown = Array.isArray(conditions) ? conditions[index] : undefined;
  const values = isObject(condition) && isObject(condition[config]) ? condition[config]['values'] : undefined;
  const value: unknown = Array.isArray(values) ? values[0] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** Where the load balancer finds the service's tasks, and when it takes them for healthy. */
export function readTargetGroup(group: Resource, port: number | undefined, ground: Ground): ServiceFact['healthCheck'] {
  group.fixed(['inputs', 'vpcId'], networkOf(ground).vpc);
  group.fixed(['inputs', 'targetType'], 'ip');
  group.fixed(['inputs', 'protocol'], 'HTTP');
  group.fixed(['inputs', 'port'], port);
  group.fixed(['inputs', 'deregistrationDelay'], 60);
  group.fixed(['inputs', 'healthCheck', 'protocol'], 'HTTP');
  group.fixed(['inputs', 'healthCheck', 'matcher'], '200-399');
  const path = group.string(['inputs', 'healthCheck', 'path']);
  const [intervalSeconds, timeoutSeconds, healthyCount, unhealthyCount] = [
    'interval',
    'timeout',
    'healthyThreshold',
    'unhealthyThreshold',
  ].map((input) => group.number(['inputs', 'healthCheck', input]));
  return path !== undefined &&
    intervalSeconds !== undefined &&
    timeoutSeconds !== undefined &&
    unhealthyCount !== undefined
    ? { path, intervalSeconds, timeoutSeconds, healthyCount, unhealthyCount }
    : undefined;
}
