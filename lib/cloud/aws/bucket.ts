import type { ResolvedArchitecture } from '../../model/architecture';
import type { ResolvedBucket } from '../../model/bucket';
import { elementId, type ElementId } from '../../model/name';
import { physicalName, type Naming } from '../name';

/** An S3 bucket, with every decision made. */
export interface AwsBucketPlan extends Pick<ResolvedBucket, 'versioned' | 'retain'> {
  readonly element: ElementId;
  readonly lifecycle: AwsBucketLifecycle;
  readonly encryption: 'AES256';
  /** Access lists, which can make single objects public, are off. */
  readonly ownership: 'BucketOwnerEnforced';
  /** Sends the events of its objects to EventBridge, because a trigger listens to them. */
  readonly eventBridge: boolean;
  /** The prefix of the bucket's name, for cases where Pulumi's own name would be invalid on S3. */
  readonly names: { readonly bucketPrefix: string };
}

/** Automatic deletion of objects. */
export interface AwsBucketLifecycle {
  /** Days after which parts of incomplete uploads are deleted. They are billed, and listings don't show them. */
  readonly abortUploadsDays: number;
  /** Lifetimes in days; the second only where there are older versions. */
  readonly expire?: { readonly current: number; readonly older?: number };
}

/** The longest prefix that the provider allows within a bucket name's 63 characters, less the final hyphen. */
const prefixLimit = 36;

export function planBucket(
  name: string,
  { versioned, expireDays, retain }: ResolvedBucket,
  architecture: ResolvedArchitecture,
  naming: Naming,
): AwsBucketPlan {
  const element = elementId('buckets', name);
  return {
    element,
    versioned,
    lifecycle: {
      abortUploadsDays: 7,
      // An expiration in days also removes delete markers without older versions.
      ...(expireDays !== undefined && {
        expire: { current: expireDays, ...(versioned && { older: expireDays }) },
      }),
    },
    encryption: 'AES256',
    ownership: 'BucketOwnerEnforced',
    eventBridge: isWatched(name, architecture),
    retain,
    names: { bucketPrefix: `${physicalName(naming, element, prefixLimit)}-` },
  };
}

/** True if a trigger listens to events of the bucket's objects. */
const isWatched = (name: string, { functions, services }: ResolvedArchitecture): boolean =>
  [...Object.values(functions), ...Object.values(services)].some(({ triggers }) =>
    triggers.some((trigger) => 'bucket' in trigger && trigger.bucket === name),
  );
