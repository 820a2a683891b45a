import type { ResolvedBucket } from '../../model/bucket';
import { elementId, type ElementId } from '../../model/name';
import type { Naming } from '../name';

/** STUB: a bucket, with every decision made. */
export interface AwsBucketPlan {
  readonly element: ElementId;
}

export function planBucket(name: string, _spec: ResolvedBucket, _naming: Naming): AwsBucketPlan {
  return { element: elementId('buckets', name) };
}
