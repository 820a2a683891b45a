import { LogGroup } from '@pulumi/aws/cloudwatch';
import { Function as LambdaFunction } from '@pulumi/aws/lambda';
import { Schedule } from '@pulumi/aws/scheduler';
import { asset, interpolate } from '@pulumi/pulumi';
import { limits } from '../../cloud/aws/name';
import type { AwsWarmerPlan } from '../../cloud/aws/warmer';
import type { ElementId } from '../../model/name';
import type { Element } from '../pulumi-element';
import { nameWithin } from './name';
import type { Parts } from './parts';
import { renderRole } from './role';

/** Pulumi resources created for a function's warmer. */
export interface RenderedWarmer {
  readonly function: LambdaFunction;
  readonly schedule: Schedule;
}

export function renderWarmer(
  parent: Element,
  element: ElementId,
  plan: AwsWarmerPlan,
  parts: Parts,
  tags: Record<string, string> | undefined,
): RenderedWarmer {
  // What an element's name is followed by begins with a type: `a-warmer` may be another element's name.
  const name = (type: string) => `${parent.prefix}-${type}-warmer`;
  const logGroup = new LogGroup(name('logs'), { retentionInDays: plan.logs.retentionDays, tags }, { parent });
  parts.provide(element, 'warmerLogGroup', { streams: interpolate`${logGroup.arn}:*` });
  const { role, policy } = renderRole(parent, '-warmer', plan.names.role, plan.role, parts, tags);
  const warmer = new LambdaFunction(
    name('function'),
    {
      ...nameWithin(limits.function, name('function'), plan.names.function),
      runtime: plan.runtime,
      handler: plan.handler,
      code: new asset.FileArchive(plan.archive.path),
      architectures: [plan.architecture],
      memorySize: plan.memoryMiB,
      timeout: plan.timeoutSeconds,
      role: role.arn,
      loggingConfig: { logFormat: 'Text', logGroup: logGroup.name },
      tags,
    },
    { parent, dependsOn: [policy] },
  );
  parts.provide(element, 'warmer', { arn: warmer.arn });
  const { schedule: plannedSchedule } = plan;
  const invoker = renderRole(parent, '-warmer-schedule', plan.names.scheduleRole, plannedSchedule.role, parts, tags);
  const schedule = new Schedule(
    name('schedule'),
    {
      ...nameWithin(limits.schedule, name('schedule'), plan.names.schedule),
      scheduleExpression: plannedSchedule.expression,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: warmer.arn,
        roleArn: invoker.role.arn,
        input: parts.text(plannedSchedule.input),
        retryPolicy: {
          maximumRetryAttempts: plannedSchedule.retry.attempts,
          maximumEventAgeInSeconds: plannedSchedule.retry.ageSeconds,
        },
      },
    },
    { parent, dependsOn: [invoker.policy] },
  );
  return { function: warmer, schedule };
}
