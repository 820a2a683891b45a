import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Architecture, Code, Function as LambdaFunction, Runtime, RuntimeFamily } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { ElementId } from '../../model/name';
import type { AwsWarmerPlan } from '../../cloud/aws/warmer';
import type { Parts } from './parts';
import { renderRole } from './role';

/** CDK constructs created for a function's warmer. */
export interface RenderedWarmer {
  readonly function: LambdaFunction;
  readonly schedule: CfnSchedule;
}

export function renderWarmer(parent: Construct, element: ElementId, plan: AwsWarmerPlan, parts: Parts): RenderedWarmer {
  const scope = new Construct(parent, 'Warmer');
  const logGroup = new LogGroup(scope, 'Logs', {
    retention: plan.logs.retentionDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  parts.provide(element, 'warmerLogGroup', { streams: logGroup.logGroupArn });
  const warmer = new LambdaFunction(scope, 'Function', {
    runtime: new Runtime(plan.runtime, RuntimeFamily.NODEJS),
    handler: plan.handler,
    code: Code.fromAsset(plan.archive.path),
    architecture: Architecture.X86_64,
    memorySize: plan.memoryMiB,
    timeout: Duration.seconds(plan.timeoutSeconds),
    role: renderRole(scope, 'Role', plan.role, parts),
    logGroup,
  });
  parts.provide(element, 'warmer', { arn: warmer.functionArn });
  const { expression, input, role, retry } = plan.schedule;
  const schedule = new CfnSchedule(scope, 'Schedule', {
    scheduleExpression: expression,
    flexibleTimeWindow: { mode: 'OFF' },
    target: {
      arn: warmer.functionArn,
      roleArn: renderRole(scope, 'ScheduleRole', role, parts).roleArn,
      input: parts.text(input),
      retryPolicy: { maximumRetryAttempts: retry.attempts, maximumEventAgeInSeconds: retry.ageSeconds },
    },
  });
  return { function: warmer, schedule };
}
