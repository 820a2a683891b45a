import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A subscription of a function is live at once, so the permission of its topic comes first.',
  sources: [
    'https://docs.aws.amazon.com/sns/latest/dg/lambda-console.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html',
  ],
  of: ['AWS::SNS::Subscription'],
  where: (subscription) => subscription.get('Protocol') === 'lambda',
  *check(subscription, view) {
    const [topic] = subscription.refers('TopicArn');
    const permissions = view.of('AWS::Lambda::Permission').filter((one) => one.refers('SourceArn').includes(topic!));
    const own = permissions.filter((one) => view.isAfter(subscription, one));
    if (own.length === 0) yield 'may be live before its permission';
  },
  counterCase: (view) => {
    view.forget(...view.of('AWS::Lambda::Permission'));
  },
};
