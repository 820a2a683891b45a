import type { ResolvedTopic } from '../model/topic';
import type { Expectation } from './expectation';

/** STUB: what an artefact says about a topic. */
export interface TopicFact {
  readonly tags?: Readonly<Record<string, string>>;
}

/** What a right rendering of a topic says on AWS. */
export function expectAwsTopic(_name: string, _spec: ResolvedTopic, _expectation: Expectation): TopicFact {
  return {};
}

/** What a right rendering of a topic says on GCP. */
export function expectGcpTopic(_name: string, _spec: ResolvedTopic, _expectation: Expectation): TopicFact {
  return {};
}
