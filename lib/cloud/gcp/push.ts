import type { ResolvedArchitecture } from '../../model/architecture';
import { elementId, type ElementId } from '../../model/name';
import type { BucketTrigger, QueueTrigger, Retry, TopicTrigger } from '../../model/trigger';
import { physicalName, type Naming } from '../name';
import { part, type Part, type PlanText } from '../part';
import { ackDeadlineSeconds, deliveryAttempts, retentionSeconds } from './approximation';
import { limits } from './name';
import { planEvents, type GcpEventsPlan } from './notification';
import { planDelivery, type GcpDeliveryPlan } from './queue';
import { takesDeadLetters } from './service-agent';
import { services } from './services';
import { planLabels } from './tag';
import type { GcpCalled } from './timer';

/** A subscription that posts each message of a topic to an element, until the element acknowledges it. */
export interface GcpPushPlan {
  /** Its place among the element's parts: `queue-jobs`. */
  readonly part: string;
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
  /** The source of the messages: an existing topic, or a topic of its own for a bucket's events. */
  readonly from: { readonly topic: Part } | { readonly events: GcpEventsPlan };
  /** The queue whose only subscription it is; absent: it has messages of a topic or a bucket. */
  readonly queue?: ElementId;
  readonly endpoint: PlanText;
  readonly audience: Part;
  readonly delivery: GcpPushDelivery;
  /** The exponential backoff after a failure. */
  readonly backoff: { readonly least: string; readonly most: string };
  readonly needs: readonly string[];
}

/** The delivery of messages. Without a dead-letter topic, failed messages are retried until they expire. */
export type GcpPushDelivery = Omit<GcpDeliveryPlan, keyof GcpForwarding> & Partial<GcpForwarding>;

type GcpForwarding = Pick<GcpDeliveryPlan, 'deadLetterTopic' | 'maxDeliveryAttempts' | 'takes'>;

/** True if failed messages go to a dead-letter topic. */
export const forwards = (delivery: GcpPushDelivery): delivery is GcpDeliveryPlan =>
  delivery.deadLetterTopic !== undefined;

/** Messages of a queue: its own subscription, which is its consumer's. */
export const planQueuePush = (
  { queue }: QueueTrigger,
  called: GcpCalled,
  architecture: ResolvedArchitecture,
  naming: Naming,
): GcpPushPlan => ({
  ...planPush('queue', queue, called, architecture, naming),
  from: { topic: part(elementId('queues', queue), 'topic', 'id') },
  queue: elementId('queues', queue),
  delivery: planDelivery(queue, architecture),
});

/** Events of a topic. */
export const planTopicPush = (
  { topic }: TopicTrigger,
  called: GcpCalled,
  retry: Retry,
  architecture: ResolvedArchitecture,
  naming: Naming,
): GcpPushPlan => ({
  ...planPush('topic', topic, called, architecture, naming),
  from: { topic: part(elementId('topics', topic), 'topic', 'id') },
  delivery: planRetry(called, retry),
});

/** Plans the push of a bucket's events. `triggers` are all triggers of the element on that bucket. */
export function planBucketPush(
  bucket: string,
  triggers: readonly BucketTrigger[],
  called: GcpCalled,
  retry: Retry,
  architecture: ResolvedArchitecture,
  naming: Naming,
): GcpPushPlan {
  const push = planPush('bucket', bucket, called, architecture, naming);
  // A topic and a subscription of one name are two things.
  const events = planEvents(bucket, triggers, push.name, architecture);
  return { ...push, from: { events }, delivery: planRetry(called, retry) };
}

function planPush(
  kind: 'queue' | 'topic' | 'bucket',
  source: string,
  { element, url }: GcpCalled,
  { tags }: ResolvedArchitecture,
  naming: Naming,
) {
  const place = `${kind}-${source}`;
  return {
    part: place,
    name: physicalName(naming, element, limits.pubsub, place),
    labels: planLabels(tags),
    endpoint: [url, `/triggers/${kind}/${source}`],
    audience: url,
    backoff: { least: '10s', most: '600s' },
    needs: [services.pubsub],
  } as const;
}

/** Plans the retries of an event for which the code fails. */
const planRetry = ({ timeoutSeconds }: GcpCalled, retry: Retry): GcpPushDelivery => ({
  ackDeadlineSeconds: ackDeadlineSeconds(timeoutSeconds),
  retention: `${retentionSeconds(retry)}s`,
  ordered: false,
  expiresAfter: '',
  ...(retry.deadLetter !== undefined && {
    deadLetterTopic: part(elementId('queues', retry.deadLetter), 'topic', 'id'),
    maxDeliveryAttempts: deliveryAttempts(retry.maxRetries + 1),
    takes: takesDeadLetters,
  }),
});
