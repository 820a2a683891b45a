import { CloudRunV2ServiceIamMember } from '@cdktf/provider-google/lib/cloud-run-v2-service-iam-member';
import { CloudSchedulerJob } from '@cdktf/provider-google/lib/cloud-scheduler-job';
import { Cloudfunctions2FunctionIamMember } from '@cdktf/provider-google/lib/cloudfunctions2-function-iam-member';
import { ServiceAccount } from '@cdktf/provider-google/lib/service-account';
import { ServiceAccountIamMember } from '@cdktf/provider-google/lib/service-account-iam-member';
import type { ITerraformDependable, TerraformResourceLifecycle } from 'cdktf';
import type { Construct } from 'constructs';
import type { GcpJobPlan, GcpSchedulePlan } from '../../cloud/gcp/schedule';
import { pascalCase } from '../../model/name';
import type { Parts } from './parts';
import type { Where } from './where';

/** The jobs that change an element's minimum on a schedule. */
export interface RenderedSchedule {
  /** The jobs' service account. */
  readonly serviceAccount: ServiceAccount;
  /** In the order of the windows, the start of each before its end. */
  readonly jobs: readonly CloudSchedulerJob[];
}

/** Ignores changes of an element's minimum in this field, if jobs change it. */
export const leave = (schedule: GcpSchedulePlan | undefined, field: string): TerraformResourceLifecycle | undefined =>
  schedule && { ignoreChanges: [field] };

export function renderSchedule(scope: Construct, plan: GcpSchedulePlan, parts: Parts, where: Where): RenderedSchedule {
  const serviceAccount = new ServiceAccount(scope, 'Scheduler', {
    accountId: plan.serviceAccount.id,
    displayName: plan.serviceAccount.displayName,
    dependsOn: parts.needs(plan.serviceAccount.needs),
  });
  const grants = [
    renderScaling(scope, plan, serviceAccount, parts, where),
    ...plan.actsAs.map(
      ({ part, account, role }) =>
        new ServiceAccountIamMember(scope, pascalCase(part), {
          serviceAccountId: parts.token(account),
          role,
          member: serviceAccount.member,
        }),
    ),
  ];
  const jobs = plan.jobs.map((job) => renderJob(scope, job, serviceAccount, grants, parts, where));
  return { serviceAccount, jobs };
}

/** Lets the jobs change the element. */
function renderScaling(
  scope: Construct,
  { kind, scales }: GcpSchedulePlan,
  { member }: ServiceAccount,
  parts: Parts,
  { region }: Where,
): ITerraformDependable {
  const [name, role] = [parts.token(scales.on), parts.token(scales.role)];
  return kind === 'functions'
    ? new Cloudfunctions2FunctionIamMember(scope, 'SchedulerScales', {
        location: region,
        cloudFunction: name,
        role,
        member,
      })
    : new CloudRunV2ServiceIamMember(scope, 'SchedulerScales', { location: region, name, role, member });
}

function renderJob(
  scope: Construct,
  plan: GcpJobPlan,
  serviceAccount: ServiceAccount,
  grants: readonly ITerraformDependable[],
  parts: Parts,
  { region }: Where,
): CloudSchedulerJob {
  const { request, retries } = plan;
  return new CloudSchedulerJob(scope, pascalCase(plan.part), {
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
    // A job that runs before its permissions exist fails.
    dependsOn: [...parts.needs(plan.needs), ...grants],
  });
}
