import type { Rule } from '../rule';
import type { Resource } from '../view';

/** Whether a permission is for the topic of a subscription: a resource, or the ARN of a topic that exists already. */
function isOf(permission: Resource, subscription: Resource): boolean {
  const [topic] = subscription.refers('TopicArn');
  if (topic !== undefined) return permission.refers('SourceArn').includes(topic);
  return permission.text('SourceArn') === subscription.text('TopicArn');
}

export const rule: Rule = {
  title: 'A subscription of a function is live at once, so the permission of its topic comes first.',
  sources: [
    'https://docs.aws.amazon.com/sns/latest/dg/lambda-console.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html',
  ],
  of: ['AWS::SNS::Subscription'],
  where: (subscription) => subscription.get('Protocol') === 'lambda',
  *check(subscription, view) {
    const permissions = view.of('AWS::Lambda::Permission').filter((one) => isOf(one, subscription));
    const own = permissions.filter((one) => view.isAfter(subscription, one));
    if (own.length === 0) yield 'may be live before its permission';
  },
  counterCase: (view) => {
    view.forget(...view.of('AWS::Lambda::Permission'));
  },
};
