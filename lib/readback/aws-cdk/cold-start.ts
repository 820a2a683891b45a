import type { Artefact } from '../artefact';
import type { Metric, Scaling } from '../aws/cold-start';
import type { Owner } from '../owner';
import type { Resource } from '../resource';
import { ref } from './reference';

/** The type of what is scaled. */
export const scalableTarget = 'AWS::ApplicationAutoScaling::ScalableTarget';

/** What is to be scaled, as a template says it. */
export interface Scaled {
  readonly namespace: string;
  readonly dimension: string;
  readonly resource: unknown;
  /** The metric of its utilization, and what that is where all of it is in use. */
  readonly utilization: { readonly metric: string; readonly whole: 1 | 100 };
  /** The load balancer and the target group whose requests count. */
  readonly label?: unknown;
}

/** The one scalable target of an element, and its policy. */
export function readScaling(owner: Owner, artefact: Artefact, scaled: Scaled): Scaling {
  const target = artefact.part(owner, scalableTarget);
  const policy = artefact.part(owner, 'AWS::ApplicationAutoScaling::ScalingPolicy');
  if (!target && !policy) return null;
  if (!target || !policy) return undefined;
  target.fixed(['Properties', 'ServiceNamespace'], scaled.namespace);
  target.fixed(['Properties', 'ScalableDimension'], scaled.dimension);
  target.fixed(['Properties', 'ResourceId'], scaled.resource);
  const [min, max] = ['MinCapacity', 'MaxCapacity'].map((bound) => target.number(['Properties', bound]));
  const metric = readPolicy(policy, target, scaled);
  return min === undefined || max === undefined || metric === undefined ? undefined : { min, max, metric };
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
