import type { ResolvedBucket } from '../../model/bucket';
import { elementId, type ElementId } from '../../model/name';
import type { Naming } from '../name';

/** STUB: a bucket, with every decision made. */
export interface GcpBucketPlan {
  readonly element: ElementId;
  readonly needs: readonly string[];
}

export function planBucket(name: string, _spec: ResolvedBucket, _naming: Naming): GcpBucketPlan {
  return { element: elementId('buckets', name), needs: [] };
}
