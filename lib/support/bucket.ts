import type { ResolvedBucket } from '../model/bucket';
import type { Rule } from './rule';

export const bucketRules: readonly Rule<ResolvedBucket>[] = [
  {
    path: 'buckets.retain',
    value: 'true',
    on: ['gcp-cdktf'],
    is: 'approximated',
    becomes: 'a refusal of the whole destroy, until the bucket is taken out of the state',
    reason: 'Terraform knows prevent_destroy, and nothing that leaves a resource behind',
    applies: ({ element }) => element.retain,
  },
];

/** Promises about buckets that a platform keeps by itself, so that no artefact states them. */
export const keptByPlatform = {
  aws: {},
  gcp: {
    encrypted: 'Cloud Storage encrypts every object at rest',
    tlsOnly: 'the Cloud Storage API speaks TLS only',
  },
} as const;
