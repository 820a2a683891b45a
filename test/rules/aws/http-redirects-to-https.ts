import type { Rule } from '../rule';
import type { Resource } from '../view';

const listener = 'AWS::ElasticLoadBalancingV2::Listener';

const balancerOf = (one: Resource): string => one.refers('LoadBalancerArn').join();

export const rule: Rule = {
  title: 'A load balancer with HTTPS redirects HTTP to it for good, and passes no request of HTTP on.',
  sources: ['https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-1'],
  of: [listener],
  with: ['AWS::ElasticLoadBalancingV2::ListenerRule'],
  where: (one, view) =>
    one.text('Protocol') === 'HTTP' &&
    view.of(listener).some((other) => other.text('Protocol') === 'HTTPS' && balancerOf(other) === balancerOf(one)),
  *check(one, view) {
    const [action] = one.all('DefaultActions');
    const redirects = action ? [...action.all('RedirectConfig'), ...action.all('Redirect')] : [];
    const [to] = redirects.map((each) => ['Protocol', 'Port', 'StatusCode'].map((word) => each.text(word)).join(' '));
    if (to !== 'HTTPS 443 HTTP_301') yield `redirects to ${to ?? 'nothing'}`;
    for (const other of view.pointingAt(one, 'AWS::ElasticLoadBalancingV2::ListenerRule', 'ListenerArn'))
      yield `passes on what ${other.id} matches`;
  },
  counterCase: (view) => {
    const plain = view.one(listener, (one) => one.text('Protocol') === 'HTTP');
    plain.set('DefaultActions', [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '200' } }]);
  },
  counterOf: 'own network',
};
