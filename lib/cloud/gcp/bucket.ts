import type { ResolvedBucket } from '../../model/bucket';
import { elementId, type ElementId } from '../../model/name';
import type { Naming } from '../name';
import type { PlanText } from '../part';
import { globalName } from './name';
import { services } from './services';
import { planLabels } from './tag';

/** A Cloud Storage bucket, with every decision made. */
export interface GcpBucketPlan {
  readonly element: ElementId;
  readonly name: PlanText;
  readonly labels?: Readonly<Record<string, string>>;
  readonly versioned: boolean;
  /** The lifecycle rules, in order. */
  readonly lifecycle: readonly GcpLifecycleRule[];
  /** Neither the bucket nor an object can be made public: only the bucket's policy grants access. */
  readonly publicAccessPrevention: 'enforced';
  /** Deletes the bucket together with its objects. */
  readonly forceDestroy: boolean;
  /** Keeps the bucket when the stack goes. */
  readonly retain: boolean;
  /** The Google APIs that it needs. */
  readonly needs: readonly string[];
}

/** An action, and the one condition under which it is taken; both in Google's words, conditions in days. */
export type GcpLifecycleRule =
  | { readonly action: 'AbortIncompleteMultipartUpload'; readonly condition: { readonly age: number } }
  | { readonly action: 'Delete'; readonly condition: { readonly age: number; readonly withState: 'LIVE' } }
  | {
      readonly action: 'Delete';
      readonly condition: { readonly daysSinceNoncurrentTime: number; readonly withState: 'ARCHIVED' };
    };

export function planBucket(name: string, spec: ResolvedBucket, tags: Tags, naming: Naming): GcpBucketPlan {
  const element = elementId('buckets', name);
  return {
    element,
    name: globalName(naming, element),
    labels: planLabels(tags),
    versioned: spec.versioned,
    lifecycle: [{ action: 'AbortIncompleteMultipartUpload', condition: { age: 7 } }, ...expiry(spec)],
    publicAccessPrevention: 'enforced',
    forceDestroy: false,
    retain: spec.retain,
    needs: [services.storage],
  };
}

type Tags = Readonly<Record<string, string>>;

/**
 * Deletes objects `expireDays` days after they were created, and older versions the same time after they were replaced.
 */
function expiry({ versioned, expireDays }: ResolvedBucket): GcpLifecycleRule[] {
  if (expireDays === undefined) return [];
  return [
    { action: 'Delete', condition: { age: expireDays, withState: 'LIVE' } },
    ...(versioned
      ? [{ action: 'Delete', condition: { daysSinceNoncurrentTime: expireDays, withState: 'ARCHIVED' } } as const]
      : []),
  ];
}
