import type { Rule } from '../rule';

export const rule: Rule = {
  title: "A task in a private subnet can't pull its image before the subnet's route to a NAT gateway.",
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html',
    'https://repost.aws/knowledge-center/ecs-fargate-pull-container-error',
  ],
  of: ['AWS::ECS::Service'],
  where: (_, view) => view.of('AWS::EC2::NatGateway').length > 0,
  *check(service, view) {
    for (const type of ['AWS::EC2::Route', 'AWS::EC2::SubnetRouteTableAssociation'])
      for (const one of view.of(type)) {
        const isPrivate = /private/i.test(one.id);
        if (isPrivate && !view.isAfter(service, one)) yield `may be made before ${one.id}`;
      }
  },
  counterCase: (view) => {
    view.forget(...view.of('AWS::EC2::Route'));
  },
  counterOf: 'own network',
};
