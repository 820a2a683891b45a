import type { Construct } from 'constructs';
import type { GcpQueuePlan } from '../../cloud/gcp/queue';
import type { Parts } from './parts';
import type { Where } from './where';

/** What stands for a queue in a CDKTF app. */
export interface RenderedQueue {
  readonly stub: true;
}

export function renderQueue(_scope: Construct, plan: GcpQueuePlan, _parts: Parts, _where: Where): RenderedQueue {
  throw new Error(`${plan.element}: not rendered yet`);
}
