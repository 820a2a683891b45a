import type { GcpQueuePlan } from '../../cloud/gcp/queue';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';
import type { Where } from './where';

/** What stands for a queue in a Pulumi program. */
export interface RenderedQueue {
  readonly stub: true;
}

export function renderQueue(_parent: Element, plan: GcpQueuePlan, _parts: Parts, _where: Where): RenderedQueue {
  throw new Error(`${plan.element}: not rendered yet`);
}
