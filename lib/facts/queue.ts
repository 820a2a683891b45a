import type { Alarms } from '../model/alarm';
import type { ResolvedArchitecture } from '../model/architecture';
import { consumerOf, timeoutOf } from '../model/consumer';
import { elementId, type ElementId } from '../model/name';
import { deadLetterDays, type ResolvedQueue } from '../model/queue';
import { expectQueueAlarms, type AlarmFact } from './alarm';
import type { TargetExpectation } from './expectation';
import { expectName, type NamedBy } from './name';
import type { Stated } from './stated';

/** Facts about a queue on every cloud. */
interface CommonQueueFact extends Omit<ResolvedQueue, 'timeoutSeconds'> {
  readonly timeoutSeconds: number;
  readonly deadLetters: { readonly retentionDays: number };
  /** The alarms about its dead letters, its messages where they are dead letters of functions, and old messages. */
  readonly alarms: readonly AlarmFact[];
  readonly tags: Readonly<Record<string, string>>;
}

/** Facts about a queue on AWS, where CloudFormation and Pulumi make the name. */
export interface AwsQueueFact extends CommonQueueFact {
  readonly encrypted: boolean;
  /** Topics and buckets that may send undeliverable events to it without a role. */
  readonly senders: readonly ElementId[];
}

/** Facts about a queue on Google Cloud, where Pub/Sub encrypts messages at rest. */
export interface GcpQueueFact extends CommonQueueFact {
  /** True if Pub/Sub may forward the dead letters of functions to it. */
  readonly getsDeadLetters: boolean;
  readonly physicalNames: {
    readonly topic: string;
    readonly deadLetterTopic: string;
    readonly deadLetters: string;
    /** Absent: a consumer receives the messages. */
    readonly subscription?: string;
  };
  /** The Google services that must be enabled first. */
  readonly needs: readonly string[];
}

/** The facts about a queue on AWS that differ from its fields. */
export const expectAwsQueue = (
  name: string,
  fields: ResolvedQueue,
  { architecture, alarms, tags }: TargetExpectation,
): Stated<ResolvedQueue, AwsQueueFact> => ({
  ...common(name, fields, architecture, alarms),
  encrypted: true,
  senders: sendersTo(name, architecture),
  tags,
});

/** A queue has the same facts whether its subscription belongs to the queue or to its consumer. */
export const expectGcpQueue = (
  name: string,
  fields: ResolvedQueue,
  { architecture, alarms, naming, tags }: TargetExpectation,
): Stated<ResolvedQueue, GcpQueueFact> => ({
  ...common(name, fields, architecture, alarms),
  getsDeadLetters: isNamed(name, architecture),
  physicalNames: expectNames(naming, name, consumerOf(name, architecture) === undefined),
  needs: ['pubsub.googleapis.com'],
  tags,
});

const common = (
  name: string,
  { timeoutSeconds }: ResolvedQueue,
  architecture: ResolvedArchitecture,
  alarms: Alarms | undefined,
) => ({
  timeoutSeconds: timeoutSeconds ?? timeoutOf(name, architecture),
  deadLetters: { retentionDays: deadLetterDays },
  alarms: expectQueueAlarms(name, architecture, alarms),
});

/** The topics and buckets whose undeliverable events go to the queue. */
const sendersTo = (name: string, { functions }: ResolvedArchitecture): ElementId[] => {
  const failing = Object.values(functions).filter(({ retry }) => retry.deadLetter === name);
  const sources = failing.flatMap(({ triggers }) =>
    triggers.flatMap((trigger): ElementId[] => {
      if ('topic' in trigger) return [elementId('topics', trigger.topic)];
      return 'bucket' in trigger ? [elementId('buckets', trigger.bucket)] : [];
    }),
  );
  return [...new Set(sources)].sort();
};

function expectNames(naming: NamedBy, name: string, isPulled: boolean): GcpQueueFact['physicalNames'] {
  const topic = expectName(naming, 'queues', name, 255);
  const deadLetters = expectName(naming, 'queues', name, 255, 'dead-letters');
  return { topic, deadLetterTopic: deadLetters, deadLetters, ...(isPulled && { subscription: topic }) };
}

/** Tells whether a function names the queue for events that Pub/Sub pushes. Scheduled calls have no messages. */
const isNamed = (name: string, { functions }: ResolvedArchitecture): boolean =>
  Object.values(functions)
    .filter(({ retry }) => retry.deadLetter === name)
    .some(({ triggers }) => triggers.some((trigger) => 'topic' in trigger || 'bucket' in trigger));
