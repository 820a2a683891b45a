import { Policy, ScheduledAction, Target } from '@pulumi/aws/appautoscaling';
import type { AwsScalingPlan, AwsScheduledPlan, AwsTrackingPlan } from '../../cloud/aws/cold-start';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';

/** Pulumi resources created for auto scaling. */
export interface RenderedScaling {
  readonly target: Target;
  /** The scaling policy; undefined if there is none. */
  readonly policy?: Policy;
  /** The scheduled changes of its bounds, in order of time within each window. */
  readonly actions: readonly ScheduledAction[];
}

/** Scales what is pointed at. */
export function renderScaling(
  parent: Element,
  { namespace, dimension, resource, min, max, tracking, schedule }: AwsScalingPlan,
  parts: Parts,
  tags: Record<string, string> | undefined,
): RenderedScaling {
  const target = new Target(
    `${parent.prefix}-scaling`,
    {
      serviceNamespace: namespace,
      scalableDimension: dimension,
      resourceId: parts.text(resource),
      minCapacity: min,
      maxCapacity: max,
      tags,
    },
    // Keeps bounds that a schedule has set. Changed bounds of the base apply from the next end of a window.
    { parent, ...(schedule.length > 0 && { ignoreChanges: ['minCapacity', 'maxCapacity'] }) },
  );
  // Application Auto Scaling accepts one change of a target at a time, ConcurrentUpdateException otherwise:
  // https://github.com/hashicorp/terraform-provider-aws/issues/17915. So each one comes after the one before it.
  const actions: ScheduledAction[] = [];
  for (const action of schedule) actions.push(renderAction(parent, target, action, actions.slice(-1)));
  const policy = tracking && renderPolicy(parent, target, tracking, parts, actions.slice(-1));
  return { target, actions, ...(policy && { policy }) };
}

const scaled = ({ serviceNamespace, scalableDimension, resourceId }: Target) => ({
  serviceNamespace,
  scalableDimension,
  resourceId,
});

const renderAction = (
  parent: Element,
  target: Target,
  { name, cron, timezone, min, max }: AwsScheduledPlan,
  dependsOn: readonly ScheduledAction[],
): ScheduledAction =>
  new ScheduledAction(
    `${parent.prefix}-${name}`,
    {
      name,
      ...scaled(target),
      schedule: cron,
      timezone,
      scalableTargetAction: { minCapacity: min, maxCapacity: max },
    },
    { parent, dependsOn: [...dependsOn] },
  );

function renderPolicy(
  parent: Element,
  target: Target,
  tracking: AwsTrackingPlan,
  parts: Parts,
  dependsOn: readonly ScheduledAction[],
): Policy {
  return new Policy(
    `${parent.prefix}-scaling-policy`,
    {
      name: tracking.name,
      policyType: 'TargetTrackingScaling',
      ...scaled(target),
      targetTrackingScalingPolicyConfiguration: {
        predefinedMetricSpecification: {
          predefinedMetricType: tracking.metric,
          ...(tracking.label && { resourceLabel: parts.text(tracking.label) }),
        },
        targetValue: tracking.target,
      },
    },
    { parent, dependsOn: [...dependsOn] },
  );
}
