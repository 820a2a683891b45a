import type { ResolvedBucket } from '../model/bucket';
import type { Expectation } from './expectation';

/** STUB: what an artefact says about a bucket. */
export interface BucketFact {
  readonly tags?: Readonly<Record<string, string>>;
}

/** What a right rendering of a bucket says on AWS. */
export function expectAwsBucket(_name: string, _spec: ResolvedBucket, _expectation: Expectation): BucketFact {
  return {};
}

/** What a right rendering of a bucket says on GCP. */
export function expectGcpBucket(_name: string, _spec: ResolvedBucket, _expectation: Expectation): BucketFact {
  return {};
}
