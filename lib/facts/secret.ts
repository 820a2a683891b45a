import type { ResolvedSecret } from '../model/secret';
import type { Expectation } from './expectation';

/** STUB: what an artefact says about a secret. */
export interface SecretFact {
  readonly tags?: Readonly<Record<string, string>>;
}

/** What a right rendering of a secret says on AWS. */
export function expectAwsSecret(_name: string, _spec: ResolvedSecret, _expectation: Expectation): SecretFact {
  return {};
}

/** What a right rendering of a secret says on GCP. */
export function expectGcpSecret(_name: string, _spec: ResolvedSecret, _expectation: Expectation): SecretFact {
  return {};
}
