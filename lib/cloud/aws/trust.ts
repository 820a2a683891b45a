import { place, type PlanText } from '../part';

/** The trust policy of a role: a service, and the resources on whose behalf it may assume the role. */
export interface AwsTrust {
  readonly service:
    'ecs-tasks.amazonaws.com' | 'lambda.amazonaws.com' | 'scheduler.amazonaws.com' | 'vpc-flow-logs.amazonaws.com';
  /**
   * The account and the resources on whose behalf the service acts, so that it can't be used by another account's.
   * Absent: the service doesn't document that it states them.
   */
  readonly source?: { readonly account: PlanText; readonly arn: PlanText };
}

/** An ARN in this account and region. */
const arnOf = (service: string, resource: string): PlanText => [
  'arn:',
  place('partition'),
  `:${service}:`,
  place('region'),
  ':',
  place('account'),
  `:${resource}`,
];

/** Tasks of this account and region. ECS can't name a cluster there: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html */
export const ecsTasks: AwsTrust = {
  service: 'ecs-tasks.amazonaws.com',
  source: { account: [place('account')], arn: arnOf('ecs', '*') },
};

/** Flow logs of this account and region: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html */
export const flowLogs: AwsTrust = {
  service: 'vpc-flow-logs.amazonaws.com',
  source: { account: [place('account')], arn: arnOf('ec2', 'vpc-flow-log/*') },
};

/**
 * Schedules of the default group, in which every schedule is. A condition may name a group only:
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
 */
export const scheduler: AwsTrust = {
  service: 'scheduler.amazonaws.com',
  source: { account: [place('account')], arn: arnOf('scheduler', 'schedule-group/default') },
};

/**
 * Functions. Lambda documents no source for execution roles, and passes no role across accounts:
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
 */
export const lambda: AwsTrust = { service: 'lambda.amazonaws.com' };
