import type { ResolvedArchitecture } from '../model/architecture';
import type { ResolvedBucket } from '../model/bucket';
import type { Cloud } from '../model/target';
import { keptByPlatform } from '../support/bucket';
import type { Expectation } from './expectation';
import { expectName } from './name';
import { expectLabels } from './tag';

/** What an artefact says about a bucket: the model's own fields, and the promises that hold for every bucket. */
export interface BucketFact extends ResolvedBucket {
  /** Whether anybody could make it, or an object in it, public. */
  readonly public: boolean;
  readonly encrypted?: boolean;
  readonly tlsOnly?: boolean;
  /** Days after which the parts of an upload that nobody finished are deleted. */
  readonly abortUploadsDays: number;
  /** Whether it tells AWS's event bus of what happens to its objects. */
  readonly tellsEvents?: boolean;
  /** Where a name is ours to give: the part before the project. */
  readonly physicalName?: string;
  /** The services of Google's that have to be switched on before it. */
  readonly needs?: readonly string[];
  readonly tags?: Readonly<Record<string, string>>;
}

/** What a right rendering of a bucket says on AWS, where CloudFormation and Pulumi make the name. */
export function expectAwsBucket(name: string, spec: ResolvedBucket, { architecture }: Expectation): BucketFact {
  return {
    ...spec,
    ...promises('aws'),
    tellsEvents: triggersOf(architecture).some((trigger) => 'bucket' in trigger && trigger.bucket === name),
    tags: architecture.tags,
  };
}

/** What a right rendering of a bucket says on GCP. */
export function expectGcpBucket(name: string, spec: ResolvedBucket, { architecture, naming }: Expectation): BucketFact {
  return {
    ...spec,
    ...promises('gcp'),
    physicalName: expectName(naming, 'buckets', name, 32),
    needs: ['storage.googleapis.com'],
    tags: expectLabels(architecture.tags),
  };
}

const triggersOf = ({ functions, services }: ResolvedArchitecture) =>
  [...Object.values(functions), ...Object.values(services)].flatMap(({ triggers }) => triggers);

/** What holds for every bucket, less what the platform sees to. */
function promises(cloud: Cloud) {
  const kept: object = keptByPlatform[cloud];
  const stated = Object.entries({ encrypted: true, tlsOnly: true }).filter(
    ([promise]) => !Object.hasOwn(kept, promise),
  );
  return { public: false, abortUploadsDays: 7, ...Object.fromEntries(stated) };
}
