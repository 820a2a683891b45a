import { StorageBucket } from '@cdktf/provider-google/lib/storage-bucket';
import type { Construct } from 'constructs';
import type { GcpBucketPlan } from '../../cloud/gcp/bucket';
import type { Parts } from './parts';
import type { Where } from './where';

/** CDKTF constructs created for a bucket. */
export interface RenderedBucket {
  readonly bucket: StorageBucket;
}

export function renderBucket(scope: Construct, plan: GcpBucketPlan, parts: Parts, { region }: Where): RenderedBucket {
  const bucket = new StorageBucket(scope, 'Bucket', {
    name: parts.text(plan.name),
    location: region,
    labels: plan.labels,
    versioning: { enabled: plan.versioned },
    lifecycleRule: plan.lifecycle.map(({ action, condition }) => ({ action: { type: action }, condition })),
    uniformBucketLevelAccess: true,
    publicAccessPrevention: plan.publicAccessPrevention,
    forceDestroy: plan.forceDestroy,
    lifecycle: { preventDestroy: plan.retain },
    dependsOn: parts.needs(plan.needs),
  });
  parts.provide(plan.element, 'bucket', { name: bucket.name });
  return { bucket };
}
