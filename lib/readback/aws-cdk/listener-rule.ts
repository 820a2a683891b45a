import type { ServiceFact } from '../../facts/service';
import { equal, isObject, type Resource } from '../resource';
import { networkOf, type Ground } from './ground';
import { ref } from './reference';

/** A rule on the ground's listener that forwards to the service's target group. */
export function readRule(
  rule: Resource,
  targetGroup: Resource,
  { listener }: Ground,
): Pick<ServiceFact, 'host' | 'path' | 'priority'> | undefined {
  rule.fixed(['Properties', 'ListenerArn'], listener && ref(listener));
  rule.fixed(['Properties', 'Actions'], [{ TargetGroupArn: ref(targetGroup), Type: 'forward' }]);
  const priority = rule.number(['Properties', 'Priority']);
  const conditions = rule.as(['Properties', 'Conditions'], readConditions);
  return conditions && { ...conditions, priority };
}

/** One path, and one host where there is one: anything else lets other requests in. */
function readConditions(value: unknown): { host?: string; path: string } | undefined {
  const [path, host] = [firstValue(value, 0, 'PathPatternConfig'), firstValue(value, 1, 'HostHeaderConfig')];
  const right = [
    { Field: 'path-pattern', PathPatternConfig: { Values: [path] } },
    ...(host === undefined ? [] : [{ Field: 'host-header', HostHeaderConfig: { Values: [host] } }]),
  ];
  return path !== undefined && equal(value, right) ? { ...(host !== undefined && { host }), path } : undefined;
}

function firstValue(conditions: unknown, index: number, config: string): string | undefined {
  const condition: unknown = Array.isArray(conditions) ? conditions[index] : undefined;
  const values = isObject(condition) && isObject(condition[config]) ? condition[config]['Values'] : undefined;
  const value: unknown = Array.isArray(values) ? values[0] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** Where the load balancer finds the service's tasks, and when it takes them for healthy. */
export function readTargetGroup(group: Resource, port: number | undefined, ground: Ground): ServiceFact['healthCheck'] {
  group.fixed(['Properties', 'VpcId'], networkOf(ground).vpc);
  group.fixed(['Properties', 'TargetType'], 'ip');
  group.fixed(['Properties', 'Protocol'], 'HTTP');
  group.fixed(['Properties', 'Port'], port);
  group.fixed(['Properties', 'HealthCheckProtocol'], 'HTTP');
  group.fixed(['Properties', 'Matcher'], { HttpCode: '200-399' });
  group.fixed(
    ['Properties', 'TargetGroupAttributes'],
    [
      { Key: 'deregistration_delay.timeout_seconds', Value: '60' },
      { Key: 'stickiness.enabled', Value: 'false' },
    ],
  );
  const path = group.string(['Properties', 'HealthCheckPath']);
  const [intervalSeconds, timeoutSeconds, healthyCount, unhealthyCount] = [
    'HealthCheckIntervalSeconds',
    'HealthCheckTimeoutSeconds',
    'HealthyThresholdCount',
    'UnhealthyThresholdCount',
  ].map((property) => group.number(['Properties', property]));
  return path !== undefined &&
    intervalSeconds !== undefined &&
    timeoutSeconds !== undefined &&
    unhealthyCount !== undefined
    ? { path, intervalSeconds, timeoutSeconds, healthyCount, unhealthyCount }
    : undefined;
}
