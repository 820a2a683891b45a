import { boundsOf } from '../aws-shapes';
import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'The minimum of a scalable target, and of each scheduled action, is at most its maximum.',
  sources: ['https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html'],
  of: ['AWS::ApplicationAutoScaling::ScalableTarget'],
  *check(target, view) {
    for (const { min, max } of boundsOf(target, view))
      if (!(min >= 0 && min <= max)) yield `has the bounds ${min} and ${max}`;
  },
  counterCase: (view) => {
    view.one('AWS::ApplicationAutoScaling::ScalableTarget').set('MinCapacity', 1000);
  },
};
