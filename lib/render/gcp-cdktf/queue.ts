import { PubsubSubscription } from '@cdktf/provider-google/lib/pubsub-subscription';
import { PubsubSubscriptionIamMember } from '@cdktf/provider-google/lib/pubsub-subscription-iam-member';
import { PubsubTopic } from '@cdktf/provider-google/lib/pubsub-topic';
import { PubsubTopicIamMember } from '@cdktf/provider-google/lib/pubsub-topic-iam-member';
import type { Construct } from 'constructs';
import type { GcpDeliveryPlan, GcpQueuePlan } from '../../cloud/gcp/queue';
import type { GcpPushDelivery } from '../../cloud/gcp/push';
import type { Parts } from './parts';

/** CDKTF constructs created for a queue. */
export interface RenderedQueue {
  readonly topic: PubsubTopic;
  /** The dead-letter queue. */
  readonly deadLetterTopic: PubsubTopic;
  /** The subscription that keeps dead letters until they are pulled. */
  readonly deadLetters: PubsubSubscription;
  /** The subscription that keeps messages until they are pulled; undefined if they are pushed to a consumer. */
  readonly subscription?: PubsubSubscription;
}

export function renderQueue(scope: Construct, plan: GcpQueuePlan, parts: Parts): RenderedQueue {
  const { labels } = plan;
  const [topic, deadLetterTopic] = (['topic', 'deadLetterTopic'] as const).map((which) => {
    const id = which === 'topic' ? 'Topic' : 'DeadLetterTopic';
    const { name, forwards } = plan[which];
    const made = new PubsubTopic(scope, id, {
      name,
      labels,
      messageStoragePolicy: { allowedPersistenceRegions: plan.storedIn.map((text) => parts.text(text)) },
      dependsOn: parts.needs(plan.needs),
    });
    if (forwards) {
      new PubsubTopicIamMember(scope, `${id}Agent`, {
        topic: made.id,
        role: forwards.role,
        member: parts.text(forwards.member),
        dependsOn: parts.waited(forwards.after),
      });
    }
    parts.provide(plan.element, which, { id: made.id, name: made.name });
    return made;
  }) as [PubsubTopic, PubsubTopic];
  const deadLetters = new PubsubSubscription(scope, 'DeadLetters', {
    name: plan.deadLetters.name,
    topic: deadLetterTopic.id,
    messageRetentionDuration: plan.deadLetters.retention,
    expirationPolicy: { ttl: plan.deadLetters.expiresAfter },
    labels,
  });
  parts.provide(plan.element, 'deadLetters', { name: deadLetters.name });
  const subscription =
    plan.subscription &&
    new PubsubSubscription(scope, 'Subscription', {
      name: plan.subscription.name,
      topic: topic.id,
      labels,
      ...deliveryOf(plan.subscription.delivery, parts),
    });
  if (plan.subscription && subscription) {
    parts.provide(plan.element, 'subscription', { name: subscription.name });
    renderTaking(scope, 'SubscriptionAgent', subscription, plan.subscription.delivery, parts);
  }
  return { topic, deadLetterTopic, deadLetters, subscription };
}

/** A subscription's delivery settings. */
export const deliveryOf = ({ deadLetterTopic, ...plan }: GcpDeliveryPlan | GcpPushDelivery, parts: Parts) => ({
  ackDeadlineSeconds: plan.ackDeadlineSeconds,
  messageRetentionDuration: plan.retention,
  enableMessageOrdering: plan.ordered,
  expirationPolicy: { ttl: plan.expiresAfter },
  deadLetterPolicy: deadLetterTopic && {
    deadLetterTopic: parts.token(deadLetterTopic),
    maxDeliveryAttempts: plan.maxDeliveryAttempts,
  },
});

/** Allows Pub/Sub to acknowledge the messages of a subscription that it forwards. */
export function renderTaking(
  scope: Construct,
  id: string,
  { id: subscription }: PubsubSubscription,
  { takes }: Pick<GcpDeliveryPlan, 'takes'>,
  parts: Parts,
): PubsubSubscriptionIamMember {
  const { role, member, after } = takes;
  return new PubsubSubscriptionIamMember(scope, id, {
    subscription,
    role,
    member: parts.text(member),
    dependsOn: parts.waited(after),
  });
}
