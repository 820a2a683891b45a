import { ArtifactRegistryRepository } from '@cdktf/provider-google/lib/artifact-registry-repository';
import { ArtifactRegistryRepositoryIamMember } from '@cdktf/provider-google/lib/artifact-registry-repository-iam-member';
import { ProjectIamMember } from '@cdktf/provider-google/lib/project-iam-member';
import { ProjectService } from '@cdktf/provider-google/lib/project-service';
import { ServiceAccount } from '@cdktf/provider-google/lib/service-account';
import { StorageBucket } from '@cdktf/provider-google/lib/storage-bucket';
import { StorageBucketIamMember } from '@cdktf/provider-google/lib/storage-bucket-iam-member';
import type { Construct } from 'constructs';
import type { GcpBuildPlan, GcpFoundationPlan } from '../../cloud/gcp/foundation';
import { pascalCase } from '../../model/name';
import type { Parts } from './parts';
import type { Where } from './where';

/** What stands for the ground in a CDKTF app. */
export interface RenderedFoundation {
  /** Undefined where no function is built. */
  readonly sourceBucket?: StorageBucket;
  readonly repository?: ArtifactRegistryRepository;
  readonly buildAccount?: ServiceAccount;
}

export function renderFoundation(
  scope: Construct,
  plan: GcpFoundationPlan,
  parts: Parts,
  where: Where,
): RenderedFoundation {
  for (const service of plan.services) parts.enable(service, enable(scope, service, where));
  return plan.build ? renderBuild(scope, plan.build, parts, where) : {};
}

function enable(scope: Construct, service: string, { project }: Where): ProjectService {
  const [name] = service.split('.');
  return new ProjectService(scope, `Enable${pascalCase(name!)}`, { project, service, disableOnDestroy: false });
}

function renderBuild(
  scope: Construct,
  plan: GcpBuildPlan,
  parts: Parts,
  { project, region }: Where,
): RenderedFoundation {
  const dependsOn = parts.needs(plan.needs);
  const sourceBucket = new StorageBucket(scope, 'SourceBucket', {
    name: parts.text(plan.bucket),
    location: region,
    labels: plan.labels,
    uniformBucketLevelAccess: true,
    publicAccessPrevention: 'enforced',
    // It holds copies of what lies in a repository of source code.
    forceDestroy: true,
    dependsOn,
  });
  const repository = new ArtifactRegistryRepository(scope, 'Repository', {
    repositoryId: plan.repository.name,
    location: region,
    format: plan.repository.format,
    labels: plan.labels,
    dependsOn,
  });
  const buildAccount = new ServiceAccount(scope, 'BuildAccount', {
    accountId: plan.serviceAccount.id,
    displayName: plan.serviceAccount.displayName,
    dependsOn,
  });
  const { member } = buildAccount;
  parts.buildRoles.push(
    new ProjectIamMember(scope, 'BuildWritesLogs', { project, role: plan.roles.project, member }),
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
