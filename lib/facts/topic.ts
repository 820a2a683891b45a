import type { ResolvedTopic } from '../model/topic';
import { expectChannel } from './alarm';
import type { TargetExpectation } from './expectation';
import { expectName } from './name';
import type { Stated } from './stated';

/** Facts about a topic on AWS, which has no fields. SNS encrypts messages at rest, and the engines make the name. */
export interface AwsTopicFact {
  readonly tags: Readonly<Record<string, string>>;
}

/** Facts about a topic on Google Cloud. Pub/Sub encrypts messages at rest. */
export interface GcpTopicFact {
  /** True where Cloud Monitoring sends alarms to it; absent: it sends none. */
  readonly isToldOfAlarms?: boolean;
  readonly physicalName: string;
  /** The Google services that must be enabled first. */
  readonly needs: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

/** The facts about a topic on AWS that differ from its fields. */
export const expectAwsTopic = (
  _name: string,
  _fields: ResolvedTopic,
  { tags }: TargetExpectation,
): Stated<ResolvedTopic, AwsTopicFact> => ({ tags });

/** The facts about a topic on Google Cloud that differ from its fields. */
export const expectGcpTopic = (
  name: string,
  _fields: ResolvedTopic,
  { architecture, naming, tags }: TargetExpectation,
): Stated<ResolvedTopic, GcpTopicFact> => ({
  ...expectChannel(name, architecture),
  physicalName: expectName(naming, 'topics', name, 255),
  needs: ['pubsub.googleapis.com'],
  tags,
});
