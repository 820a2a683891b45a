import type { ColdStart } from '../../model/cold-start';
import type { ElementId } from '../../model/name';
import { requestsPerMinute } from '../../support/cold-start';
import { part, type PlanText } from '../part';

/** What changes how many workers there are, between bounds: a scalable target, and the policy that moves it. */
export interface AwsScalingPlan {
  readonly namespace: 'lambda' | 'ecs';
  readonly dimension: 'lambda:function:ProvisionedConcurrency' | 'ecs:service:DesiredCount';
  /** What is scaled, in Application Auto Scaling's words. */
  readonly resource: PlanText;
  readonly min: number;
  readonly max: number;
  readonly tracking: AwsTrackingPlan;
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

/** How a function's workers are kept warm: on the alias, all of it. */
export interface AwsFunctionWarmth {
  /** Workers that are always warm: never beside `scaling`, which changes how many. */
  readonly provisioned?: number;
  /** How many may run at once, in all. */
  readonly reserved?: number;
  readonly scaling?: AwsScalingPlan;
}

export function planFunctionWarmth(element: ElementId, coldStart: ColdStart): AwsFunctionWarmth {
  const { provisioned, dynamic, utilization } = coldStart;
  if (utilization) {
    const { min, max, target } = utilization;
    return {
      reserved: max,
      scaling: {
        namespace: 'lambda',
        dimension: 'lambda:function:ProvisionedConcurrency',
        resource: ['function:', part(element, 'alias', 'name')],
        min,
        max,
        tracking: { ...policy, metric: 'LambdaProvisionedConcurrencyUtilization', target },
      },
    };
  }
  const warm = provisioned ?? dynamic?.min ?? 0;
  return { ...(warm > 0 && { provisioned: warm }), ...(dynamic?.max !== undefined && { reserved: dynamic.max }) };
}

/** How many containers a service has: just so many, or first so many and then as its scaling says. */
export interface AwsServiceWarmth {
  readonly count: number;
  readonly scaling?: AwsScalingPlan;
}

export function planServiceWarmth(element: ElementId, coldStart: ColdStart): AwsServiceWarmth {
  const { provisioned, dynamic, utilization } = coldStart;
  const bounds = dynamic ?? utilization;
  if (!bounds) return { count: provisioned! };
  return {
    count: bounds.min,
    scaling: {
      namespace: 'ecs',
      dimension: 'ecs:service:DesiredCount',
      resource: ['service/', part('foundation', 'cluster', 'name'), '/', part(element, 'service', 'name')],
      min: bounds.min,
      max: bounds.max!,
      tracking: utilization
        ? { ...policy, metric: 'ECSServiceAverageCPUUtilization', target: percent(utilization.target) }
        : { ...policy, metric: 'ALBRequestCountPerTarget', target: requestsPerMinute, label: requestsOf(element) },
    },
  };
}

const requestsOf = (element: ElementId): PlanText => [
  part('foundation', 'loadBalancer', 'fullName'),
  '/',
  part(element, 'targetGroup', 'fullName'),
];

/** A part of one as CloudWatch counts CPU: 0.57 is 57, and no 56.99999999999999. */
const percent = (ratio: number): number => Math.round(ratio * 100);
