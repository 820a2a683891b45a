import { Policy, Target } from '@pulumi/aws/appautoscaling';
import type { AwsScalingPlan } from '../../cloud/aws/cold-start';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';

/** What adds and removes workers in a Pulumi program. */
export interface RenderedScaling {
  readonly target: Target;
  readonly policy: Policy;
}

/** Scales what is pointed at. */
export function renderScaling(
  parent: Element,
  { namespace, dimension, resource, min, max, tracking }: AwsScalingPlan,
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
    { parent },
  );
  const policy = new Policy(
    `${parent.prefix}-scaling-policy`,
    {
      name: tracking.name,
      policyType: 'TargetTrackingScaling',
      serviceNamespace: target.serviceNamespace,
      scalableDimension: target.scalableDimension,
      resourceId: target.resourceId,
      targetTrackingScalingPolicyConfiguration: {
        predefinedMetricSpecification: {
          predefinedMetricType: tracking.metric,
          ...(tracking.label && { resourceLabel: parts.text(tracking.label) }),
        },
        targetValue: tracking.target,
      },
    },
    { parent },
  );
  return { target, policy };
}
