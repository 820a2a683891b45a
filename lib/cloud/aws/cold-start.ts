import { leastWorkers, mostIn, mostWorkersEver, type ColdStart } from '../../model/cold-start';
import type { ElementId } from '../../model/name';
import type { ResolvedService } from '../../model/service';
import { part, type PlanText } from '../part';
import { requestsPerContainer } from './approximation';
import { awsCron } from './schedule';

/** A scalable target with its bounds, its policy and its schedule. */
export interface AwsScalingPlan {
  readonly namespace: 'lambda' | 'ecs';
  readonly dimension: 'lambda:function:ProvisionedConcurrency' | 'ecs:service:DesiredCount';
  /** The scaled resource, as Application Auto Scaling identifies it. */
  readonly resource: PlanText;
  readonly min: number;
  readonly max: number;
  /** The policy that adds and removes workers between the bounds; absent: there is none. */
  readonly tracking?: AwsTrackingPlan;
  /** The scheduled changes of the bounds. */
  readonly schedule: readonly AwsScheduledPlan[];
}

/** Other bounds, from a time on. */
export interface AwsScheduledPlan {
  /** Names it among those of its resource. */
  readonly name: string;
  /** In the six fields of AWS, and their brackets. */
  readonly cron: string;
  readonly timezone: string;
  readonly min: number;
  readonly max: number;
}

/** A metric that is kept at a target by adding and removing workers. */
export interface AwsTrackingPlan {
  /** Names the policy among those of its resource. */
  readonly name: 'target-tracking';
  readonly metric:
    'LambdaProvisionedConcurrencyUtilization' | 'ECSServiceAverageCPUUtilization' | 'ALBRequestCountPerTarget';
  readonly target: number;
  /** The load balancer and the target group whose requests are counted. */
  readonly label?: PlanText;
}

const policy = { name: 'target-tracking' } as const;

/** The scaling settings of a function. All of them are set on the alias. */
export interface AwsFunctionWarmth {
  /** Workers that are always warm: never beside `scaling`, which changes how many. */
  readonly provisioned?: number;
  /** Reserved concurrency: the maximum number of concurrent executions; absent: none is reserved. */
  readonly reserved?: number;
  readonly scaling?: AwsScalingPlan;
}

/** The reserved concurrency of a function: its maximum at any time; undefined without a maximum. */
export const reservedConcurrency = (coldStart: ColdStart): number | undefined =>
  coldStart.provisioned === undefined ? mostWorkersEver(coldStart) : undefined;

export function planFunctionWarmth(element: ElementId, coldStart: ColdStart): AwsFunctionWarmth {
  const { utilization, scheduled } = coldStart;
  const warm = leastWorkers(coldStart);
  const most = reservedConcurrency(coldStart);
  const reserved = most !== undefined && { reserved: most };
  if (!utilization && !scheduled) return { ...(warm > 0 && { provisioned: warm }), ...reserved };
  // Without tracking, workers are removed only above the maximum, so it equals the minimum.
  const base = { min: warm, max: utilization?.max ?? warm };
  return {
    ...reserved,
    scaling: {
      namespace: 'lambda',
      dimension: 'lambda:function:ProvisionedConcurrency',
      resource: ['function:', part(element, 'alias', 'name')],
      ...base,
      ...(utilization && {
        tracking: { ...policy, metric: 'LambdaProvisionedConcurrencyUtilization', target: utilization.target },
      }),
      schedule: planSchedule(coldStart, base),
    },
  };
}

/** The load of a service, and what it does about it. */
type ServiceLoad = Pick<ResolvedService, 'coldStart' | 'requestsPerInstance' | 'requestsPerMinute'>;

/** The number of a service's tasks: fixed, or an initial number that auto scaling changes. */
export interface AwsServiceWarmth {
  readonly count: number;
  readonly scaling?: AwsScalingPlan;
}

export function planServiceWarmth(
  element: ElementId,
  { coldStart, requestsPerInstance, requestsPerMinute }: ServiceLoad,
): AwsServiceWarmth {
  const { provisioned, dynamic, utilization } = coldStart;
  const bounds = dynamic ?? utilization;
  if (!bounds) return { count: provisioned! };
  const base = { min: bounds.min, max: bounds.max! };
  return {
    count: bounds.min,
    scaling: {
      namespace: 'ecs',
      dimension: 'ecs:service:DesiredCount',
      resource: ['service/', part('foundation', 'cluster', 'name'), '/', part(element, 'service', 'name')],
      ...base,
      tracking: utilization
        ? { ...policy, metric: 'ECSServiceAverageCPUUtilization', target: percent(utilization.target) }
        : {
            ...policy,
            metric: 'ALBRequestCountPerTarget',
            target: requestsPerMinute ?? requestsPerContainer(requestsPerInstance),
            label: requestsOf(element),
          },
      schedule: planSchedule(coldStart, base),
    },
  };
}

/** The bounds of each window from its start on, and those outside of it from its end on. */
function planSchedule(
  coldStart: ColdStart,
  outside: { readonly min: number; readonly max: number },
): AwsScheduledPlan[] {
  return (coldStart.scheduled ?? []).flatMap((window) => {
    const { name, start, end, timezone, min } = window;
    return [
      { name: `${name}-start`, cron: awsCron(start), timezone, min, max: mostIn(window, coldStart) },
      { name: `${name}-end`, cron: awsCron(end), timezone, ...outside },
    ];
  });
}

const requestsOf = (element: ElementId): PlanText => [
  part('foundation', 'loadBalancer', 'fullName'),
  '/',
  part(element, 'targetGroup', 'fullName'),
];

/** A part of one as CloudWatch counts CPU: 0.57 is 57, and no 56.99999999999999. */
const percent = (ratio: number): number => Math.round(ratio * 100);
