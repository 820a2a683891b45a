import { Repository, RepositoryIamMember } from '@pulumi/gcp/artifactregistry';
import { IAMMember, Service } from '@pulumi/gcp/projects';
import { Account } from '@pulumi/gcp/serviceaccount';
import { Bucket, BucketIAMMember } from '@pulumi/gcp/storage';
import type { GcpBuildPlan, GcpFoundationPlan } from '../../cloud/gcp/foundation';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';
import type { Where } from './where';

/** What stands for the ground in a Pulumi program. */
export interface RenderedFoundation {
  /** Undefined where no function is built. */
  readonly sourceBucket?: Bucket;
  readonly repository?: Repository;
  readonly buildAccount?: Account;
}

export function renderFoundation(
  parent: Element,
  plan: GcpFoundationPlan,
  parts: Parts,
  where: Where,
): RenderedFoundation {
  for (const service of plan.services) parts.enable(service, enable(parent, service, where));
  return plan.build ? renderBuild(parent, plan.build, parts, where) : {};
}

function enable(parent: Element, service: string, { project }: Where): Service {
  const [name] = service.split('.');
  return new Service(`${parent.prefix}-enable-${name}`, { project, service, disableOnDestroy: false }, { parent });
}

function renderBuild(
  parent: Element,
  plan: GcpBuildPlan,
  parts: Parts,
  { project, region }: Where,
): RenderedFoundation {
  const dependsOn = parts.needs(plan.needs);
  const sourceBucket = new Bucket(
    `${parent.prefix}-source-bucket`,
    {
      name: parts.text(plan.bucket),
      location: region,
      labels: plan.labels,
      uniformBucketLevelAccess: true,
      publicAccessPrevention: 'enforced',
      // It holds copies of what lies in a repository of source code.
      forceDestroy: true,
    },
    { parent, dependsOn },
  );
  const repository = new Repository(
    `${parent.prefix}-repository`,
    { repositoryId: plan.repository.name, location: region, format: plan.repository.format, labels: plan.labels },
    { parent, dependsOn },
  );
  const buildAccount = new Account(
    `${parent.prefix}-build-account`,
    { accountId: plan.serviceAccount.id, displayName: plan.serviceAccount.displayName },
    { parent, dependsOn: parts.needs(plan.serviceAccount.needs) },
  );
  const { member } = buildAccount;
  parts.buildRoles.push(
    new IAMMember(`${parent.prefix}-build-writes-logs`, { project, role: plan.roles.project, member }, { parent }),
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
