import { ArtifactRegistryRepository } from '@cdktf/provider-google/lib/artifact-registry-repository';
import { ArtifactRegistryRepositoryIamMember } from '@cdktf/provider-google/lib/artifact-registry-repository-iam-member';
import { DataGoogleComputeNetwork } from '@cdktf/provider-google/lib/data-google-compute-network';
import { DataGoogleComputeSubnetwork } from '@cdktf/provider-google/lib/data-google-compute-subnetwork';
import { DataGoogleProject } from '@cdktf/provider-google/lib/data-google-project';
import { ParameterManagerParameter } from '@cdktf/provider-google/lib/parameter-manager-parameter';
import { ParameterManagerParameterVersion } from '@cdktf/provider-google/lib/parameter-manager-parameter-version';
import { ProjectIamCustomRole } from '@cdktf/provider-google/lib/project-iam-custom-role';
import { ProjectIamMember } from '@cdktf/provider-google/lib/project-iam-member';
import { ProjectService } from '@cdktf/provider-google/lib/project-service';
import { ServiceAccount } from '@cdktf/provider-google/lib/service-account';
import { StorageBucket } from '@cdktf/provider-google/lib/storage-bucket';
import { StorageBucketIamMember } from '@cdktf/provider-google/lib/storage-bucket-iam-member';
import { VpcAccessConnector } from '@cdktf/provider-google/lib/vpc-access-connector';
import type { Construct } from 'constructs';
import type { GcpBuildPlan, GcpFoundationPlan, GcpExportPlan, GcpNetworkPlan } from '../../cloud/gcp/foundation';
import type { GcpRolePlan } from '../../cloud/gcp/schedule';
import { pascalCase } from '../../model/name';
import type { Parts } from './parts';
import { renderStorageAgent } from './service-agent';
import type { Where } from './where';

/** CDKTF constructs created for the foundation. */
export interface RenderedFoundation {
  /** Google's services that the architecture switches on, by their full names: `run.googleapis.com`. */
  readonly services: Readonly<Record<string, ProjectService>>;
  /** The resources that build functions; undefined if there are neither functions nor a foundation. */
  readonly build?: RenderedBuild;
  /** Custom roles for scheduled scaling; empty if no element uses it. */
  readonly roles: readonly ProjectIamCustomRole[];
  /** Undefined if the foundation has no network. */
  readonly network?: RenderedNetwork;
  /** The values that tenants read; undefined if the architecture creates no foundation. */
  readonly exported?: RenderedExport;
}

/** The resources that build functions. */
export interface RenderedBuild {
  /** Holds the functions' source. */
  readonly sourceBucket: StorageBucket;
  /** Holds the images that are built from it. */
  readonly repository: ArtifactRegistryRepository;
  /** The service account of Cloud Build. */
  readonly buildAccount: ServiceAccount;
}

/** The network as it was found, and the way into it. */
export interface RenderedNetwork {
  readonly network: DataGoogleComputeNetwork;
  readonly subnetwork: DataGoogleComputeSubnetwork;
  /** Through which functions and services reach the network. */
  readonly connector: VpcAccessConnector;
}

/** The exported document. */
export interface RenderedExport {
  readonly parameter: ParameterManagerParameter;
  readonly version: ParameterManagerParameterVersion;
}

export function renderFoundation(
  scope: Construct,
  plan: GcpFoundationPlan,
  parts: Parts,
  where: Where,
): RenderedFoundation {
  const services = Object.fromEntries(plan.services.map((service) => [service, enable(scope, service, where)]));
  for (const [service, enabled] of Object.entries(services)) parts.enable(service, enabled);
  const build = plan.build && renderBuild(scope, plan.build, parts, where);
  if (plan.project) {
    const { number } = new DataGoogleProject(scope, 'Project', {
      projectId: where.project,
      dependsOn: parts.needs(plan.project.needs),
    });
    parts.provide('foundation', 'project', { number });
  }
  if (plan.storageAgent) renderStorageAgent(scope, plan.storageAgent, parts, where);
  const roles = (plan.roles ?? []).map((role) => renderRole(scope, role, parts));
  const network = plan.network && renderNetwork(scope, plan.network, parts, where);
  // The export refers to the resources above, so it is last.
  const exported = plan.exported && renderExport(scope, plan.exported, parts);
  return { services, build, roles, network, exported };
}

