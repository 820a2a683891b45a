import { Topic } from '@pulumi/gcp/pubsub';
import type { GcpTopicPlan } from '../../cloud/gcp/topic';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';

/** Pulumi resources created for a topic. */
export interface RenderedTopic {
  readonly topic: Topic;
}

export function renderTopic(parent: Element, plan: GcpTopicPlan, parts: Parts): RenderedTopic {
  const topic = new Topic(
    `${parent.prefix}-topic`,
    {
      name: plan.name,
      labels: plan.labels,
      messageStoragePolicy: { allowedPersistenceRegions: plan.storedIn.map((text) => parts.text(text)) },
    },
    { parent, dependsOn: parts.needs(plan.needs) },
  );
  parts.provide(plan.element, 'topic', { id: topic.id, name: topic.name });
  return { topic };
}
