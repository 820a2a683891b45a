import type { ResolvedTopic } from '../../model/topic';
import { elementId, type ElementId } from '../../model/name';
import type { Naming } from '../name';

/** STUB: a topic, with every decision made. */
export interface GcpTopicPlan {
  readonly element: ElementId;
  readonly needs: readonly string[];
}

export function planTopic(name: string, _spec: ResolvedTopic, _naming: Naming): GcpTopicPlan {
  return { element: elementId('topics', name), needs: [] };
}
