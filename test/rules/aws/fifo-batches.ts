import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A batch from a FIFO queue has 10 messages at most, and a larger one from a standard queue needs a window.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html'],
  of: ['AWS::Lambda::EventSourceMapping'],
  *check(mapping, view) {
    const size = mapping.number('BatchSize') ?? 10;
    const [queue] = view.named(mapping, 'EventSourceArn', 'AWS::SQS::Queue');
    if (queue?.get('FifoQueue') === true && size > 10) yield `takes ${size} messages from a FIFO queue`;
    if (size > 10 && !mapping.number('MaximumBatchingWindowInSeconds')) yield `takes ${size} messages without a window`;
    if (size < 1 || size > 10000) yield `takes ${size} messages`;
  },
  counterCase: (view) => {
    for (const mapping of view.of('AWS::Lambda::EventSourceMapping')) mapping.set('BatchSize', 11);
  },
};
