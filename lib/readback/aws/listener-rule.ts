import type { AwsServiceFact } from '../../facts/service';
import { equal, type Resource } from '../resource';
import type { Dialect } from './dialect';
import { spell } from '../spell';

/** Reads a rule of the foundation's listener that forwards to the service's target group. */
export function readRule(
  rule: Resource,
  targetGroup: Resource,
  listener: Resource | undefined,
  dialect: Dialect,
): Pick<AwsServiceFact, 'host' | 'path' | 'priority'> | undefined {
  const { path, to } = dialect;
  rule.fixed(path('ListenerArn'), listener && to(listener, 'Ref'));
  rule.fixed(path('Actions'), [spell(dialect, { TargetGroupArn: to(targetGroup, 'Ref'), Type: 'forward' })]);
  const priority = rule.number(path('Priority'));
  const conditions = readConditions(rule, dialect);
  return conditions && { ...conditions, priority };
}

/** Reads one path, and one host or none. Any other condition would accept other requests. */
function readConditions(rule: Resource, { path, conditions }: Dialect): { host?: string; path: string } | undefined {
  const all = path('Conditions');
  const [pattern, host] = [conditions.path, conditions.host].map(({ value }, index) => {
    const text = rule.at([...all, String(index), ...value]);
    return typeof text === 'string' ? text : undefined;
  });
  const right = [conditions.path.of(pattern), ...(host === undefined ? [] : [conditions.host.of(host)])];
  return rule.as(all, (value) =>
    pattern !== undefined && equal(value, right) ? { ...(host !== undefined && { host }), path: pattern } : undefined,
  );
}

/** Reads a target group: the port of the service's tasks, and their health check. */
export function readTargetGroup(
  group: Resource,
  port: number | undefined,
  vpc: unknown,
  { path, requireTargetGroup }: Dialect,
): AwsServiceFact['healthCheck'] {
  group.fixed(path('VpcId'), vpc);
  group.fixed(path('TargetType'), 'ip');
  group.fixed(path('Protocol'), 'HTTP');
  group.fixed(path('Port'), port);
  group.fixed(path('HealthCheckProtocol'), 'HTTP');
  requireTargetGroup(group);
  const checked = group.string(path('HealthCheckPath'));
  const [intervalSeconds, timeoutSeconds, healthyCount, unhealthyCount] = [
    'HealthCheckIntervalSeconds',
    'HealthCheckTimeoutSeconds',
    'HealthyThresholdCount',
    'UnhealthyThresholdCount',
  ].map((property) => group.number(path(property)));
  return checked !== undefined &&
    intervalSeconds !== undefined &&
    timeoutSeconds !== undefined &&
    healthyCount !== undefined &&
    unhealthyCount !== undefined
    ? { path: checked, intervalSeconds, timeoutSeconds, healthyCount, unhealthyCount }
    : undefined;
}
