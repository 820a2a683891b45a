import type { Construct } from 'constructs';
import type { GcpBucketPlan } from '../../cloud/gcp/bucket';
import type { Parts } from './parts';
import type { Where } from './where';

/** What stands for a bucket in a CDKTF app. */
export interface RenderedBucket {
  readonly stub: true;
}

export function renderBucket(_scope: Construct, plan: GcpBucketPlan, _parts: Parts, _where: Where): RenderedBucket {
  throw new Error(`${plan.element}: not rendered yet`);
}
