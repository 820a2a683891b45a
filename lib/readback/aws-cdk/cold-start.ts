import type { WindowFact } from '../../facts/cold-start';
import type { Artefact } from '../artefact';
import type { Metric, Scaling } from '../aws/cold-start';
import { boundsOf, readWindows, type ScheduledAction } from '../aws/schedule';
import type { Owner } from '../owner';
import { isObject, type Resource } from '../resource';
import { dialect } from './dialect';
import { ref } from './reference';

/** The type of a scalable target. */
export const scalableTarget = 'AWS::ApplicationAutoScaling::ScalableTarget';

/** The resource to scale, in the words of a template. */
export interface Scaled {
  readonly namespace: string;
  readonly dimension: string;
  readonly resource: unknown;
  /** The metric of its utilization, and its value at full utilization. */
  readonly utilization: { readonly metric: string; readonly whole: 1 | 100 };
  /** The label of the load balancer and target group whose requests are counted; absent: requests don't scale it. */
  readonly label?: unknown;
}

/** Reads the one scalable target of an element, and its policy. */
export function readScaling(owner: Owner, artefact: Artefact, scaled: Scaled): Scaling {
  const target = artefact.part(owner, scalableTarget);
  const policy = artefact.part(owner, 'AWS::ApplicationAutoScaling::ScalingPolicy');
  if (!target) return policy ? undefined : null;
  target.fixed(['Properties', 'ServiceNamespace'], scaled.namespace);
  target.fixed(['Properties', 'ScalableDimension'], scaled.dimension);
  target.fixed(['Properties', 'ResourceId'], scaled.resource);
  const [min, max] = ['MinCapacity', 'MaxCapacity'].map((bound) => target.number(['Properties', bound]));
  const metric = policy ? readPolicy(policy, target, scaled) : null;
  if (min === undefined || max === undefined || metric === undefined) return undefined;
  const windows = readSchedule(target, { min, max });
  return windows && { min, max, metric, windows };
}

/** Reads the scheduled actions, which are in the target itself. */
function readSchedule(target: Resource, outside: { min: number; max: number }): WindowFact[] | undefined {
  const path = ['Properties', 'ScheduledActions'];
  if (target.at(path) === undefined) return [];
  return target.as(path, (value) => {
    const actions = Array.isArray(value) ? value.map(readAction) : [undefined];
    return actions.every((action) => action !== undefined) ? readWindows(actions, outside) : undefined;
  });
}

function readAction(value: unknown): ScheduledAction | undefined {
  if (!isObject(value) || Object.keys(value).length !== 4) return undefined;
  const { ScheduledActionName: name, Schedule: schedule, Timezone: timezone, ScalableTargetAction: bounds } = value;
  return { name, schedule, timezone, ...boundsOf(bounds, dialect) };
}

const configuration = ['Properties', 'TargetTrackingScalingPolicyConfiguration'];

function readPolicy(policy: Resource, target: Resource, { utilization, label }: Scaled): Metric | undefined {
  policy.fixed(['Properties', 'PolicyName'], 'target-tracking');
  policy.fixed(['Properties', 'PolicyType'], 'TargetTrackingScaling');
  policy.fixed(['Properties', 'ScalingTargetId'], ref(target));
  const goal = policy.at([...configuration, 'TargetValue']);
  if (typeof goal !== 'number') return undefined;
  const keeping = (metric: object) => ({ PredefinedMetricSpecification: metric, TargetValue: goal });
  return policy.one<Metric>(
    configuration,
    [keeping({ PredefinedMetricType: utilization.metric }), { utilization: goal / utilization.whole }],
    ...(label === undefined
      ? []
      : [[keeping({ PredefinedMetricType: requestCount, ResourceLabel: label }), { requests: goal }] as const]),
  );
}

const requestCount = 'ALBRequestCountPerTarget';
