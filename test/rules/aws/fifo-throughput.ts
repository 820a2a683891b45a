import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A throughput limit per message group needs deduplication per message group, and both need a FIFO queue.',
  sources: ['https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/high-throughput-fifo.html'],
  of: ['AWS::SQS::Queue'],
  where: (queue) => queue.get('FifoThroughputLimit') !== undefined || queue.get('DeduplicationScope') !== undefined,
  *check(queue) {
    if (queue.get('FifoQueue') !== true) yield 'is no FIFO queue';
    if (queue.get('FifoThroughputLimit') === 'perMessageGroupId' && queue.get('DeduplicationScope') !== 'messageGroup')
      yield 'has another scope of deduplication';
  },
  counterCase: (view) => {
    view.one('AWS::SQS::Queue', (one) => one.get('FifoQueue') === true).set('DeduplicationScope', 'queue');
  },
};
