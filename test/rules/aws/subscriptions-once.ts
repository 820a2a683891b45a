import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'SNS has one subscription for each topic and endpoint: a second one is the first.',
  sources: ['https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html'],
  of: ['AWS::SNS::Subscription'],
  *check(one, view) {
    const key = (each: typeof one): string =>
      `${each.text('TopicArn')} ${each.text('Protocol')} ${each.text('Endpoint')}`;
    if (view.of(one.type).some((other) => other !== one && key(other) === key(one))) yield 'is there twice';
  },
  counterCase: (view) => {
    const one = view.one('AWS::SNS::Subscription');
    const other = view.add(one.type, structuredClone(one.value));
    other.set('TopicArn', one.get('TopicArn'));
    for (const each of view.of('AWS::SNS::Subscription')) each.set('TopicArn', one.get('TopicArn'));
  },
};
