import type { Construct } from 'constructs';
import type { AwsBucketPlan } from '../../cloud/aws/bucket';
import type { Parts } from './parts';

/** What stands for a bucket in a CDK app. */
export interface RenderedBucket {
  readonly stub: true;
}

export function renderBucket(_scope: Construct, plan: AwsBucketPlan, _parts: Parts): RenderedBucket {
  throw new Error(`${plan.element}: not rendered yet`);
}
