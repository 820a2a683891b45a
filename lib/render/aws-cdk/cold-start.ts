import { CfnScalableTarget, CfnScalingPolicy } from 'aws-cdk-lib/aws-applicationautoscaling';
import type { Construct } from 'constructs';
import type { AwsScalingPlan, AwsScheduledPlan, AwsTrackingPlan } from '../../cloud/aws/cold-start';
import type { Parts } from './parts';

/** CDK constructs created for auto scaling. */
export interface RenderedScaling {
  readonly target: CfnScalableTarget;
  /** The scaling policy; undefined if there is none. */
  readonly policy?: CfnScalingPolicy;
}

/** Scales what is pointed at. */
export function renderScaling(
  scope: Construct,
  { namespace, dimension, resource, min, max, tracking, schedule }: AwsScalingPlan,
  parts: Parts,
): RenderedScaling {
  // Level-1 constructs: the level-2 construct would create a role, although AWS has a service-linked role for this.
  const target = new CfnScalableTarget(scope, 'Scaling', {
    serviceNamespace: namespace,
    scalableDimension: dimension,
    resourceId: parts.text(resource),
    minCapacity: min,
    maxCapacity: max,
    ...(schedule.length > 0 && { scheduledActions: schedule.map(actionOf) }),
  });
  return { target, ...(tracking && { policy: renderPolicy(scope, target, tracking, parts) }) };
}

const actionOf = ({ name, cron, timezone, min, max }: AwsScheduledPlan): CfnScalableTarget.ScheduledActionProperty => ({
  scheduledActionName: name,
  schedule: cron,
  timezone,
  scalableTargetAction: { minCapacity: min, maxCapacity: max },
});

function renderPolicy(
  scope: Construct,
  target: CfnScalableTarget,
  tracking: AwsTrackingPlan,
  parts: Parts,
): CfnScalingPolicy {
  return new CfnScalingPolicy(scope, 'ScalingPolicy', {
    policyName: tracking.name,
    policyType: 'TargetTrackingScaling',
    scalingTargetId: target.ref,
    targetTrackingScalingPolicyConfiguration: {
      predefinedMetricSpecification: {
        predefinedMetricType: tracking.metric,
        ...(tracking.label && { resourceLabel: parts.text(tracking.label) }),
      },
      targetValue: tracking.target,
    },
  });
}
