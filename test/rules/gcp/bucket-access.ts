import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'Organizations enforce uniform access and prevent public access, so a bucket without them is refused.',
  sources: [
    'https://docs.cloud.google.com/storage/docs/org-policy-constraints',
    'https://docs.cloud.google.com/resource-manager/docs/secure-by-default-organizations',
  ],
  of: ['google_storage_bucket'],
  *check(bucket) {
    if (bucket.get('uniform_bucket_level_access') !== true) yield 'has lists of access';
    if (bucket.text('public_access_prevention') !== 'enforced') yield 'may be made public';
    for (const rule of bucket.all('lifecycle_rule')) {
      const age = rule.number('condition.age') ?? rule.number('condition.days_since_noncurrent_time');
      if (age === undefined || age < 0 || !Number.isInteger(age)) yield `has a rule for ${rule.text('condition')}`;
    }
  },
  counterCase: (view) => {
    view.one('google_storage_bucket').set('uniform_bucket_level_access', false);
  },
};
