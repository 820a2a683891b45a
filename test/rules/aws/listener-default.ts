import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A fixed response has at most 1,024 characters, and a status of 2xx, 4xx or 5xx.',
  sources: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_FixedResponseActionConfig.html'],
  of: ['AWS::ElasticLoadBalancingV2::Listener'],
  where: (listener) => !listener.all('DefaultActions').some((one) => one.text('Type') === 'redirect'),
  *check(listener) {
    const response = listener
      .all('DefaultActions')
      .flatMap((one) => [...one.all('FixedResponseConfig'), ...one.all('FixedResponse')]);
    if (response.length === 0) yield 'answers nothing by default';
    for (const one of response) {
      if (one.text('MessageBody').length > 1024) yield 'has too long an answer';
      if (!/^[245]\d\d$/.test(one.text('StatusCode'))) yield `has the status ${one.text('StatusCode')}`;
    }
  },
  counterCase: (view) => {
    const [action] = view.one('AWS::ElasticLoadBalancingV2::Listener').all('DefaultActions');
    action!.set(
      action!.get('FixedResponseConfig') ? 'FixedResponseConfig.StatusCode' : 'FixedResponse.StatusCode',
      '302',
    );
  },
};
