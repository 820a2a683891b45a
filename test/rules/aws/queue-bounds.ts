import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'SQS hides a message for 12 hours at most, keeps it 1 minute to 14 days, and receives it 1 to 1,000 times.',
  sources: [
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html',
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html',
  ],
  of: ['AWS::SQS::Queue'],
  *check(queue) {
    const [hidden, kept] = [queue.number('VisibilityTimeout') ?? 30, queue.number('MessageRetentionPeriod') ?? 345600];
    if (hidden > 43200) yield `hides messages for ${hidden} s`;
    if (kept < 60 || kept > 1209600) yield `keeps messages for ${kept} s`;
    const received = queue.number('RedrivePolicy.maxReceiveCount') ?? 1;
    if (received < 1 || received > 1000) yield `receives a message ${received} times`;
  },
  counterCase: (view) => {
    view.one('AWS::SQS::Queue').set('MessageRetentionPeriod', 1209601);
  },
};
