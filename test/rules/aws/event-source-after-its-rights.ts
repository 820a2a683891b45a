import { functionOf, mayDo, policiesOf } from '../aws-shapes';
import type { Rule } from '../rule';

const actions = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];

export const rule: Rule = {
  title: "Lambda refuses an event source while the function's role can't receive its messages.",
  sources: [
    'https://github.com/aws/aws-cdk/issues/6770',
    'https://github.com/hashicorp/terraform-provider-aws/issues/14042',
    'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html',
  ],
  of: ['AWS::Lambda::EventSourceMapping'],
  *check(mapping, view) {
    const handler = functionOf(mapping, view, 'FunctionName')!;
    const [role] = view.named(handler, 'Role', 'AWS::IAM::Role');
    const [queue] = view.named(mapping, 'EventSourceArn', 'AWS::SQS::Queue');
    for (const action of actions) if (!mayDo(role!, view, action, queue!)) yield `needs ${action}`;
    for (const policy of [role!, ...policiesOf(role!, view)])
      if (!view.isAfter(mapping, policy)) yield `may be made before ${policy.id}`;
  },
  counterCase: (view) => {
    for (const mapping of view.of('AWS::Lambda::EventSourceMapping'))
      mapping.set(
        'EventSourceArn',
        `‹${view.one('AWS::SQS::Queue', (one) => one.get('RedrivePolicy') === undefined).id}|arn›`,
      );
  },
};
