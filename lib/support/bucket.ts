import type { ResolvedBucket } from '../model/bucket';
import { noPolicy, retainRule } from './retain';
import type { Rule } from './rule';

export const bucketRules: readonly Rule<ResolvedBucket>[] = [
  retainRule('buckets', 'bucket', noPolicy('google_storage_bucket')),
];
