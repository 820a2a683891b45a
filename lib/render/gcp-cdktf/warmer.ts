import { CloudRunServiceIamMember } from '@cdktf/provider-google/lib/cloud-run-service-iam-member';
import { CloudSchedulerJob } from '@cdktf/provider-google/lib/cloud-scheduler-job';
import { ServiceAccount } from '@cdktf/provider-google/lib/service-account';
import { Construct } from 'constructs';
import type { GcpWarmerPlan } from '../../cloud/gcp/warmer';
import type { Parts } from './parts';
import type { Where } from './where';

/** The job that keeps an element warm. */
export interface RenderedWarmer {
  /** The job's service account. */
  readonly serviceAccount: ServiceAccount;
  readonly job: CloudSchedulerJob;
}

export function renderWarmer(
  element: Construct,
  { serviceAccount, invokes, job }: GcpWarmerPlan,
  parts: Parts,
  { region }: Where,
): RenderedWarmer {
  const scope = new Construct(element, 'Warmer');
  const account = new ServiceAccount(scope, 'ServiceAccount', {
    accountId: serviceAccount.id,
    displayName: serviceAccount.displayName,
    dependsOn: parts.needs(serviceAccount.needs),
  });
  const invoker = new CloudRunServiceIamMember(scope, 'Invoker', {
    location: region,
    service: parts.token(invokes.on),
    role: invokes.role,
    member: account.member,
  });
  const rendered = new CloudSchedulerJob(scope, 'Job', {
    name: job.name,
    region,
    description: job.description,
    schedule: job.schedule,
    timeZone: job.timeZone,
    attemptDeadline: job.deadline,
    httpTarget: {
      httpMethod: job.request.method,
      uri: parts.text(job.request.uri),
      oidcToken: { serviceAccountEmail: account.email, audience: parts.token(job.request.audience) },
    },
    // A job that runs before its permissions exist fails.
    dependsOn: [...parts.needs(job.needs), invoker],
  });
  return { serviceAccount: account, job: rendered };
}
