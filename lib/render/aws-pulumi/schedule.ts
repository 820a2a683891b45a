import { Schedule } from '@pulumi/aws/scheduler';
import { limits } from '../../cloud/aws/name';
import type { AwsHandover } from '../../cloud/aws/retry';
import type { AwsSchedulesPlan } from '../../cloud/aws/schedule';
import type { Element } from '../pulumi-element';
import { nameWithin } from './name';
import type { Parts } from './parts';
import { renderRole } from './role';

/** Invokes the function whose component is `parent` by the clock. */
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

/** How a service hands events over to Lambda, and where those go that it can't. */
export const handedOver = ({ attempts, ageSeconds, deadLetter }: AwsHandover, parts: Parts) => ({
  retryPolicy: { maximumRetryAttempts: attempts, maximumEventAgeInSeconds: ageSeconds },
  ...(deadLetter && { deadLetterConfig: { arn: parts.text(deadLetter) } }),
});
