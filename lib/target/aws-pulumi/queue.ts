import type { AwsQueuePlan } from '../../cloud/aws/queue';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';

/** What stands for a queue in a Pulumi program. */
export interface RenderedQueue {
  readonly stub: true;
}

export function renderQueue(
  _parent: Element,
  plan: AwsQueuePlan,
  _parts: Parts,
  _tags: Record<string, string> | undefined,
): RenderedQueue {
  throw new Error(`${plan.element}: not rendered yet`);
}
