import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'Tasks with the awsvpc network register by address, so their target group is of type ip.',
  sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb.html'],
  of: ['AWS::ElasticLoadBalancingV2::TargetGroup'],
  *check(group) {
    if (group.text('TargetType') !== 'ip') yield `is of type ${group.text('TargetType')}`;
  },
  counterCase: (view) => {
    view.one('AWS::ElasticLoadBalancingV2::TargetGroup').set('TargetType', 'instance');
  },
};
