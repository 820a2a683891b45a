import type { Construct } from 'constructs';
import type { GcpTopicPlan } from '../../cloud/gcp/topic';
import type { Parts } from './parts';
import type { Where } from './where';

/** What stands for a topic in a CDKTF app. */
export interface RenderedTopic {
  readonly stub: true;
}

export function renderTopic(_scope: Construct, plan: GcpTopicPlan, _parts: Parts, _where: Where): RenderedTopic {
  throw new Error(`${plan.element}: not rendered yet`);
}
