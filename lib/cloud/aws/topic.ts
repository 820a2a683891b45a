import type { ResolvedTopic } from '../../model/topic';
import { elementId, type ElementId } from '../../model/name';
import type { Naming } from '../name';

/** STUB: a topic, with every decision made. */
export interface AwsTopicPlan {
  readonly element: ElementId;
}

export function planTopic(name: string, _spec: ResolvedTopic, _naming: Naming): AwsTopicPlan {
  return { element: elementId('topics', name) };
}
