import type { Json } from '../../mutation/artefact';
import { resourcesOf, shown } from '../element';

const text = `
name: shop
queues: { q: { maxDeliveryAttempts: 3, retentionDays: 2, timeoutSeconds: 90, ordered: true } }`;

describe('a queue on gcp-pulumi', () => {
  let q: Record<string, Json>;
  beforeAll(async () => {
    q = await resourcesOf(text, 'gcp-pulumi', 'queues.q');
  });

  it('keeps unread messages in a subscription that never expires', () => {
    for (const name of ['subscription', 'subscription-dead-letters'])
      expect(q[name].inputs.expirationPolicy).toEqual({ ttl: '' });
  });

  it('forwards dead letters after the minimum of deliveries on Pub/Sub', () => {
    expect(q['subscription'].inputs.deadLetterPolicy.maxDeliveryAttempts).toBe(5);
  });

  it('renders these resources and no others', () =>
    expect(shown(q)).toMatchInlineSnapshot(`
     "subscription:
       type: gcp:pubsub/subscription:Subscription
       inputs:
         ackDeadlineSeconds: 90
         deadLetterPolicy:
           deadLetterTopic: <shop-q-dead-letters.id>
           maxDeliveryAttempts: 5
         enableMessageOrdering: true
         expirationPolicy:
           ttl: ""
         messageRetentionDuration: 172800s
         name: shop-q-21df246d
         topic: <shop-q-topic.id>
     subscription-dead-letters:
       type: gcp:pubsub/subscription:Subscription
       inputs:
         expirationPolicy:
           ttl: ""
         messageRetentionDuration: 1209600s
         name: shop-q-dead-letters-a8094301
         topic: <shop-q-dead-letters.id>
     agent-subscription:
       type: gcp:pubsub/subscriptionIAMMember:SubscriptionIAMMember
       inputs:
         member:
           $join:
             - serviceAccount:service-
             - <.number>
             - "@gcp-sa-pubsub.iam.gserviceaccount.com"
         role: roles/pubsub.subscriber
         subscription: <shop-q-subscription.id>
       options:
         dependsOn:
           - …::shop-foundation-agents-wait
     dead-letters:
       type: gcp:pubsub/topic:Topic
       inputs:
         messageStoragePolicy:
           allowedPersistenceRegions:
             - <gcp:region>
         name: shop-q-dead-letters-a8094301
       options:
         dependsOn:
           - …::shop-foundation-enable-pubsub
     topic:
       type: gcp:pubsub/topic:Topic
       inputs:
         messageStoragePolicy:
           allowedPersistenceRegions:
             - <gcp:region>
         name: shop-q-21df246d
       options:
         dependsOn:
           - …::shop-foundation-enable-pubsub
     agent-dead-letters:
       type: gcp:pubsub/topicIAMMember:TopicIAMMember
       inputs:
         member:
           $join:
             - serviceAccount:service-
             - <.number>
             - "@gcp-sa-pubsub.iam.gserviceaccount.com"
         role: roles/pubsub.publisher
         topic: <shop-q-dead-letters.id>
       options:
         dependsOn:
           - …::shop-foundation-agents-wait
     "
    `));
});
