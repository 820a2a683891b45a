import { Job } from '@pulumi/gcp/cloudscheduler';
import type { Account } from '@pulumi/gcp/serviceaccount';
import type { Resource } from '@pulumi/pulumi';
import type { GcpTimerPlan } from '../../cloud/gcp/timer';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';
import type { Where } from './where';

/** A job that calls an element on a schedule. */
export const renderTimer = (
  parent: Element,
  timer: GcpTimerPlan,
  account: Account,
  invoker: Resource,
  parts: Parts,
  { region }: Where,
): Job =>
  new Job(
    `${parent.prefix}-job-trigger-${timer.part}`,
    {
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
    },
    // A job that runs before its permissions exist fails.
    { parent, dependsOn: [...parts.needs(timer.needs), invoker] },
  );
