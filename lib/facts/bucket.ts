import type { ResolvedArchitecture } from '../model/architecture';
import type { ResolvedBucket } from '../model/bucket';
import type { TargetExpectation } from './expectation';
import { expectName } from './name';
import type { Stated } from './stated';

/** Facts about a bucket on every cloud. */
interface CommonBucketFact extends ResolvedBucket {
  /** True if it, or an object in it, could be made public. */
  readonly public: boolean;
  /** Days after which the parts of an unfinished upload are deleted. */
  readonly abortUploadsDays: number;
  readonly tags: Readonly<Record<string, string>>;
}

/** Facts about a bucket on AWS, where CloudFormation and Pulumi make the name. */
export interface AwsBucketFact extends CommonBucketFact {
  readonly encrypted: boolean;
  readonly tlsOnly: boolean;
  /** True if it sends its events to EventBridge. */
  readonly tellsEvents: boolean;
}

/**
 * Facts about a bucket on Google Cloud, where Cloud Storage encrypts objects at rest, and its API supports only TLS.
 */
export interface GcpBucketFact extends CommonBucketFact {
  /** The part of the name before the project. */
  readonly physicalName: string;
  /** The Google services that must be enabled first. */
  readonly needs: readonly string[];
}

const everyBucket = { public: false, abortUploadsDays: 7 } as const;

/** The facts about a bucket on AWS that differ from its fields. */
export const expectAwsBucket = (
  name: string,
  _fields: ResolvedBucket,
  { architecture, tags }: TargetExpectation,
): Stated<ResolvedBucket, AwsBucketFact> => ({
  ...everyBucket,
  encrypted: true,
  tlsOnly: true,
  tellsEvents: triggersOf(architecture).some((trigger) => 'bucket' in trigger && trigger.bucket === name),
  tags,
});

/** The facts about a bucket on Google Cloud that differ from its fields. */
export const expectGcpBucket = (
  name: string,
  _fields: ResolvedBucket,
  { naming, tags }: TargetExpectation,
): Stated<ResolvedBucket, GcpBucketFact> => ({
  ...everyBucket,
  physicalName: expectName(naming, 'buckets', name, 32),
  needs: ['storage.googleapis.com'],
  tags,
});

const triggersOf = ({ functions, services }: ResolvedArchitecture) =>
  [...Object.values(functions), ...Object.values(services)].flatMap(({ triggers }) => triggers);
