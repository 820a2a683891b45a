import type { GcpTopicPlan } from '../../cloud/gcp/topic';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';
import type { Where } from './where';

/** What stands for a topic in a Pulumi program. */
export interface RenderedTopic {
  readonly stub: true;
}

export function renderTopic(_parent: Element, plan: GcpTopicPlan, _parts: Parts, _where: Where): RenderedTopic {
  throw new Error(`${plan.element}: not rendered yet`);
}
