import type { Rule } from '../rule';

const places = ['DeadLetterConfig', 'Target.DeadLetterConfig', 'DestinationConfig', 'RedrivePolicy', 'Targets'];

export const rule: Rule = {
  title: 'Failed events of Lambda, SNS, EventBridge and Scheduler go to standard queues, never to FIFO ones.',
  sources: [
    'https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html',
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html',
    'https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html',
  ],
  of: [
    'AWS::Scheduler::Schedule',
    'AWS::Events::Rule',
    'aws:cloudwatch/eventTarget:EventTarget',
    'AWS::SNS::Subscription',
    'AWS::Lambda::EventInvokeConfig',
  ],
  where: (one, view) => places.some((place) => view.named(one, place, 'AWS::SQS::Queue').length > 0),
  *check(one, view) {
    for (const place of places)
      for (const queue of view.named(one, place, 'AWS::SQS::Queue'))
        if (queue.get('FifoQueue') === true) yield `sends to the FIFO queue ${queue.id}`;
  },
  counterCase: (view) => {
    for (const queue of view.of('AWS::SQS::Queue')) queue.set('FifoQueue', true);
  },
};
