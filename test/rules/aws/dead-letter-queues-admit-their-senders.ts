import { statementsIn } from '../aws-shapes';
import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'SNS and EventBridge send failed events to a queue only where its policy lets them.',
  sources: [
    'https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html',
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html#eb-dlq-perms',
  ],
  of: ['AWS::SNS::Subscription', 'AWS::Events::Rule', 'aws:cloudwatch/eventTarget:EventTarget'],
  where: (one, view) =>
    ['RedrivePolicy', 'Targets', 'DeadLetterConfig'].some(
      (path) => view.named(one, path, 'AWS::SQS::Queue').length > 0,
    ),
  *check(one, view) {
    const service = one.type === 'AWS::SNS::Subscription' ? 'sns.amazonaws.com' : 'events.amazonaws.com';
    const [queue] = ['RedrivePolicy', 'Targets', 'DeadLetterConfig'].flatMap((path) =>
      view.named(one, path, 'AWS::SQS::Queue'),
    );
    const policies = view
      .pointingAt(queue!, 'AWS::SQS::QueuePolicy', 'Queues')
      .flatMap((policy) => statementsIn(policy.get('PolicyDocument')));
    if (
      !policies.some(
        ({ effect, principals, actions }) =>
          effect === 'Allow' && principals.includes(service) && actions.includes('sqs:SendMessage'),
      )
    )
      yield `may not send to ${queue!.id}`;
  },
  counterCase: (view) => {
    view.remove(...view.of('AWS::SQS::QueuePolicy'));
  },
};
