import { Repository, RepositoryIamMember } from '@pulumi/gcp/artifactregistry';
import { IAMMember } from '@pulumi/gcp/projects';
import { Account } from '@pulumi/gcp/serviceaccount';
import { Bucket, BucketIAMMember } from '@pulumi/gcp/storage';
import type { GcpBuildPlan, GcpCleanupPlan, GcpRepositoryPlan } from '../../cloud/gcp/build';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';
import type { Where } from './where';

/** The resources that build functions. */
export interface RenderedBuild {
  /** Holds the functions' source. */
  readonly sourceBucket: Bucket;
  /** Holds the images that are built from it. */
  readonly repository: Repository;
  /** The service account of Cloud Build. */
  readonly buildAccount: Account;
}

export function renderBuild(parent: Element, plan: GcpBuildPlan, parts: Parts, where: Where): RenderedBuild {
  const { project, region } = where;
  const sourceBucket = new Bucket(
    `${parent.prefix}-source-bucket`,
    {
      name: parts.text(plan.bucket.name),
      location: region,
      labels: plan.labels,
      uniformBucketLevelAccess: true,
      publicAccessPrevention: 'enforced',
      forceDestroy: plan.bucket.forceDestroy,
    },
    { parent, dependsOn: parts.needs(plan.bucket.needs) },
  );
  const repository = renderRepository(parent, plan.repository, plan.labels, parts, where);
  const buildAccount = new Account(
    `${parent.prefix}-build-account`,
    { accountId: plan.serviceAccount.id, displayName: plan.serviceAccount.displayName },
    { parent, dependsOn: parts.needs(plan.serviceAccount.needs) },
  );
  const { member } = buildAccount;
  parts.buildRoles.push(
    ...plan.roles.project.map(
      ({ part, role, condition, needs }) =>
        new IAMMember(
          `${parent.prefix}-${part}`,
          { project, role, member, condition },
          { parent, dependsOn: parts.needs(needs) },
        ),
    ),
    new BucketIAMMember(
      `${parent.prefix}-build-reads-source`,
      { bucket: sourceBucket.name, role: plan.roles.bucket, member },
      { parent },
    ),
    new RepositoryIamMember(
      `${parent.prefix}-build-writes-images`,
      { location: region, repository: repository.name, role: plan.roles.repository, member },
      { parent },
    ),
  );
  parts.provide('foundation', 'sourceBucket', { name: sourceBucket.name });
  parts.provide('foundation', 'repository', { id: repository.id });
  parts.provide('foundation', 'buildAccount', { name: buildAccount.name, email: buildAccount.email });
  return { sourceBucket, repository, buildAccount };
}

const renderRepository = (
  parent: Element,
  plan: GcpRepositoryPlan,
  labels: GcpBuildPlan['labels'],
  parts: Parts,
  { region }: Where,
): Repository =>
  new Repository(
    `${parent.prefix}-repository`,
    {
      repositoryId: plan.name,
      location: region,
      format: plan.format,
      labels,
      cleanupPolicies: plan.cleanup.map(cleanupOf),
      cleanupPolicyDryRun: false,
    },
    { parent, dependsOn: parts.needs(plan.needs) },
  );

const cleanupOf = (plan: GcpCleanupPlan) =>
  plan.action === 'KEEP'
    ? { id: plan.id, action: plan.action, mostRecentVersions: { keepCount: plan.newest } }
    : { id: plan.id, action: plan.action, condition: { tagState: plan.tags, olderThan: plan.olderThan } };
