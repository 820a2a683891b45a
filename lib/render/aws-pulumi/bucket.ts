import * as s3 from '@pulumi/aws/s3';
import { jsonStringify, type Resource } from '@pulumi/pulumi';
import { limits } from '../../cloud/aws/name';
import type { AwsBucketLifecycle, AwsBucketPlan } from '../../cloud/aws/bucket';
import type { Element } from '../pulumi-element';
import { fits } from './name';
import type { Parts } from './parts';

/** Pulumi resources created for a bucket. */
export interface RenderedBucket {
  readonly bucket: s3.Bucket;
}

export function renderBucket(
  parent: Element,
  plan: AwsBucketPlan,
  parts: Parts,
  tags: Record<string, string> | undefined,
): RenderedBucket {
  const resource = (role: string): string => `${parent.prefix}-${role}`;
  const name = resource('bucket');
  // A bucket that stays must not lose what protects it with the stack.
  const retainOnDelete = plan.retain;
  const bucket = new s3.Bucket(
    name,
    { ...(!fits(name, limits.bucket) && plan.names), forceDestroy: false, tags },
    { parent, retainOnDelete },
  );
  const of = { bucket: bucket.id };
  const within = { parent, retainOnDelete };
  // S3 refuses a change of a bucket while another one is pending (OperationAborted), so each comes after the one
  // before it: https://github.com/hashicorp/terraform-provider-aws/issues/33552.
  const settings: Resource[] = [];
  const last = {
    get dependsOn() {
      return settings.slice(-1);
    },
  };
  settings.push(
    new s3.BucketPublicAccessBlock(
      resource('bucket-public-access'),
      { ...of, blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
      within,
    ),
  );
  settings.push(
    new s3.BucketOwnershipControls(
      resource('bucket-ownership'),
      { ...of, rule: { objectOwnership: plan.ownership } },
      { ...within, ...last },
    ),
  );
  settings.push(
    new s3.BucketServerSideEncryptionConfiguration(
      resource('bucket-encryption'),
      { ...of, rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: plan.encryption } }] },
      { ...within, ...last },
    ),
  );
  if (plan.versioned) {
    settings.push(
      new s3.BucketVersioning(
        resource('bucket-versioning'),
        { ...of, versioningConfiguration: { status: 'Enabled' } },
        // It is retained together with a retained bucket; removed from the architecture alone, it is switched off.
        { parent, deletedWith: bucket, ...last },
      ),
    );
  }
  settings.push(
    new s3.BucketPolicy(resource('bucket-policy'), { ...of, policy: tlsOnly(bucket) }, { ...within, ...last }),
  );
  settings.push(
    new s3.BucketLifecycleConfiguration(
      resource('bucket-lifecycle'),
      { ...of, rules: [lifecycle(plan.lifecycle)] },
      { ...within, ...last },
    ),
  );
  if (plan.eventBridge) {
    settings.push(
      new s3.BucketNotification(resource('bucket-notification'), { ...of, eventbridge: true }, { parent, ...last }),
    );
  }
  parts.provide(plan.element, 'bucket', { arn: bucket.arn, name: bucket.id });
  return { bucket };
}

const lifecycle = ({ abortUploadsDays, expire }: AwsBucketLifecycle) => ({
  id: 'lifecycle',
  status: 'Enabled',
  filter: {},
  abortIncompleteMultipartUpload: { daysAfterInitiation: abortUploadsDays },
  ...(expire && { expiration: { days: expire.current } }),
  ...(expire?.older !== undefined && { noncurrentVersionExpiration: { noncurrentDays: expire.older } }),
});

/** Denies every request without TLS. */
export const tlsOnly = ({ arn }: s3.Bucket) =>
  jsonStringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [arn, arn.apply((text) => `${text}/*`)],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
  });
