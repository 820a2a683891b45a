import type { BucketFact } from '../../facts/bucket';
import type { Artefact } from '../artefact';
import { beforeProject } from '../gcp/ground';
import { readNeeds } from '../gcp/needs';
import type { Resource } from '../resource';
import { tagsOf } from '../tags';
import { project, region, servicesIn } from './reference';

export function readBucket(name: string, artefact: Artefact): Partial<BucketFact> | undefined {
  const bucket = artefact.part(`buckets.${name}`, 'google_storage_bucket');
  if (!bucket) return undefined;
  bucket.fixed(['location'], region);
  bucket.fixed(['force_destroy'], false);
  const versioned = bucket.one(['versioning'], [{ enabled: true }, true], [{ enabled: false }, false]);
  const prevented = bucket.fixed(['public_access_prevention'], 'enforced');
  const uniform = bucket.fixed(['uniform_bucket_level_access'], true);
  return {
    versioned,
    ...readLifecycle(bucket, versioned),
    retain: bucket.one(['lifecycle'], [{ prevent_destroy: true }, true], [{ prevent_destroy: false }, false]),
    public: prevented && uniform ? false : undefined,
    physicalName: bucket.as(['name'], (text) => beforeProject(text, project)),
    needs: readNeeds(bucket, ['depends_on'], servicesIn(artefact)),
    tags: tagsOf([bucket], ['labels']),
  };
}

/** What becomes of uploads and objects: each rule has one condition, and nothing that narrows it. */
function readLifecycle(
  bucket: Resource,
  versioned = false,
): Pick<Partial<BucketFact>, 'abortUploadsDays' | 'expireDays'> {
  const path = ['lifecycle_rule'];
  const abort = bucket.at([...path, '0', 'condition', 'age']);
  const days = bucket.at([...path, '1', 'condition', 'age']);
  const deletes = (condition: object) => ({ action: { type: 'Delete' }, condition });
  const rules = [
    { action: { type: 'AbortIncompleteMultipartUpload' }, condition: { age: abort } },
    ...(days === undefined ? [] : [deletes({ age: days, with_state: 'LIVE' })]),
    ...(days === undefined || !versioned
      ? []
      : [deletes({ days_since_noncurrent_time: days, with_state: 'ARCHIVED' })]),
  ];
  if (!bucket.fixed(path, rules)) return {};
  return { abortUploadsDays: abort as number, ...(days !== undefined && { expireDays: days as number }) };
}
