import { givenName } from '../aws-shapes';
import type { Rule } from '../rule';

const types = [
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::ElasticLoadBalancingV2::TargetGroup',
  'AWS::SSM::Parameter',
  'AWS::ECS::TaskDefinition',
  'AWS::Lambda::Function',
  'AWS::SQS::Queue',
  'AWS::IAM::Role',
];

const nameOf = (one: Parameters<typeof givenName>[0]): string => one.text('Family') || givenName(one);

export const rule: Rule = {
  title: 'Two resources of one type have two names.',
  sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-resource-physical-id.html'],
  of: types,
  where: (one) => nameOf(one) !== '',
  *check(one, view) {
    const same = view.of(one.type).find((other) => other !== one && nameOf(other) === nameOf(one));
    if (same) yield `has the name of ${same.id}`;
  },
  counterCase: (view) => {
    const [one, other] = view.of('AWS::SSM::Parameter');
    other!.set('Name', one!.get('Name'));
  },
};
