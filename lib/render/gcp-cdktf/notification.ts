import { PubsubTopic } from '@cdktf/provider-google/lib/pubsub-topic';
import { PubsubTopicIamMember } from '@cdktf/provider-google/lib/pubsub-topic-iam-member';
import { StorageNotification } from '@cdktf/provider-google/lib/storage-notification';
import type { Construct } from 'constructs';
import type { GcpEventsPlan } from '../../cloud/gcp/notification';
import type { Parts } from './parts';
import { renderWait } from './wait';

/** A topic that receives the events of a bucket's objects. */
export function renderEvents(scope: Construct, plan: GcpEventsPlan, parts: Parts): PubsubTopic {
  const topic = new PubsubTopic(scope, 'Topic', {
    name: plan.topic.name,
    labels: plan.topic.labels,
    messageStoragePolicy: { allowedPersistenceRegions: plan.topic.storedIn.map((text) => parts.text(text)) },
    dependsOn: parts.needs(plan.topic.needs),
  });
  const publisher = new PubsubTopicIamMember(scope, 'Publisher', {
    topic: topic.id,
    role: plan.tells.role,
    member: parts.text(plan.tells.member),
    dependsOn: parts.waited(plan.tells.after),
  });
  const wait = renderWait(scope, 'Wait', plan.wait, [publisher], parts);
  for (const [index, { bucket, format, events, prefix }] of plan.notifications.entries()) {
    new StorageNotification(scope, `Notification${index}`, {
      bucket: parts.token(bucket),
      topic: topic.id,
      payloadFormat: format,
      eventTypes: [...events],
      objectNamePrefix: prefix === undefined ? undefined : parts.text([prefix]),
      // Cloud Storage tries at once whether it may.
      dependsOn: [wait],
    });
  }
  return topic;
}
