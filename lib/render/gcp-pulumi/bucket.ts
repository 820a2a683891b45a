import { Bucket } from '@pulumi/gcp/storage';
import type { GcpBucketPlan } from '../../cloud/gcp/bucket';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';
import type { Where } from './where';

/** Pulumi resources created for a bucket. */
export interface RenderedBucket {
  readonly bucket: Bucket;
}

export function renderBucket(parent: Element, plan: GcpBucketPlan, parts: Parts, { region }: Where): RenderedBucket {
  const bucket = new Bucket(
    `${parent.prefix}-bucket`,
    {
      name: parts.text(plan.name),
      location: region,
      labels: plan.labels,
      versioning: { enabled: plan.versioned },
      lifecycleRules: plan.lifecycle.map(({ action, condition }) => ({ action: { type: action }, condition })),
      uniformBucketLevelAccess: true,
      publicAccessPrevention: plan.publicAccessPrevention,
      forceDestroy: plan.forceDestroy,
    },
    { parent, retainOnDelete: plan.retain, dependsOn: parts.needs(plan.needs) },
  );
  parts.provide(plan.element, 'bucket', { name: bucket.name });
  return { bucket };
}
