import type { AwsBucketPlan } from '../../cloud/aws/bucket';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';

/** What stands for a bucket in a Pulumi program. */
export interface RenderedBucket {
  readonly stub: true;
}

export function renderBucket(
  _parent: Element,
  plan: AwsBucketPlan,
  _parts: Parts,
  _tags: Record<string, string> | undefined,
): RenderedBucket {
  throw new Error(`${plan.element}: not rendered yet`);
}
