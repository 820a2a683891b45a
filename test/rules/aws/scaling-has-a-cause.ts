import { scalingPolicy, scheduledAction } from '../aws-shapes';
import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A scalable target without a policy or a schedule scales nothing.',
  sources: [
    'https://docs.aws.amazon.com/autoscaling/application/userguide/what-is-application-auto-scaling.html',
    'https://github.com/aws/aws-cdk/issues/30503',
  ],
  of: ['AWS::ApplicationAutoScaling::ScalableTarget'],
  *check(target, view) {
    const inside = target.all('ScheduledActions').length;
    const beside = view.pointingAt(target, scheduledAction, 'resourceId').length;
    const policies = view.of(scalingPolicy).filter((one) => JSON.stringify(one.value).includes(`‹${target.id}|`));
    if (inside + beside + policies.length === 0) yield 'has neither a policy nor a schedule';
  },
  counterCase: (view) => {
    view.remove(...view.of(scalingPolicy));
  },
};
