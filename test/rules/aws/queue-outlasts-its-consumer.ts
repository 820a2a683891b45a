import { functionOf } from '../aws-shapes';
import type { Rule } from '../rule';

export const rule: Rule = {
  title: "A queue's visibility timeout is at least its consumer's timeout.",
  sources: [
    'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html',
    'https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html',
  ],
  of: ['AWS::Lambda::EventSourceMapping'],
  *check(mapping, view) {
    const [queue] = view.named(mapping, 'EventSourceArn', 'AWS::SQS::Queue');
    const handler = functionOf(mapping, view, 'FunctionName');
    const [visible, timeout] = [queue?.number('VisibilityTimeout') ?? 30, handler?.number('Timeout') ?? 3];
    if (visible < timeout) yield `hides a message for ${visible} s from a function with ${timeout} s`;
  },
  counterCase: (view) => {
    for (const queue of view.of('AWS::SQS::Queue')) queue.set('VisibilityTimeout', 1);
  },
};
