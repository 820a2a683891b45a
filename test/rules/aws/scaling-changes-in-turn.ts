import { scalingPolicy, scheduledAction } from '../aws-shapes';
import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'Application Auto Scaling accepts one change of a scalable target at a time.',
  sources: [
    'https://github.com/hashicorp/terraform-provider-aws/issues/17915',
    'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScheduledAction.html',
  ],
  of: ['AWS::ApplicationAutoScaling::ScalableTarget'],
  // In a template, the actions are part of the target, and a policy comes after it.
  on: ['aws-pulumi'],
  where: (target, view) => view.pointingAt(target, scheduledAction, 'resourceId').length > 0,
  *check(target, view) {
    const changes = [scheduledAction, scalingPolicy].flatMap((type) => view.pointingAt(target, type, 'ResourceId'));
    for (const [index, one] of changes.entries())
      for (const other of changes.slice(index + 1))
        if (!view.isAfter(one, other) && !view.isAfter(other, one))
          yield `${one.id} and ${other.id} may be made at once`;
  },
  counterCase: (view) => {
    view.forget(...view.of(scheduledAction));
  },
};
