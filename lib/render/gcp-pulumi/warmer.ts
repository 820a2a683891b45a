import { IamMember } from '@pulumi/gcp/cloudrun';
import { Job } from '@pulumi/gcp/cloudscheduler';
import { Account } from '@pulumi/gcp/serviceaccount';
import type { GcpWarmerPlan } from '../../cloud/gcp/warmer';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';
import type { Where } from './where';

/** The job that keeps an element warm. */
export interface RenderedWarmer {
  /** The job's service account. */
  readonly serviceAccount: Account;
  readonly job: Job;
}

export function renderWarmer(
  parent: Element,
  { serviceAccount, invokes, job }: GcpWarmerPlan,
  parts: Parts,
  { region }: Where,
): RenderedWarmer {
  // What an element's name is followed by begins with a type: `a-warmer` may be another element's name.
  const name = (type: string) => `${parent.prefix}-${type}-warmer`;
  const account = new Account(
    name('service-account'),
    { accountId: serviceAccount.id, displayName: serviceAccount.displayName },
    { parent, dependsOn: parts.needs(serviceAccount.needs) },
  );
  const invoker = new IamMember(
    name('invoker'),
    { location: region, service: parts.token(invokes.on), role: invokes.role, member: account.member },
    { parent },
  );
  const rendered = new Job(
    name('job'),
    {
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
    },
    // A job that runs before its permissions exist fails.
    { parent, dependsOn: [...parts.needs(job.needs), invoker] },
  );
  return { serviceAccount: account, job: rendered };
}
