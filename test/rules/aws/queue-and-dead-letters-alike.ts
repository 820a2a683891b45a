import type { Rule } from '../rule';

const isFifo = (value: unknown): boolean => value === true || value === 'true';

export const rule: Rule = {
  title: 'The dead-letter queue of a FIFO queue is FIFO, and that of a standard queue is standard.',
  sources: [
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
    'https://github.com/byu-oit/handel/issues/253',
  ],
  of: ['AWS::SQS::Queue'],
  where: (queue) => queue.refers('RedrivePolicy').length > 0,
  *check(queue, view) {
    const [dead] = view.named(queue, 'RedrivePolicy', 'AWS::SQS::Queue');
    if (!dead || isFifo(queue.get('FifoQueue')) !== isFifo(dead.get('FifoQueue'))) yield 'is of another kind';
  },
  counterCase: (view) => {
    view
      .one('AWS::SQS::Queue', (one) => one.get('RedrivePolicy') !== undefined && one.get('FifoQueue') === true)
      .set('FifoQueue', false);
  },
};
