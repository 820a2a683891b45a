import { statementsIn } from '../aws-shapes';
import type { Rule } from '../rule';

export const rule: Rule = {
  title: "What lets a service of AWS act on a resource names whose service, or anybody's could (confused deputy).",
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
    'https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html',
  ],
  of: ['AWS::SQS::QueuePolicy', 'AWS::S3::BucketPolicy'],
  *check(policy) {
    for (const { effect, principals, condition } of statementsIn(policy.get('PolicyDocument')))
      if (
        effect === 'Allow' &&
        principals.some((one) => one.endsWith('.amazonaws.com')) &&
        !/aws:Source(Arn|Account)/i.test(condition)
      )
        yield `lets ${principals.join()} act for anybody`;
  },
  counterCase: (view) => {
    view
      .one('AWS::SQS::QueuePolicy')
      .set('PolicyDocument.Statement', [
        { Effect: 'Allow', Principal: { Service: 'sns.amazonaws.com' }, Action: 'sqs:SendMessage', Resource: '*' },
      ]);
  },
};
