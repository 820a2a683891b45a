import { PubsubTopic } from '@cdktf/provider-google/lib/pubsub-topic';
import type { Construct } from 'constructs';
import type { GcpTopicPlan } from '../../cloud/gcp/topic';
import type { Parts } from './parts';

/** CDKTF constructs created for a topic. */
export interface RenderedTopic {
  readonly topic: PubsubTopic;
}

export function renderTopic(scope: Construct, plan: GcpTopicPlan, parts: Parts): RenderedTopic {
  const topic = new PubsubTopic(scope, 'Topic', {
    name: plan.name,
    labels: plan.labels,
    messageStoragePolicy: { allowedPersistenceRegions: plan.storedIn.map((text) => parts.text(text)) },
    dependsOn: parts.needs(plan.needs),
  });
  parts.provide(plan.element, 'topic', { id: topic.id, name: topic.name });
  return { topic };
}
