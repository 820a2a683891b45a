import { FunctionIamMember } from '@pulumi/gcp/cloudfunctionsv2';
import { ServiceIamMember } from '@pulumi/gcp/cloudrunv2';
import { Job } from '@pulumi/gcp/cloudscheduler';
import { Account, IAMMember } from '@pulumi/gcp/serviceaccount';
import type { Resource } from '@pulumi/pulumi';
import type { GcpJobPlan, GcpSchedulePlan } from '../../cloud/gcp/schedule';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';
import type { Where } from './where';

/** The jobs that change an element's minimum on a schedule. */
export interface RenderedSchedule {
  /** The jobs' service account. */
  readonly serviceAccount: Account;
  /** In the order of the windows, the start of each before its end. */
  readonly jobs: readonly Job[];
}

/** Ignores changes of an element's minimum in this field, if jobs change it. */
export const leave = (schedule: GcpSchedulePlan | undefined, field: string): { ignoreChanges?: string[] } =>
  schedule ? { ignoreChanges: [field] } : {};

export function renderSchedule(parent: Element, plan: GcpSchedulePlan, parts: Parts, where: Where): RenderedSchedule {
  const serviceAccount = new Account(
    `${parent.prefix}-scheduler`,
    { accountId: plan.serviceAccount.id, displayName: plan.serviceAccount.displayName },
    { parent, dependsOn: parts.needs(plan.serviceAccount.needs) },
  );
  const grants = [
    renderScaling(parent, plan, serviceAccount, parts, where),
    ...plan.actsAs.map(
      ({ part, account, role }) =>
        new IAMMember(
          `${parent.prefix}-${part}`,
          { serviceAccountId: parts.token(account), role, member: serviceAccount.member },
          { parent },
        ),
    ),
  ];
  const jobs = plan.jobs.map((job) => renderJob(parent, job, serviceAccount, grants, parts, where));
  return { serviceAccount, jobs };
}

/** Lets the jobs change the element. */
function renderScaling(
  parent: Element,
  { kind, scales }: GcpSchedulePlan,
  { member }: Account,
  parts: Parts,
  { region: location }: Where,
): Resource {
  const part = `${parent.prefix}-scheduler-scales`;
  const [name, role] = [parts.token(scales.on), parts.token(scales.role)];
  return kind === 'functions'
    ? new FunctionIamMember(part, { location, cloudFunction: name, role, member }, { parent })
    : new ServiceIamMember(part, { location, name, role, member }, { parent });
}

function renderJob(
  parent: Element,
  plan: GcpJobPlan,
  serviceAccount: Account,
  grants: readonly Resource[],
  parts: Parts,
  { region }: Where,
): Job {
  const { request, retries } = plan;
  return new Job(
    `${parent.prefix}-${plan.part}`,
    {
      name: plan.name,
      region,
      description: plan.description,
      schedule: plan.schedule,
      timeZone: plan.timeZone,
      attemptDeadline: plan.deadline,
      retryConfig: { retryCount: retries.count, minBackoffDuration: retries.firstAfter },
      httpTarget: {
        httpMethod: request.method,
        uri: parts.text(request.uri),
        headers: { ...request.headers },
        body: request.body,
        oauthToken: { serviceAccountEmail: serviceAccount.email, scope: request.scope },
      },
    },
    // A job that runs before its permissions exist fails.
    { parent, dependsOn: [...parts.needs(plan.needs), ...grants] },
  );
}
