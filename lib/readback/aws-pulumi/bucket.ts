import type { AwsBucketFact } from '../../facts/bucket';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { readTlsOnly } from '../policy';
import { to, type Resource } from '../resource';
import { tagsOf } from '../tags';
import { readGivenPrefix } from './given-name';

export function readBucket(name: string, artefact: Artefact): Partial<AwsBucketFact> | undefined {
  const id: ElementId = `buckets.${name}`;
  const bucket = artefact.part(id, 'aws:s3/bucket:Bucket');
  if (!bucket) return undefined;
  let last: Resource | undefined;
  const own = (type: string): Resource | undefined => {
    const part = artefact.part(id, `aws:s3/${type[0]!.toLowerCase()}${type.slice(1)}:${type}`);
    part?.fixed(['inputs', 'bucket'], to(bucket, 'id'));
    // S3 accepts one change of a bucket at a time.
    part?.fixed(['options', 'dependsOn'], last && [last.address]);
    last = part ?? last;
    return part;
  };
  readGivenPrefix(bucket, { kind: 'buckets', element: name }, artefact);
  bucket.fixed(['inputs', 'forceDestroy'], false);
  const access = own('BucketPublicAccessBlock');
  const ownership = own('BucketOwnershipControls');
  const encryption = own('BucketServerSideEncryptionConfiguration');
  const versioned = readVersioning(own('BucketVersioning'), bucket);
  const policy = own('BucketPolicy');
  const lifecycle = own('BucketLifecycleConfiguration');
  return {
    versioned,
    ...(lifecycle && readLifecycle(lifecycle, versioned)),
    retain: readRetention([bucket, access, ownership, encryption, policy, lifecycle]),
    public: readPublic(access, ownership),
    encrypted: encryption?.one(
      ['inputs', 'rules'],
      [[{ applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' } }], true],
    ),
    tlsOnly: policy && readTlsOnly(policy, ['inputs', 'policy'], to(bucket, 'arn'), artefact),
    tellsEvents: readNotification(own('BucketNotification')),
    tags: tagsOf([bucket], ['inputs', 'tags']),
  };
}

/** It stays with a bucket that stays; removed on its own, it is disabled. */
function readVersioning(versioning: Resource | undefined, bucket: Resource): boolean | undefined {
  if (!versioning) return false;
  const isEnabled = versioning.fixed(['inputs', 'versioningConfiguration'], { status: 'Enabled' });
  const isBound = versioning.fixed(['options', 'deletedWith'], bucket.address);
  return isEnabled && isBound ? true : undefined;
}

/** Reads the one lifecycle rule, which has to apply to all uploads and objects. */
function readLifecycle(
  lifecycle: Resource,
  versioned = false,
): Pick<Partial<AwsBucketFact>, 'abortUploadsDays' | 'expireDays'> {
  const path = ['inputs', 'rules'];
  const abort = lifecycle.at([...path, '0', 'abortIncompleteMultipartUpload', 'daysAfterInitiation']);
  const days = lifecycle.at([...path, '0', 'expiration', 'days']);
  const expires = days !== undefined && {
    expiration: { days },
    ...(versioned && { noncurrentVersionExpiration: { noncurrentDays: days } }),
  };
  const aborts = { abortIncompleteMultipartUpload: { daysAfterInitiation: abort } };
  const rule = { id: 'lifecycle', status: 'Enabled', filter: {}, ...aborts, ...expires };
  if (!lifecycle.fixed(path, [rule])) return {};
  return { abortUploadsDays: abort as number, ...(days !== undefined && { expireDays: days as number }) };
}

/** Reads that the bucket blocks every kind of public access, and that access lists are disabled. */
export function readPublic(access: Resource | undefined, ownership: Resource | undefined): false | undefined {
  const blocks = ['blockPublicAcls', 'blockPublicPolicy', 'ignorePublicAcls', 'restrictPublicBuckets'];
  const blocked = blocks.map((block) => access?.fixed(['inputs', block], true));
  const owned = ownership?.fixed(['inputs', 'rule'], { objectOwnership: 'BucketOwnerEnforced' });
  return blocked.every((isBlocked) => isBlocked) && owned ? false : undefined;
}

function readNotification(notification: Resource | undefined): boolean | undefined {
  return notification ? notification.one(['inputs', 'eventbridge'], [true, true]) : false;
}

/** A bucket that stays keeps the resources that protect it. */
function readRetention(parts: readonly (Resource | undefined)[]): boolean | undefined {
  const said = parts.map((part) => part?.one(['options', 'retainOnDelete'], [true, true], [false, false]));
  return said.every((one) => one === said[0]) ? said[0] : undefined;
}
