import type { Json } from '../../mutation/artefact';
import { resourcesOf, shown } from '../element';

const text = `
name: shop
queues: { q: { maxDeliveryAttempts: 3, retentionDays: 2, timeoutSeconds: 90, ordered: true } }`;

describe('a queue on gcp-cdktf', () => {
  let q: Record<string, Json>;
  beforeAll(async () => {
    q = await resourcesOf(text, 'gcp-cdktf', 'queues.q');
  });

  it('keeps unread messages in a subscription that never expires', () => {
    for (const id of ['Subscription', 'DeadLetters']) expect(q[id].expiration_policy).toEqual({ ttl: '' });
  });

  it('forwards dead letters after the minimum of deliveries on Pub/Sub', () => {
    expect(q['Subscription'].dead_letter_policy.max_delivery_attempts).toBe(5);
  });

  it('renders these resources and no others', () =>
    expect(shown(q)).toMatchInlineSnapshot(`
     "DeadLetters:
       type: google_pubsub_subscription
       expiration_policy:
         ttl: ""
       message_retention_duration: 1209600s
       name: shop-q-dead-letters-a8094301
       topic: \${google_pubsub_topic.Architecture_queues_q_DeadLetterTopic_9B0BD557.id}
     Subscription:
       type: google_pubsub_subscription
       ack_deadline_seconds: 90
       dead_letter_policy:
         dead_letter_topic: \${google_pubsub_topic.Architecture_queues_q_DeadLetterTopic_9B0BD557.id}
         max_delivery_attempts: 5
       enable_message_ordering: true
       expiration_policy:
         ttl: ""
       message_retention_duration: 172800s
       name: shop-q-21df246d
       topic: \${google_pubsub_topic.Architecture_queues_q_Topic_235CEE76.id}
     SubscriptionAgent:
       type: google_pubsub_subscription_iam_member
       depends_on:
         - time_sleep.Architecture_foundation_AgentsWait_160499C7
       member: serviceAccount:service-\${data.google_project.Architecture_foundation_Project_4ED1AFA5.number}@gcp-sa-pubsub.iam.gserviceaccount.com
       role: roles/pubsub.subscriber
       subscription: \${google_pubsub_subscription.Architecture_queues_q_Subscription_C2220B49.id}
     DeadLetterTopic:
       type: google_pubsub_topic
       depends_on:
         - google_project_service.Architecture_foundation_EnablePubsub_DD9E57E8
       message_storage_policy:
         allowed_persistence_regions:
           - \${var.region}
       name: shop-q-dead-letters-a8094301
     Topic:
       type: google_pubsub_topic
       depends_on:
         - google_project_service.Architecture_foundation_EnablePubsub_DD9E57E8
       message_storage_policy:
         allowed_persistence_regions:
           - \${var.region}
       name: shop-q-21df246d
     DeadLetterTopicAgent:
       type: google_pubsub_topic_iam_member
       depends_on:
         - time_sleep.Architecture_foundation_AgentsWait_160499C7
       member: serviceAccount:service-\${data.google_project.Architecture_foundation_Project_4ED1AFA5.number}@gcp-sa-pubsub.iam.gserviceaccount.com
       role: roles/pubsub.publisher
       topic: \${google_pubsub_topic.Architecture_queues_q_DeadLetterTopic_9B0BD557.id}
     "
    `));
});
