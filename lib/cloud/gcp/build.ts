import type { ResolvedArchitecture } from '../../model/architecture';
import { physicalName, type Naming } from '../name';
import type { PlanText } from '../part';
import { globalName, limits } from './name';
import { planServiceAccount, type GcpServiceAccountPlan } from './service-account';
import { services } from './services';
import { planLabels } from './tag';

/** The resources that build functions: the source bucket, the build account and the image repository. */
export interface GcpBuildPlan {
  readonly labels?: Readonly<Record<string, string>>;
  readonly bucket: {
    readonly name: PlanText;
    /** Deletes the bucket together with its objects, which are copies of source code. */
    readonly forceDestroy: boolean;
    readonly needs: readonly string[];
  };
  readonly repository: GcpRepositoryPlan;
  readonly serviceAccount: GcpServiceAccountPlan;
  /** The least with which Cloud Build builds a function. */
  readonly roles: {
    /** On the project, whose policy is a matter of a service of its own. */
    readonly project: readonly GcpBuildRolePlan[];
    readonly bucket: 'roles/storage.objectViewer';
    readonly repository: 'roles/artifactregistry.writer';
  };
}

/** The repository of the images that are built. */
export interface GcpRepositoryPlan {
  readonly name: string;
  readonly format: 'DOCKER';
  /** The cleanup policies, which Artifact Registry applies about once a day. One that keeps a version takes precedence. */
  readonly cleanup: readonly GcpCleanupPlan[];
  readonly needs: readonly string[];
}

/** A cleanup policy. Its id is its place in the repository. */
export type GcpCleanupPlan =
  /** Keeps the newest versions of each image. */
  | { readonly id: string; readonly action: 'KEEP'; readonly newest: number }
  /** Deletes versions, with and without a tag, that are older than that: `2592000s`. */
  | { readonly id: string; readonly action: 'DELETE'; readonly tags: 'ANY'; readonly olderThan: string };

/** A role of the build account on the project. */
export interface GcpBuildRolePlan {
  /** Its name among the foundation's parts: `build-writes-logs`. */
  readonly part: string;
  readonly role: string;
  /** The resources for which it holds; absent: for all of the project's. */
  readonly condition?: { readonly title: string; readonly expression: string };
  readonly needs: readonly string[];
}

/**
 * Cloud Functions copies a function's source to a bucket of its own in the project, `gcf-v2-sources-<number>-<region>`,
 * and Cloud Build fetches it from there as the build account:
 * https://github.com/hashicorp/terraform-provider-google/issues/20571
 * The bucket doesn't exist before the first build, so the role is on the project. An object's resource name begins with
 * its bucket's: https://cloud.google.com/iam/docs/conditions-resource-attributes
 */
const readsSource: GcpBuildRolePlan = {
  part: 'build-reads-copied-source',
  role: 'roles/storage.objectViewer',
  condition: {
    title: 'sources of functions only',
    expression: 'resource.name.startsWith("projects/_/buckets/gcf-v2-sources-")',
  },
  needs: [services.projects],
};

const writesLogs: GcpBuildRolePlan = {
  part: 'build-writes-logs',
  role: 'roles/logging.logWriter',
  needs: [services.projects],
};

/**
 * Each deployment of a function adds an image with a tag of its own, so policies that only delete untagged versions would
 * delete nothing. A revision that serves requests runs from a copy that Cloud Run imports
 * (https://cloud.google.com/run/docs/deploying), and only a new revision needs its image again: that is among the newest.
 * https://cloud.google.com/artifact-registry/docs/repositories/cleanup-policy
 */
const cleanup: readonly GcpCleanupPlan[] = [
  { id: 'keep-newest', action: 'KEEP', newest: 5 },
  { id: 'delete-old', action: 'DELETE', tags: 'ANY', olderThan: `${30 * 86_400}s` },
];

/** Plans the resources that build functions. */
export const planBuild = (architecture: ResolvedArchitecture, naming: Naming): GcpBuildPlan => ({
  labels: planLabels(architecture.tags),
  bucket: { name: globalName(naming, 'foundation'), forceDestroy: true, needs: [services.storage] },
  repository: {
    name: physicalName(naming, 'foundation', limits.repository),
    format: 'DOCKER',
    cleanup,
    needs: [services.artifacts],
  },
  serviceAccount: planServiceAccount('foundation', naming),
  roles: {
    project: [writesLogs, readsSource],
    // Cloud Functions' own service agent copies from this bucket. No source rules out that the build account does.
    bucket: 'roles/storage.objectViewer',
    repository: 'roles/artifactregistry.writer',
  },
});
