import type { ResolvedTopic } from '../model/topic';
import { expectChannel } from './alarm';
import type { Expectation } from './expectation';
import { expectName } from './name';
import { expectLabels } from './tag';

/** What an artefact says about a topic. */
export interface TopicFact {
  /** Whether Cloud Monitoring tells it of alarms. */
  readonly isToldOfAlarms?: boolean;
  /** Where a name is ours to give. */
  readonly physicalName?: string;
  /** The services of Google's that have to be switched on before it. */
  readonly needs?: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

/** What a right rendering of a topic says on AWS. */
export const expectAwsTopic = (_name: string, _spec: ResolvedTopic, { architecture }: Expectation): TopicFact => ({
  tags: architecture.tags,
});

/** What a right rendering of a topic says on GCP. */
export const expectGcpTopic = (name: string, _: ResolvedTopic, { architecture, naming }: Expectation): TopicFact => ({
  ...expectChannel(name, architecture),
  physicalName: expectName(naming, 'topics', name, 255),
  needs: ['pubsub.googleapis.com'],
  tags: expectLabels(architecture.tags),
});
