import type { Rule } from '../rule';

const settings = [
  'aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock',
  'aws:s3/bucketOwnershipControls:BucketOwnershipControls',
  'aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration',
  'aws:s3/bucketVersioning:BucketVersioning',
  'AWS::S3::BucketPolicy',
  'aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration',
  'aws:s3/bucketNotification:BucketNotification',
];

export const rule: Rule = {
  title: 'S3 refuses a change of a bucket while another change is pending (OperationAborted).',
  sources: [
    'https://github.com/pulumi/pulumi-aws/issues/1570',
    'https://github.com/hashicorp/terraform-provider-aws/issues/33552',
    'https://github.com/hashicorp/terraform-provider-aws/issues/7628',
  ],
  of: ['AWS::S3::Bucket'],
  with: settings,
  // In a template, all of these but the policy are part of the bucket.
  on: ['aws-pulumi'],
  *check(bucket, view) {
    const changes = settings.flatMap((type) => view.pointingAt(bucket, type, 'bucket'));
    for (const [index, one] of changes.entries())
      for (const other of changes.slice(index + 1))
        if (!view.isAfter(one, other) && !view.isAfter(other, one))
          yield `${one.id} and ${other.id} may be made at once`;
  },
  counterCase: (view) => {
    view.forget(...view.of('aws:s3/bucketOwnershipControls:BucketOwnershipControls'));
  },
};
