import type { GcpBucketPlan } from '../../cloud/gcp/bucket';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';
import type { Where } from './where';

/** What stands for a bucket in a Pulumi program. */
export interface RenderedBucket {
  readonly stub: true;
}

export function renderBucket(_parent: Element, plan: GcpBucketPlan, _parts: Parts, _where: Where): RenderedBucket {
  throw new Error(`${plan.element}: not rendered yet`);
}
