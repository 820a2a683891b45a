import type { Rule } from '../rule';
import type { Properties, Resource } from '../view';

const rulesOf = (one: Resource): Properties[] => [...one.all('LifecycleConfiguration.Rules'), ...one.all('rules')];

export const rule: Rule = {
  title: 'A lifecycle rule is enabled, does something, and counts whole days from 1 on.',
  sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html'],
  of: ['AWS::S3::Bucket', 'aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration'],
  where: (one) => rulesOf(one).length > 0,
  *check(one) {
    for (const rule of rulesOf(one)) {
      const { Status = rule.get('status') } = rule.value;
      if (Status !== 'Enabled') yield `has a rule that is ${String(Status)}`;
      const days = [...JSON.stringify(rule.value).matchAll(/[dD]ays(?:AfterInitiation)?":(-?[\d.]+)/g)].map(
        ([, text]) => Number(text),
      );
      if (days.length === 0 || days.some((each) => !Number.isInteger(each) || each < 1))
        yield `counts ${days.join()} days`;
    }
  },
  counterCase: (view) => {
    const one = view.resources.find((each) => rule.of.includes(each.type) && rulesOf(each).length > 0)!;
    one.set(one.get('LifecycleConfiguration') ? 'LifecycleConfiguration.Rules' : 'rules', [{ Status: 'Enabled' }]);
  },
};
