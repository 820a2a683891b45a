import type { ResolvedArchitecture } from '../../model/architecture';
import { elementId, type ElementId } from '../../model/name';
import type { ResolvedTopic } from '../../model/topic';
import { physicalName, type Naming } from '../name';
import type { PlanText } from '../part';
import { storedIn } from './location';
import { limits } from './name';
import { services } from './services';
import { planLabels } from './tag';

/** A Pub/Sub topic, with every decision made. */
export interface GcpTopicPlan {
  readonly element: ElementId;
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
  /** The regions that may store messages. */
  readonly storedIn: readonly PlanText[];
  /** The Google APIs that it needs. */
  readonly needs: readonly string[];
}

export function planTopic(
  name: string,
  _: ResolvedTopic,
  { tags }: ResolvedArchitecture,
  naming: Naming,
): GcpTopicPlan {
  const element = elementId('topics', name);
  return {
    element,
    name: physicalName(naming, element, limits.pubsub),
    labels: planLabels(tags),
    storedIn,
    needs: [services.pubsub],
  };
}
