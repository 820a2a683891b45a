import { Topic, TopicIAMMember } from '@pulumi/gcp/pubsub';
import { Notification } from '@pulumi/gcp/storage';
import type { GcpEventsPlan } from '../../cloud/gcp/notification';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';
import { renderWait } from './wait';

/** A topic that receives the events of a bucket's objects; `part` names it among the element's parts. */
export function renderEvents(parent: Element, part: string, plan: GcpEventsPlan, parts: Parts): Topic {
  const name = (type: string) => `${parent.prefix}-${type}-trigger-${part}`;
  const topic = new Topic(
    name('topic'),
    {
      name: plan.topic.name,
      labels: plan.topic.labels,
      messageStoragePolicy: { allowedPersistenceRegions: plan.topic.storedIn.map((text) => parts.text(text)) },
    },
    { parent, dependsOn: parts.needs(plan.topic.needs) },
  );
  const publisher = new TopicIAMMember(
    name('publisher'),
    { topic: topic.id, role: plan.tells.role, member: parts.text(plan.tells.member) },
    { parent, dependsOn: parts.waited(plan.tells.after) },
  );
  const wait = renderWait(parent, `wait-trigger-${part}`, plan.wait, [publisher], parts);
  for (const [index, { bucket, format, events, prefix }] of plan.notifications.entries()) {
    new Notification(
      `${name('notification')}-${index}`,
      {
        bucket: parts.token(bucket),
        topic: topic.id,
        payloadFormat: format,
        eventTypes: [...events],
        objectNamePrefix: prefix,
      },
      // Cloud Storage tries at once whether it may.
      { parent, dependsOn: [wait] },
    );
  }
  return topic;
}
