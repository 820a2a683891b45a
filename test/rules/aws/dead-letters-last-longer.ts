import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'Dead letters keep the time at which they were sent first, so their queue keeps messages at least as long.',
  sources: ['https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html'],
  of: ['AWS::SQS::Queue'],
  where: (queue) => queue.refers('RedrivePolicy').length > 0,
  *check(queue, view) {
    const [dead] = view.named(queue, 'RedrivePolicy', 'AWS::SQS::Queue');
    const [here, there] = [queue, dead!].map((one) => one.number('MessageRetentionPeriod') ?? 345600) as [
      number,
      number,
    ];
    if (there < here) yield `keeps messages ${here} s, its dead letters ${there} s`;
  },
  counterCase: (view) => {
    for (const queue of view.of('AWS::SQS::Queue'))
      if (queue.get('RedrivePolicy') === undefined) queue.set('MessageRetentionPeriod', 60);
  },
};
