import type { ResolvedBucket } from '../model/bucket';
import type { Rule } from './rule';

export const bucketRules: readonly Rule<ResolvedBucket>[] = [];

/** Promises about buckets that a platform keeps by itself, so that no artefact states them. */
export const keptByPlatform = { aws: {}, gcp: {} } as const;
