import { CloudSchedulerJob } from '@cdktf/provider-google/lib/cloud-scheduler-job';
import type { ServiceAccount } from '@cdktf/provider-google/lib/service-account';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import type { GcpTimerPlan } from '../../cloud/gcp/timer';
import { pascalCase } from '../../model/name';
import type { Parts } from './parts';
import type { Where } from './where';

/** A job that calls an element on a schedule. */
export const renderTimer = (
  scope: Construct,
  timer: GcpTimerPlan,
  account: ServiceAccount,
  invoker: ITerraformDependable,
  parts: Parts,
  { region }: Where,
): CloudSchedulerJob =>
  new CloudSchedulerJob(scope, pascalCase(timer.part), {
    name: timer.name,
    region,
    description: timer.description,
    schedule: timer.schedule,
    timeZone: timer.timeZone,
    attemptDeadline: timer.deadline,
    retryConfig: { retryCount: timer.retries.count, minBackoffDuration: timer.retries.firstAfter },
    httpTarget: {
      httpMethod: timer.request.method,
      uri: parts.text(timer.request.uri),
      headers: timer.request.headers,
      body: timer.request.body,
      oidcToken: { serviceAccountEmail: account.email, audience: parts.token(timer.request.audience) },
    },
    // A job that runs before its permissions exist fails.
    dependsOn: [...parts.needs(timer.needs), invoker],
  });