function enable(scope: Construct, service: string, { project }: Where): ProjectService {
  const [name] = service.split('.');
  return new ProjectService(scope, `Enable${pascalCase(name!)}`, { project, service, disableOnDestroy: false });
}

function renderRole(scope: Construct, plan: GcpRolePlan, parts: Parts): ProjectIamCustomRole {
  const role = new ProjectIamCustomRole(scope, pascalCase(plan.part), {
    roleId: plan.id,
    title: plan.title,
    permissions: [...plan.permissions],
    dependsOn: parts.needs(plan.needs),
  });
  parts.provide('foundation', plan.part, { name: role.name });
  return role;
}

function renderBuild(scope: Construct, plan: GcpBuildPlan, parts: Parts, { project, region }: Where): RenderedBuild {
  const sourceBucket = new StorageBucket(scope, 'SourceBucket', {
    name: parts.text(plan.bucket.name),
    location: region,
    labels: plan.labels,
    uniformBucketLevelAccess: true,
    publicAccessPrevention: 'enforced',
    forceDestroy: plan.bucket.forceDestroy,
    dependsOn: parts.needs(plan.bucket.needs),
  });
  const repository = new ArtifactRegistryRepository(scope, 'Repository', {
    repositoryId: plan.repository.name,
    location: region,
    format: plan.repository.format,
    labels: plan.labels,
    dependsOn: parts.needs(plan.repository.needs),
  });
  const buildAccount = new ServiceAccount(scope, 'BuildAccount', {
    accountId: plan.serviceAccount.id,
    displayName: plan.serviceAccount.displayName,
    dependsOn: parts.needs(plan.serviceAccount.needs),
  });
  const { member } = buildAccount;
  parts.buildRoles.push(
    new ProjectIamMember(scope, 'BuildWritesLogs', {
      project,
      role: plan.roles.project.role,
      member,
      dependsOn: parts.needs(plan.roles.project.needs),
    }),
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

function renderNetwork(scope: Construct, plan: GcpNetworkPlan, parts: Parts, { region }: Where): RenderedNetwork {
  const dependsOn = parts.needs(plan.needs);
  // A new project has its default network only from when Compute Engine is switched on.
  const network = new DataGoogleComputeNetwork(scope, 'Network', { name: plan.name, dependsOn });
  const subnetwork = new DataGoogleComputeSubnetwork(scope, 'Subnetwork', { name: plan.name, region, dependsOn });
  const connector = new VpcAccessConnector(scope, 'Connector', {
    name: plan.connector.name,
    region,
    network: plan.name,
    ipCidrRange: plan.connector.range,
    machineType: plan.connector.machineType,
    minInstances: plan.connector.minInstances,
    maxInstances: plan.connector.maxInstances,
    dependsOn: parts.needs(plan.connector.needs),
  });
  parts.provide('foundation', 'network', { id: network.id });
  parts.provide('foundation', 'subnetwork', { id: subnetwork.id });
  parts.provide('foundation', 'connector', { id: connector.id });
  return { network, subnetwork, connector };
}

function renderExport(scope: Construct, plan: GcpExportPlan, parts: Parts): RenderedExport {
  const parameter = new ParameterManagerParameter(scope, 'Ground', {
    parameterId: plan.name,
    format: plan.format,
    labels: plan.labels,
    dependsOn: parts.needs(plan.needs),
  });
  const document = Object.entries(plan.document).map(([key, value]) => [
    key,
    typeof value === 'number' ? value : parts.text(value),
  ]);
  const version = new ParameterManagerParameterVersion(scope, 'GroundVersion', {
    parameter: parameter.id,
    parameterVersionId: plan.version,
    // Names, ids and addresses hold no quotes. CDKTF's own jsonencode leaves those of a literal as they are.
    parameterData: JSON.stringify(Object.fromEntries(document)),
  });
  return { parameter, version };
}
