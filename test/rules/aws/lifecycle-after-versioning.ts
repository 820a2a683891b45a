import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'Rules for older versions come after versioning is on.',
  sources: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_lifecycle_configuration',
  ],
  of: ['aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration'],
  on: ['aws-pulumi'],
  where: (one) => one.all('rules').some((rule) => rule.get('noncurrentVersionExpiration') !== undefined),
  *check(one, view) {
    const [bucket] = view.named(one, 'bucket', 'AWS::S3::Bucket');
    for (const versioning of view.pointingAt(bucket!, 'aws:s3/bucketVersioning:BucketVersioning', 'bucket'))
      if (!view.isAfter(one, versioning)) yield `may be made before ${versioning.id}`;
  },
  counterCase: (view) => {
    view.forget(...view.of('aws:s3/bucketVersioning:BucketVersioning'));
  },
};
