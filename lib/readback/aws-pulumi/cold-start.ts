import type { WindowFact } from '../../facts/cold-start';
import type { Artefact } from '../artefact';
import type { Metric, Scaling } from '../aws/cold-start';
import { boundsOf, readWindows, type ScheduledAction } from '../aws/schedule';
import type { Owner } from '../owner';
import { equal, to, type Resource } from '../resource';
import { dialect } from './dialect';

/** The type of a scalable target. */
export const scalableTarget = 'aws:appautoscaling/target:Target';

/** The resource to scale, in the words of a program. */
export interface Scaled {
  readonly namespace: string;
  readonly dimension: string;
  readonly resource: unknown;
  /** The metric of its utilization, and its value at full utilization. */
  readonly utilization: { readonly metric: string; readonly whole: 1 | 100 };
  /** The label of the load balancer and target group whose requests are counted; absent: requests don't scale it. */
  readonly label?: unknown;
}

const scheduledAction = 'aws:appautoscaling/scheduledAction:ScheduledAction';

/** Reads the one scalable target of an element, and its policy. */
export function readScaling(owner: Owner, artefact: Artefact, scaled: Scaled): Scaling {
  const target = artefact.part(owner, scalableTarget);
  const policy = artefact.part(owner, 'aws:appautoscaling/policy:Policy');
  if (!target) return policy ? undefined : null;
  target.fixed(['inputs', 'serviceNamespace'], scaled.namespace);
  target.fixed(['inputs', 'scalableDimension'], scaled.dimension);
  target.fixed(['inputs', 'resourceId'], scaled.resource);
  const [min, max] = ['minCapacity', 'maxCapacity'].map((bound) => target.number(['inputs', bound]));
  const metric = policy ? readPolicy(policy, target, scaled) : null;
  readOrder(artefact.parts(owner, scheduledAction), policy);
  if (min === undefined || max === undefined || metric === undefined) return undefined;
  const windows = readSchedule(owner, artefact, target, { min, max });
  return windows && { min, max, metric, windows };
}

/** Changes of one target exclude each other, so each has to come after another one, and the policy after the last. */
function readOrder(actions: readonly Resource[], policy: Resource | undefined): void {
  const path = ['options', 'dependsOn'];
  const before = (one: Resource): readonly unknown[] => (one.at(path) ?? []) as readonly unknown[];
  let last: Resource | undefined;
  const open = new Set(actions);
  while (open.size > 0) {
    const next = [...open].filter((one) => equal(before(one), last ? [last.address] : []));
    if (next.length !== 1) break;
    [last] = next as [Resource];
    open.delete(last);
    last.as(path, (value) => value);
  }
  // One that comes after none, beside another one that does, or after something else.
  for (const one of open) one.fixed(path, null);
  policy?.fixed(path, last && [last.address]);
}

/** Reads the scheduled actions of a target. They change its bounds, so a deployment has to ignore those. */
function readSchedule(
  owner: Owner,
  artefact: Artefact,
  target: Resource,
  outside: { min: number; max: number },
): WindowFact[] | undefined {
  const actions = artefact.parts(owner, scheduledAction);
  if (actions.length === 0) return [];
  target.fixed(['options', 'ignoreChanges'], ['minCapacity', 'maxCapacity']);
  const windows = readWindows(
    actions.map((action) => readAction(action, target)),
    outside,
  );
  if (windows) for (const action of actions) for (const key of said) action.as(['inputs', key], (value) => value);
  return windows;
}

const said = ['name', 'schedule', 'timezone', 'scalableTargetAction'];

function readAction(action: Resource, target: Resource): ScheduledAction {
  for (const key of scaledBy) action.fixed(['inputs', key], to(target, key));
  const [name, schedule, timezone, bounds] = said.map((key) => action.at(['inputs', key]));
  return { name, schedule, timezone, ...boundsOf(bounds, dialect) };
}

/** The properties that identify a scalable target. */
const scaledBy = ['serviceNamespace', 'scalableDimension', 'resourceId'];

const configuration = ['inputs', 'targetTrackingScalingPolicyConfiguration'];

function readPolicy(policy: Resource, target: Resource, { utilization, label }: Scaled): Metric | undefined {
  policy.fixed(['inputs', 'name'], 'target-tracking');
  policy.fixed(['inputs', 'policyType'], 'TargetTrackingScaling');
  for (const key of scaledBy) policy.fixed(['inputs', key], to(target, key));
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
