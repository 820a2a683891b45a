import { literally } from '../reference';
import type { Rule } from '../rule';
import type { Resource } from '../view';

const valuesOf = (rule: Resource): string[] =>
  rule
    .all('Conditions')
    .flatMap((condition) =>
      ['PathPatternConfig.Values', 'HostHeaderConfig.Values', 'PathPattern.Values', 'HostHeader.Values']
        .flatMap((path) => condition.get(path) ?? [])
        .map(String),
    );

export const rule: Rule = {
  title: 'A listener rule has a priority of its own from 1 to 50,000, and 1 to 5 values of 128 characters.',
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html',
  ],
  of: ['AWS::ElasticLoadBalancingV2::ListenerRule'],
  *check(rule, view) {
    const priority = rule.number('Priority')!;
    if (!(priority >= 1 && priority <= 50000)) yield `has the priority ${priority}`;
    const others = view.of('AWS::ElasticLoadBalancingV2::ListenerRule').filter((one) => one !== rule);
    if (others.some((one) => one.number('Priority') === priority)) yield `shares the priority ${priority}`;
    const values = valuesOf(rule);
    if (values.length < 1 || values.length > 5) yield `has ${values.length} values`;
    for (const value of values)
      if (literally(value).length > 128 || !/^[\w\-.$/~"'@:+&*?]+$/.test(value)) yield `matches ${value}`;
  },
  counterCase: (view) => {
    view.one('AWS::ElasticLoadBalancingV2::ListenerRule').set('Priority', 50001);
  },
};
