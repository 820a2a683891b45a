import { Schedule } from '@pulumi/aws/scheduler';
import { limits } from '../../cloud/aws/name';
import type { AwsHandover } from '../../cloud/aws/retry';
import type { AwsSchedulesPlan } from '../../cloud/aws/schedule';
import type { Element } from '../pulumi-element';
import { nameWithin } from './name';
import type { Parts } from './parts';
import { renderRole } from './role';

/** Renders the schedules of the function whose component is `parent`. */
export function renderSchedules(
  parent: Element,
  plan: AwsSchedulesPlan,
  parts: Parts,
  tags: Record<string, string> | undefined,
): void {
  const { role, policy } = renderRole(parent, '-schedule', plan.names.role, plan.role, parts, tags);
  for (const { index, names, expression, timezone, target, input, handover } of plan.schedules) {
    const resource = `${parent.prefix}-schedule-${index}`;
    new Schedule(
      resource,
      {
        ...nameWithin(limits.schedule, resource, names.schedule),
        scheduleExpression: expression,
        scheduleExpressionTimezone: timezone,
        flexibleTimeWindow: { mode: 'OFF' },
        target: { arn: parts.text(target), roleArn: role.arn, input, ...handedOver(handover, parts) },
      },
      { parent, dependsOn: [policy] },
    );
  }
}

/** The retry policy and dead-letter queue of a service that delivers events to Lambda. */
export const handedOver = ({ attempts, ageSeconds, deadLetter }: AwsHandover, parts: Parts) => ({
  retryPolicy: { maximumRetryAttempts: attempts, maximumEventAgeInSeconds: ageSeconds },
  ...(deadLetter && { deadLetterConfig: { arn: parts.text(deadLetter) } }),
});
