import { Subscription, SubscriptionIAMMember, Topic, TopicIAMMember } from '@pulumi/gcp/pubsub';
import type { GcpDeliveryPlan, GcpQueuePlan } from '../../cloud/gcp/queue';
import type { GcpPushDelivery } from '../../cloud/gcp/push';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';

/** Pulumi resources created for a queue. */
export interface RenderedQueue {
  readonly topic: Topic;
  /** The dead-letter queue. */
  readonly deadLetterTopic: Topic;
  /** The subscription that keeps dead letters until they are pulled. */
  readonly deadLetters: Subscription;
  /** The subscription that keeps messages until they are pulled; undefined if they are pushed to a consumer. */
  readonly subscription?: Subscription;
}

export function renderQueue(parent: Element, plan: GcpQueuePlan, parts: Parts): RenderedQueue {
  const { labels } = plan;
  const [topic, deadLetterTopic] = (['topic', 'deadLetterTopic'] as const).map((which) => {
    // Not `dead-letter-topic`: the topic of another queue called `a-dead-letter` would have the same name.
    const resource = which === 'topic' ? 'topic' : 'dead-letters';
    const { name, forwards } = plan[which];
    const made = new Topic(
      `${parent.prefix}-${resource}`,
      {
        name,
        labels,
        messageStoragePolicy: { allowedPersistenceRegions: plan.storedIn.map((text) => parts.text(text)) },
      },
      { parent, dependsOn: parts.needs(plan.needs) },
    );
    if (forwards) {
      const { role, member, after } = forwards;
      const given = { topic: made.id, role, member: parts.text(member) };
      const dependsOn = parts.waited(after);
      new TopicIAMMember(`${parent.prefix}-agent-${resource}`, given, { parent, dependsOn });
    }
    parts.provide(plan.element, which, { id: made.id, name: made.name });
    return made;
  }) as [Topic, Topic];
  const deadLetters = new Subscription(
    `${parent.prefix}-subscription-dead-letters`,
    {
      name: plan.deadLetters.name,
      topic: deadLetterTopic.id,
      messageRetentionDuration: plan.deadLetters.retention,
      expirationPolicy: { ttl: plan.deadLetters.expiresAfter },
      labels,
    },
    { parent },
  );
  parts.provide(plan.element, 'deadLetters', { name: deadLetters.name });
  const subscription =
    plan.subscription &&
    new Subscription(
      `${parent.prefix}-subscription`,
      {
        name: plan.subscription.name,
        topic: topic.id,
        labels,
        ...deliveryOf(plan.subscription.delivery, parts),
      },
      { parent },
    );
  if (plan.subscription && subscription) {
    parts.provide(plan.element, 'subscription', { name: subscription.name });
    renderTaking(parent, 'agent-subscription', subscription, plan.subscription.delivery, parts);
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
  parent: Element,
  name: string,
  { id: subscription }: Subscription,
  { takes }: Pick<GcpDeliveryPlan, 'takes'>,
  parts: Parts,
): SubscriptionIAMMember {
  const { role, member, after } = takes;
  return new SubscriptionIAMMember(
    `${parent.prefix}-${name}`,
    { subscription, role, member: parts.text(member) },
    { parent, dependsOn: parts.waited(after) },
  );
}
