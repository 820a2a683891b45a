import { statementsIn } from '../aws-shapes';
import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A bucket that blocks public policies refuses a policy that allows everybody something.',
  sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html'],
  of: ['AWS::S3::BucketPolicy'],
  *check(policy) {
    for (const { effect, principals, condition } of statementsIn(policy.get('PolicyDocument')))
      if (effect === 'Allow' && principals.includes('*') && condition === '{}') yield 'allows everybody something';
  },
  counterCase: (view) => {
    view.one('AWS::S3::BucketPolicy').set('PolicyDocument', {
      Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' }],
    });
  },
};
