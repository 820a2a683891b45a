import { elementId, type ElementId } from '../../model/name';
import type { ResolvedTopic } from '../../model/topic';
import { physicalName, type Naming } from '../name';

/**
 * An SNS topic, with every decision made. SNS's own key isn't written: its disks are encrypted anyway, and what can't be
 * granted that key (alarms, for one) could publish nothing.
 */
export interface AwsTopicPlan {
  readonly element: ElementId;
  /** Where names are ours to give. */
  readonly names: { readonly topic: string };
}

/** The longest name of a topic: https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html */
const longestName = 256;

export function planTopic(name: string, _: ResolvedTopic, naming: Naming): AwsTopicPlan {
  const element = elementId('topics', name);
  return { element, names: { topic: physicalName(naming, element, longestName) } };
}
