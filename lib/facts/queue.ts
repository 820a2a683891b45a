import type { ResolvedArchitecture } from '../model/architecture';
import { consumerOf, timeoutOf } from '../model/consumer';
import { elementId, type ElementId } from '../model/name';
import { deadLetterDays, type ResolvedQueue } from '../model/queue';
import { ackDeadlineSeconds, deliveryAttempts } from '../support/queue';
import { expectQueueAlarms, type AlarmFact } from './alarm';
import type { Expectation } from './expectation';
import { expectName, type NamedBy } from './name';
import { expectLabels } from './tag';

/** What an artefact says about a queue. */
export interface QueueFact {
  /** Where nothing can be forwarded, nothing ever is. */
  readonly maxDeliveryAttempts: number;
  readonly retentionDays: number;
  readonly timeoutSeconds: number;
  readonly ordered: boolean;
  readonly deadLetters: { readonly retentionDays: number };
  /** What tells people that there are dead letters. */
  readonly alarms: readonly AlarmFact[];
  /** Whether the artefact says so; on GCP the platform does. */
  readonly encrypted?: boolean;
  /** On AWS the topics and buckets whose events may be sent to it without a role, since they couldn't be handed over. */
  readonly senders?: readonly ElementId[];
  /** Whether Pub/Sub may put into it what others couldn't work off. */
  readonly getsDeadLetters?: boolean;
  /** Where a name is ours to give. */
  readonly physicalNames?: {
    readonly topic: string;
    readonly deadLetterTopic: string;
    readonly deadLetters: string;
    /** Absent: a consumer gets the messages. */
    readonly subscription?: string;
  };
  /** The services of Google's that have to be switched on before it. */
  readonly needs?: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

/** What a right rendering of a queue says on AWS. */
export function expectAwsQueue(name: string, spec: ResolvedQueue, { architecture }: Expectation): QueueFact {
  return {
    maxDeliveryAttempts: spec.maxDeliveryAttempts,
    timeoutSeconds: timeoutOf(name, architecture),
    ...common(spec),
    alarms: expectQueueAlarms(name, architecture),
    encrypted: true,
    senders: sendersTo(name, architecture),
    tags: architecture.tags,
  };
}

/** The topics and buckets of whose events a queue gets those that couldn't be handed over. */
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

/** What a right rendering of a queue says on GCP, wherever the subscription lies that hands its messages out. */
export function expectGcpQueue(name: string, spec: ResolvedQueue, { architecture, naming }: Expectation): QueueFact {
  return {
    maxDeliveryAttempts: deliveryAttempts(spec.maxDeliveryAttempts),
    timeoutSeconds: ackDeadlineSeconds(timeoutOf(name, architecture)),
    ...common(spec),
    alarms: expectQueueAlarms(name, architecture),
    getsDeadLetters: isNamed(name, architecture),
    physicalNames: expectNames(naming, name, consumerOf(name, architecture) === undefined),
    needs: ['pubsub.googleapis.com'],
    tags: expectLabels(architecture.tags),
  };
}

const common = ({ retentionDays, ordered }: ResolvedQueue) => ({
  retentionDays,
  ordered,
  deadLetters: { retentionDays: deadLetterDays },
});

function expectNames(naming: NamedBy, name: string, isPulled: boolean): QueueFact['physicalNames'] {
  const topic = expectName(naming, 'queues', name, 255);
  const deadLetters = expectName(naming, 'queues', name, 255, 'dead-letters');
  return { topic, deadLetterTopic: deadLetters, deadLetters, ...(isPulled && { subscription: topic }) };
}

/** Whether a function names the queue for events that Pub/Sub hands over: what is called by the clock has no messages. */
const isNamed = (name: string, { functions }: ResolvedArchitecture): boolean =>
  Object.values(functions)
    .filter(({ retry }) => retry.deadLetter === name)
    .some(({ triggers }) => triggers.some((trigger) => 'topic' in trigger || 'bucket' in trigger));
