import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  ObjectOwnership,
  type CfnBucket,
  type LifecycleRule,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { AwsBucketLifecycle, AwsBucketPlan } from '../../cloud/aws/bucket';
import { keepEventBridge } from './notification';
import type { Parts } from './parts';

/** CDK constructs created for a bucket. */
export interface RenderedBucket {
  readonly bucket: Bucket;
}

const encryptions = { AES256: BucketEncryption.S3_MANAGED };
const ownerships = { BucketOwnerEnforced: ObjectOwnership.BUCKET_OWNER_ENFORCED };

export function renderBucket(scope: Construct, plan: AwsBucketPlan, parts: Parts): RenderedBucket {
  const removalPolicy = plan.retain ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY;
  const bucket = new Bucket(scope, 'Bucket', {
    versioned: plan.versioned,
    lifecycleRules: [lifecycle(plan.lifecycle)],
    encryption: encryptions[plan.encryption],
    objectOwnership: ownerships[plan.ownership],
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    removalPolicy,
  });
  // A bucket that stays must not lose its policy with the stack.
  bucket.policy!.applyRemovalPolicy(removalPolicy);
  if (plan.eventBridge) {
    // The bucket's own property: CDK's option makes a function that sets it.
    const resource = bucket.node.defaultChild as CfnBucket;
    resource.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
    keepEventBridge(bucket);
  }
  parts.provide(plan.element, 'bucket', { arn: bucket.bucketArn, name: bucket.bucketName });
  return { bucket };
}

const lifecycle = ({ abortUploadsDays, expire }: AwsBucketLifecycle): LifecycleRule => ({
  abortIncompleteMultipartUploadAfter: Duration.days(abortUploadsDays),
  ...(expire && { expiration: Duration.days(expire.current) }),
  ...(expire?.older !== undefined && { noncurrentVersionExpiration: Duration.days(expire.older) }),
});
