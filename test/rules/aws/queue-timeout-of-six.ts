import { functionOf } from '../aws-shapes';
import type { Rule } from '../rule';

export const rule: Rule = {
  title: "A visibility timeout that nobody chose is six times the consumer's timeout, or the longest there is.",
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html'],
  of: ['AWS::Lambda::EventSourceMapping'],
  // The architecture writes the timeout of the other queue itself.
  where: (mapping) => /jobs/i.test(mapping.refers('EventSourceArn').join()),
  *check(mapping, view) {
    const [queue] = view.named(mapping, 'EventSourceArn', 'AWS::SQS::Queue');
    const wanted = Math.min(6 * functionOf(mapping, view, 'FunctionName')!.number('Timeout')!, 43200);
    if (queue!.number('VisibilityTimeout') !== wanted) yield `has ${queue!.text('VisibilityTimeout')} s, not ${wanted}`;
  },
  counterCase: (view) => {
    for (const queue of view.of('AWS::SQS::Queue')) queue.set('VisibilityTimeout', 300);
  },
};
