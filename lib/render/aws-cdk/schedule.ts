import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';
import type { AwsHandover } from '../../cloud/aws/retry';
import type { AwsSchedulesPlan } from '../../cloud/aws/schedule';
import { literal, type Parts } from './parts';
import { renderRole } from './role';

/** Renders the schedules of the function in `scope`. */
export function renderSchedules(scope: Construct, { role, schedules }: AwsSchedulesPlan, parts: Parts): void {
  const { roleArn } = renderRole(scope, 'ScheduleRole', role, parts);
  for (const { index, expression, timezone, target, input, handover } of schedules) {
    new CfnSchedule(scope, `Schedule${index}`, {
      scheduleExpression: expression,
      scheduleExpressionTimezone: timezone,
      flexibleTimeWindow: { mode: 'OFF' },
      target: { arn: parts.text(target), roleArn, input: literal(input), ...handedOver(handover, parts) },
    });
  }
}

/** The retry policy and dead-letter queue of a service that delivers events to Lambda. */
export const handedOver = ({ attempts, ageSeconds, deadLetter }: AwsHandover, parts: Parts) => ({
  retryPolicy: { maximumRetryAttempts: attempts, maximumEventAgeInSeconds: ageSeconds },
  ...(deadLetter && { deadLetterConfig: { arn: parts.text(deadLetter) } }),
});
