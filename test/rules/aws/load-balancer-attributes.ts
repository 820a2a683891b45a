import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A load balancer with deletion protection is not deleted, nor a stack with it.',
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#deletion-protection',
  ],
  of: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
  *check(balancer) {
    const attributes = balancer
      .all('LoadBalancerAttributes')
      .filter((one) => one.text('Key') === 'deletion_protection.enabled');
    const isOn = balancer.get('EnableDeletionProtection') ?? attributes[0]?.get('Value') ?? 'false';
    if (String(isOn) !== 'false') yield 'is protected';
  },
  counterCase: (view) => {
    const balancer = view.one('AWS::ElasticLoadBalancingV2::LoadBalancer');
    balancer.set('EnableDeletionProtection', true);
  },
};
