import type { ResolvedQueue } from '../model/queue';
import type { Expectation } from './expectation';

/** STUB: what an artefact says about a queue. */
export interface QueueFact {
  readonly tags?: Readonly<Record<string, string>>;
}

/** What a right rendering of a queue says on AWS. */
export function expectAwsQueue(_name: string, _spec: ResolvedQueue, _expectation: Expectation): QueueFact {
  return {};
}

/** What a right rendering of a queue says on GCP. */
export function expectGcpQueue(_name: string, _spec: ResolvedQueue, _expectation: Expectation): QueueFact {
  return {};
}
