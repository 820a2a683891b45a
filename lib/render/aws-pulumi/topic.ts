import { Topic } from '@pulumi/aws/sns';
import { limits } from '../../cloud/aws/name';
import type { AwsTopicPlan } from '../../cloud/aws/topic';
import type { Element } from '../pulumi-element';
import { nameWithin } from './name';
import type { Parts } from './parts';

/** Pulumi resources created for a topic. */
export interface RenderedTopic {
  readonly topic: Topic;
}

export function renderTopic(
  parent: Element,
  plan: AwsTopicPlan,
  parts: Parts,
  tags: Record<string, string> | undefined,
): RenderedTopic {
  const name = `${parent.prefix}-topic`;
  const topic = new Topic(name, { ...nameWithin(limits.topic, name, plan.names.topic), tags }, { parent });
  parts.provide(plan.element, 'topic', { arn: topic.arn, name: topic.name });
  return { topic };
}
