import { ArtifactRegistryRepository } from '@cdktf/provider-google/lib/artifact-registry-repository';
import { ArtifactRegistryRepositoryIamMember } from '@cdktf/provider-google/lib/artifact-registry-repository-iam-member';
import { ProjectIamMember } from '@cdktf/provider-google/lib/project-iam-member';
import { ServiceAccount } from '@cdktf/provider-google/lib/service-account';
import { StorageBucket } from '@cdktf/provider-google/lib/storage-bucket';
import { StorageBucketIamMember } from '@cdktf/provider-google/lib/storage-bucket-iam-member';
import type { Construct } from 'constructs';
import type { GcpBuildPlan, GcpCleanupPlan, GcpRepositoryPlan } from '../../cloud/gcp/build';
import { pascalCase } from '../../model/name';
import type { Parts } from './parts';
import type { Where } from './where';

/** The resources that build functions. */
export interface RenderedBuild {
  /** Holds the functions' source. */
  readonly sourceBucket: StorageBucket;
  /** Holds the images that are built from it. */
  readonly repository: ArtifactRegistryRepository;
  /** The service account of Cloud Build. */
  readonly buildAccount: ServiceAccount;
}

export function renderBuild(scope: Construct, plan: GcpBuildPlan, parts: Parts, where: Where): RenderedBuild {
  const { project, region } = where;
  const sourceBucket = new StorageBucket(scope, 'SourceBucket', {
    name: parts.text(plan.bucket.name),
    location: region,
    labels: plan.labels,
    uniformBucketLevelAccess: true,
    publicAccessPrevention: 'enforced',
    forceDestroy: plan.bucket.forceDestroy,
    dependsOn: parts.needs(plan.bucket.needs),
  });
  const repository = renderRepository(scope, plan.repository, plan.labels, parts, where);
  const buildAccount = new ServiceAccount(scope, 'BuildAccount', {
    accountId: plan.serviceAccount.id,
    displayName: plan.serviceAccount.displayName,
    dependsOn: parts.needs(plan.serviceAccount.needs),
  });
  const { member } = buildAccount;
  parts.buildRoles.push(
    ...plan.roles.project.map(
      ({ part, role, condition, needs }) =>
        new ProjectIamMember(scope, pascalCase(part), {
          project,
          role,
          member,
          condition,
          dependsOn: parts.needs(needs),
        }),
    ),
    new StorageBucketIamMember(scope, 'BuildReadsSource', {
      bucket: sourceBucket.name,
      role: plan.roles.bucket,
      member,
    }),
    new ArtifactRegistryRepositoryIamMember(scope, 'BuildWritesImages', {
      location: region,
      repository: repository.name,
      role: plan.roles.repository,
      member,
    }),
  );
  parts.provide('foundation', 'sourceBucket', { name: sourceBucket.name });
  parts.provide('foundation', 'repository', { id: repository.id });
  parts.provide('foundation', 'buildAccount', { name: buildAccount.name, email: buildAccount.email });
  return { sourceBucket, repository, buildAccount };
}

const renderRepository = (
  scope: Construct,
  plan: GcpRepositoryPlan,
  labels: GcpBuildPlan['labels'],
  parts: Parts,
  { region }: Where,
): ArtifactRegistryRepository =>
  new ArtifactRegistryRepository(scope, 'Repository', {
    repositoryId: plan.name,
    location: region,
    format: plan.format,
    labels,
    cleanupPolicies: plan.cleanup.map(cleanupOf),
    cleanupPolicyDryRun: false,
    dependsOn: parts.needs(plan.needs),
  });

const cleanupOf = (plan: GcpCleanupPlan) =>
  plan.action === 'KEEP'
    ? { id: plan.id, action: plan.action, mostRecentVersions: { keepCount: plan.newest } }
    : { id: plan.id, action: plan.action, condition: { tagState: plan.tags, olderThan: plan.olderThan } };
