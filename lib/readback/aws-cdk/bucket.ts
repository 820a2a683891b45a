import type { AwsBucketFact } from '../../facts/bucket';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { readTlsOnly } from '../policy';
import type { Resource } from '../resource';
import { tagsOf } from '../tags';
import { getAtt, ref } from './reference';
import { readRetention } from './retention';

export function readBucket(name: string, artefact: Artefact): Partial<AwsBucketFact> | undefined {
  const id: ElementId = `buckets.${name}`;
  const bucket = artefact.part(id, 'AWS::S3::Bucket');
  if (!bucket) return undefined;
  const policy = artefact.part(id, 'AWS::S3::BucketPolicy');
  policy?.fixed(['Properties', 'Bucket'], ref(bucket));
  const versioned = bucket.one(
    ['Properties', 'VersioningConfiguration'],
    [undefined, false],
    [{ Status: 'Enabled' }, true],
  );
  return {
    versioned,
    ...readLifecycle(bucket, versioned),
    retain: readRetention([bucket, policy]),
    public: readPublic(bucket),
    encrypted: bucket.one(
      ['Properties', 'BucketEncryption'],
      [{ ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }] }, true],
    ),
    tlsOnly: policy && readTlsOnly(policy, ['Properties', 'PolicyDocument'], getAtt(bucket, 'Arn'), artefact),
    tellsEvents: readEventBridge(bucket, artefact),
    tags: tagsOf([bucket], ['Properties', 'Tags']),
  };
}

/** Reads the one lifecycle rule, which has to apply to all uploads and objects. */
function readLifecycle(
  bucket: Resource,
  versioned = false,
): Pick<Partial<AwsBucketFact>, 'abortUploadsDays' | 'expireDays'> {
  const path = ['Properties', 'LifecycleConfiguration'];
  const abort = bucket.at([...path, 'Rules', '0', 'AbortIncompleteMultipartUpload', 'DaysAfterInitiation']);
  const days = bucket.at([...path, 'Rules', '0', 'ExpirationInDays']);
  const expires = days !== undefined && {
    ExpirationInDays: days,
    ...(versioned && { NoncurrentVersionExpiration: { NoncurrentDays: days } }),
  };
  const rule = { AbortIncompleteMultipartUpload: { DaysAfterInitiation: abort }, ...expires, Status: 'Enabled' };
  if (!bucket.fixed(path, { Rules: [rule] })) return {};
  return { abortUploadsDays: abort as number, ...(days !== undefined && { expireDays: days as number }) };
}

/**
 * Reads that the bucket sends its events to EventBridge. A custom resource of the app replaces the bucket's own
 * configuration, so it has to name EventBridge as well.
 */
function readEventBridge(bucket: Resource, artefact: Artefact): boolean | undefined {
  const isOn = bucket.one(
    ['Properties', 'NotificationConfiguration'],
    [undefined, false],
    [{ EventBridgeConfiguration: { EventBridgeEnabled: true } }, true],
  );
  const replaced = artefact
    .pointingAt('Custom::S3BucketNotifications', ['Properties', 'BucketName'], ref(bucket))
    .every(
      (custom) => custom.at(['Properties', 'NotificationConfiguration', 'EventBridgeConfiguration']) !== undefined,
    );
  return isOn && replaced;
}

/** Reads that the bucket blocks every kind of public access, and that access lists are disabled. */
function readPublic(bucket: Resource): false | undefined {
  const blocked = bucket.fixed(['Properties', 'PublicAccessBlockConfiguration'], {
    BlockPublicAcls: true,
    BlockPublicPolicy: true,
    IgnorePublicAcls: true,
    RestrictPublicBuckets: true,
  });
  const owned = bucket.fixed(['Properties', 'OwnershipControls'], {
    Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }],
  });
  return blocked && owned ? false : undefined;
}
