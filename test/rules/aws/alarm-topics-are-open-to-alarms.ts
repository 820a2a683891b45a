import type { Rule } from '../rule';

export const rule: Rule = {
  title: "CloudWatch can't publish to a topic that is encrypted with the key that AWS manages for SNS.",
  sources: ['https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services'],
  of: ['AWS::SNS::Topic'],
  where: (topic, view) => view.pointingAt(topic, 'AWS::CloudWatch::Alarm', 'AlarmActions').length > 0,
  *check(topic) {
    const key = topic.text('KmsMasterKeyId');
    if (/alias\/aws\/sns/.test(key)) yield `is encrypted with ${key}`;
    if (topic.get('FifoTopic') === true) yield 'is FIFO';
  },
  counterCase: (view) => {
    for (const topic of view.of('AWS::SNS::Topic')) topic.set('KmsMasterKeyId', 'alias/aws/sns');
  },
};
