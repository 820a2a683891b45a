import type { Artefact } from '../artefact';
import type { Metric, Scaling } from '../aws/cold-start';
import type { Owner } from '../owner';
import type { Resource } from '../resource';
import { to } from './reference';

/** The type of what is scaled. */
export const scalableTarget = 'aws:appautoscaling/target:Target';

/** What is to be scaled, as a program says it. */
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
  const policy = artefact.part(owner, 'aws:appautoscaling/policy:Policy');
  if (!target && !policy) return null;
  if (!target || !policy) return undefined;
  target.fixed(['inputs', 'serviceNamespace'], scaled.namespace);
  target.fixed(['inputs', 'scalableDimension'], scaled.dimension);
  target.fixed(['inputs', 'resourceId'], scaled.resource);
  const [min, max] = ['minCapacity', 'maxCapacity'].map((bound) => target.number(['inputs', bound]));
  const metric = readPolicy(policy, target, scaled);
  return min === undefined || max === undefined || metric === undefined ? undefined : { min, max, metric };
}

const configuration = ['inputs', 'targetTrackingScalingPolicyConfiguration'];

function readPolicy(policy: Resource, target: Resource, { utilization, label }: Scaled): Metric | undefined {
  policy.fixed(['inputs', 'name'], 'target-tracking');
  policy.fixed(['inputs', 'policyType'], 'TargetTrackingScaling');
  for (const key of ['serviceNamespace', 'scalableDimension', 'resourceId']) {
    policy.fixed(['inputs', key], to(target, key));
  }
  const goal = policy.at([...configuration, 'targetValue']);
  if (typeof goal !== 'number') return undefined;
  const keeping = (metric: object) => ({ predefinedMetricSpecification: metric, targetValue: goal });
  return policy.one<Metric>(
    configuration,
    [keeping({ predefinedMetricType: utilization.metric }), { utilization: goal / utilization.whole }],
    ...(label === undefined
      ? []
      : [[keeping({ predefinedMetricType: requestCount, resourceLabel: label }), { requests: goal }] as const]),
  );
}

const requestCount = 'ALBRequestCountPerTarget';
