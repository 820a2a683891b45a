import type { ResolvedArchitecture } from '../../model/architecture';
import { consumerOf } from '../../model/consumer';
import { elementId, type ElementId } from '../../model/name';
import { deadLetterDays, type ResolvedQueue } from '../../model/queue';
import { physicalName, type Naming } from '../name';
import { part, type Part, type PlanText } from '../part';
import { queueTimeoutSeconds } from '../queue-timeout';
import { ackDeadlineSeconds, deliveryAttempts } from './approximation';
import { storedIn } from './location';
import { limits } from './name';
import { forwardsDeadLetters, takesDeadLetters, type GcpAgentRole } from './service-agent';
import { services } from './services';
import { planLabels } from './tag';

/** A Pub/Sub topic of a queue. */
export interface GcpQueueTopicPlan {
  readonly name: string;
  /** The permission for Pub/Sub to forward dead letters here; absent: no subscription does. */
  readonly forwards?: GcpAgentRole<'roles/pubsub.publisher'>;
}

/** A subscription's delivery settings, for pull and for push. */
export interface GcpDeliveryPlan {
  readonly ackDeadlineSeconds: number;
  /** As Google writes durations: `345600s`. */
  readonly retention: string;
  /** Delivers messages with the same ordering key in order. */
  readonly ordered: boolean;
  /** The subscription's expiration; empty: it never expires. */
  readonly expiresAfter: '';
  readonly deadLetterTopic: Part;
  readonly maxDeliveryAttempts: number;
  /** The permission for Pub/Sub to forward messages that failed permanently. */
  readonly takes: GcpAgentRole<'roles/pubsub.subscriber'>;
}

/**
 * A queue on Pub/Sub, with every decision made: a topic, and a topic for dead letters with a subscription that keeps
 * them. A queue without a consumer has a subscription that keeps its messages, too; otherwise that is the consumer's.
 */
export interface GcpQueuePlan {
  readonly element: ElementId;
  readonly labels?: Readonly<Record<string, string>>;
  /** The regions that may store messages and dead letters. */
  readonly storedIn: readonly PlanText[];
  readonly topic: GcpQueueTopicPlan;
  readonly deadLetterTopic: GcpQueueTopicPlan;
  /** The subscription that keeps dead letters until they are pulled. */
  readonly deadLetters: { readonly name: string; readonly retention: string; readonly expiresAfter: '' };
  /** The subscription that keeps messages until they are pulled; absent: they are pushed to a consumer. */
  readonly subscription?: { readonly name: string; readonly delivery: GcpDeliveryPlan };
  /** The Google APIs that it needs. */
  readonly needs: readonly string[];
}

export function planQueue(
  name: string,
  _: ResolvedQueue,
  architecture: ResolvedArchitecture,
  naming: Naming,
): GcpQueuePlan {
  const element = elementId('queues', name);
  const [own, dead] = [undefined, 'dead-letters'].map((role) => physicalName(naming, element, limits.pubsub, role));
  return {
    element,
    labels: planLabels(architecture.tags),
    storedIn,
    topic: { name: own!, ...(getsDeadLetters(name, architecture) && { forwards: forwardsDeadLetters }) },
    deadLetterTopic: { name: dead!, forwards: forwardsDeadLetters },
    deadLetters: { name: dead!, retention: days(deadLetterDays), expiresAfter: '' },
    ...(!consumerOf(name, architecture) && {
      subscription: { name: own!, delivery: planDelivery(name, architecture) },
    }),
    needs: [services.pubsub],
  };
}

/**
 * Plans the delivery of a queue's messages, to pull subscribers or to the consumer that names the queue in a trigger.
 */
export function planDelivery(name: string, architecture: ResolvedArchitecture): GcpDeliveryPlan {
  const { retentionDays, ordered, maxDeliveryAttempts } = architecture.queues[name]!;
  return {
    ackDeadlineSeconds: ackDeadlineSeconds(queueTimeoutSeconds(name, architecture)),
    retention: days(retentionDays),
    ordered,
    expiresAfter: '',
    deadLetterTopic: part(elementId('queues', name), 'deadLetterTopic', 'id'),
    maxDeliveryAttempts: deliveryAttempts(maxDeliveryAttempts),
    takes: takesDeadLetters,
  };
}

const days = (count: number): string => `${count * 86_400}s`;

/** True if the queue receives dead letters of other subscriptions. */
const getsDeadLetters = (name: string, { functions }: ResolvedArchitecture): boolean =>
  Object.values(functions).some(
    ({ retry, triggers }) =>
      retry.deadLetter === name && triggers.some((trigger) => 'topic' in trigger || 'bucket' in trigger),
  );
