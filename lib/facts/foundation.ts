import type { Expectation } from './expectation';

/** What a right rendering of the ground says on AWS. */
export function expectAwsFoundation(_: Expectation): unknown {
  return undefined;
}

/** What a right rendering of the ground says on GCP. */
export function expectGcpFoundation(_: Expectation): unknown {
  return undefined;
}
