import type { ResolvedBucket } from '../model/bucket';
import { noPolicy, retainRule } from './retain';
import { on, stays, type Rule } from './rule';

export const bucketRules: readonly Rule<ResolvedBucket>[] = [
  {
    path: 'buckets.expireDays',
    on: on('gcp'),
    is: 'approximated',
    becomes: {
      text: 'deletion after that many days; deleted objects stay restorable, and billed, for another 7 days by default',
      value: stays,
    },
    // https://docs.cloud.google.com/storage/docs/soft-delete
    reason: 'Cloud Storage soft-deletes objects, also those that a lifecycle rule deletes',
    applies: ({ element }) => element.expireDays !== undefined,
  },
  retainRule('buckets', 'bucket', noPolicy('google_storage_bucket')),
];
