import { Join } from '../made';
import { trusts } from '../policy';

/** The place that an artifact is deployed to, as values of its engine. */
export interface Where {
  readonly partition: unknown;
  readonly region: unknown;
  readonly account: unknown;
}

/** A service that assumes roles of functions, schedules or tasks. */
export type Service = keyof typeof sources;

/**
 * The resources on whose behalf a service has to act, as the end of an ARN; absent: Lambda states none.
 * Schedules are in the default group.
 */
const sources = {
  'ecs-tasks.amazonaws.com': ['ecs', '*'],
  'lambda.amazonaws.com': undefined,
  'scheduler.amazonaws.com': ['scheduler', 'schedule-group/default'],
  'vpc-flow-logs.amazonaws.com': ['ec2', 'vpc-flow-log/*'],
} as const;

/** Tests that a trust policy only lets a service assume the role, and only on behalf of this account's resources. */
export function isTrusted(document: unknown, service: Service, where: Where | undefined): boolean {
  const source = sources[service];
  if (source === undefined) return trusts(document, service);
  if (where === undefined) return false;
  const { partition, region, account } = where;
  const [name, resource] = source;
  return trusts(document, service, {
    StringEquals: { 'aws:SourceAccount': account },
    ArnLike: { 'aws:SourceArn': new Join(['arn:', partition, `:${name}:`, region, ':', account, `:${resource}`]) },
  });
}
