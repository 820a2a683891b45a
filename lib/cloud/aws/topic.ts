import { elementId, type ElementId } from '../../model/name';
import type { ResolvedTopic } from '../../model/topic';
import { physicalName, type Naming } from '../name';
import { limits } from './name';

/**
 * An SNS topic, with every decision made. SNS's own key isn't written: its disks are encrypted anyway, and what can't be
 * granted that key (alarms, for one) could publish nothing.
 */
export interface AwsTopicPlan {
  readonly element: ElementId;
  /** Names for engines that don't make their own. */
  readonly names: { readonly topic: string };
}

export function planTopic(name: string, _: ResolvedTopic, naming: Naming): AwsTopicPlan {
  const element = elementId('topics', name);
  return { element, names: { topic: physicalName(naming, element, limits.topic) } };
}
