import type { GcpBucketFact } from '../../facts/bucket';
import type { Artefact } from '../artefact';
import type { Resource } from '../resource';
import { tagsOf } from '../tags';
import { pathIn, type Dialect } from './dialect';
import { spell } from '../spell';
import { beforeProject } from './name';
import { readNeeds } from './needs';

export function readBucket(name: string, dialect: Dialect, artefact: Artefact): Partial<GcpBucketFact> | undefined {
  const bucket = artefact.part(`buckets.${name}`, dialect.types.bucket);
  if (!bucket) return undefined;
  const at = (...words: readonly string[]) => pathIn(dialect, ...words);
  bucket.fixed(at('location'), dialect.region);
  bucket.fixed(at('force_destroy'), false);
  const versioned = bucket.one(at('versioning'), [{ enabled: true }, true], [{ enabled: false }, false]);
  const prevented = bucket.fixed(at('public_access_prevention'), 'enforced');
  const uniform = bucket.fixed(at('uniform_bucket_level_access'), true);
  return {
    versioned,
    ...readLifecycle(bucket, versioned, dialect),
    retain: dialect.options.retained(bucket),
    public: prevented && uniform ? false : undefined,
    physicalName: bucket.as(at('name'), (text) => beforeProject(text, dialect.project)),
    needs: readNeeds(bucket, dialect, artefact),
    tags: tagsOf([bucket], at('labels')),
  };
}

/** Reads when uploads and objects are deleted: each rule has one condition, and nothing that narrows it. */
function readLifecycle(
  bucket: Resource,
  versioned = false,
  dialect: Dialect,
): Pick<Partial<GcpBucketFact>, 'abortUploadsDays' | 'expireDays'> {
  const path = pathIn(dialect, 'lifecycle_rule[]');
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
  if (!bucket.fixed(path, spell(dialect, rules))) return {};
  return { abortUploadsDays: abort as number, ...(days !== undefined && { expireDays: days as number }) };
}
