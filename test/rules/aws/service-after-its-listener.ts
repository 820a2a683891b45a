import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'ECS refuses a service whose target group no listener forwards to.',
  sources: ['https://github.com/aws/aws-cdk/issues/1160', 'https://github.com/hashicorp/terraform/issues/32908'],
  of: ['AWS::ECS::Service'],
  where: (service) => service.all('LoadBalancers').length > 0,
  *check(service, view) {
    for (const group of view.named(service, 'LoadBalancers', 'AWS::ElasticLoadBalancingV2::TargetGroup')) {
      const rules = view.pointingAt(group, 'AWS::ElasticLoadBalancingV2::ListenerRule', 'Actions');
      if (!rules.some((one) => view.isAfter(service, one))) yield 'may be made before its target group is in use';
    }
  },
  counterCase: (view) => {
    view.forget(...view.of('AWS::ElasticLoadBalancingV2::ListenerRule'));
  },
};
