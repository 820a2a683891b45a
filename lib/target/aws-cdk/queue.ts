import type { Construct } from 'constructs';
import type { AwsQueuePlan } from '../../cloud/aws/queue';
import type { Parts } from './parts';

/** What stands for a queue in a CDK app. */
export interface RenderedQueue {
  readonly stub: true;
}

export function renderQueue(_scope: Construct, plan: AwsQueuePlan, _parts: Parts): RenderedQueue {
  throw new Error(`${plan.element}: not rendered yet`);
}
