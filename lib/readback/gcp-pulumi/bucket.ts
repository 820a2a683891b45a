import type { BucketFact } from '../../facts/bucket';
import type { Artefact } from '../artefact';
import { beforeProject } from '../gcp/ground';
import { readNeeds } from '../gcp/needs';
import type { Resource } from '../resource';
import { tagsOf } from '../tags';
import { project, region, servicesIn } from './reference';

export function readBucket(name: string, artefact: Artefact): Partial<BucketFact> | undefined {
  const bucket = artefact.part(`buckets.${name}`, 'gcp:storage/bucket:Bucket');
  if (!bucket) return undefined;
  bucket.fixed(['inputs', 'location'], region);
  bucket.fixed(['inputs', 'forceDestroy'], false);
  const versioned = bucket.one(['inputs', 'versioning'], [{ enabled: true }, true], [{ enabled: false }, false]);
  const prevented = bucket.fixed(['inputs', 'publicAccessPrevention'], 'enforced');
  const uniform = bucket.fixed(['inputs', 'uniformBucketLevelAccess'], true);
  return {
    versioned,
    ...readLifecycle(bucket, versioned),
    retain: bucket.one(['options', 'retainOnDelete'], [true, true], [false, false]),
    public: prevented && uniform ? false : undefined,
    physicalName: bucket.as(['inputs', 'name'], (text) => beforeProject(text, project)),
    needs: readNeeds(bucket, ['options', 'dependsOn'], servicesIn(artefact)),
    tags: tagsOf([bucket], ['inputs', 'labels']),
  };
}

/** What becomes of uploads and objects: each rule has one condition, and nothing that narrows it. */
function readLifecycle(
  bucket: Resource,
  versioned = false,
): Pick<Partial<BucketFact>, 'abortUploadsDays' | 'expireDays'> {
  const path = ['inputs', 'lifecycleRules'];
  const abort = bucket.at([...path, '0', 'condition', 'age']);
  const days = bucket.at([...path, '1', 'condition', 'age']);
  const deletes = (condition: object) => ({ action: { type: 'Delete' }, condition });
  const rules = [
    { action: { type: 'AbortIncompleteMultipartUpload' }, condition: { age: abort } },
    ...(days === undefined ? [] : [deletes({ age: days, withState: 'LIVE' })]),
    ...(days === undefined || !versioned ? [] : [deletes({ daysSinceNoncurrentTime: days, withState: 'ARCHIVED' })]),
  ];
  if (!bucket.fixed(path, rules)) return {};
  return { abortUploadsDays: abort as number, ...(days !== undefined && { expireDays: days as number }) };
}
