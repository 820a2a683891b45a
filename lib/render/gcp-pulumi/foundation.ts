import { Repository, RepositoryIamMember } from '@pulumi/gcp/artifactregistry';
import {
  getNetworkOutput,
  getSubnetworkOutput,
  type GetNetworkResult,
  type GetSubnetworkResult,
} from '@pulumi/gcp/compute';
import { getProjectOutput } from '@pulumi/gcp/organizations';
import { Parameter, ParameterVersion } from '@pulumi/gcp/parametermanager';
import { IAMCustomRole, IAMMember, Service } from '@pulumi/gcp/projects';
import { Account } from '@pulumi/gcp/serviceaccount';
import { Bucket, BucketIAMMember } from '@pulumi/gcp/storage';
import { Connector } from '@pulumi/gcp/vpcaccess';
import { jsonStringify, unsecret, type Output, type ResourceTransformation } from '@pulumi/pulumi';
import type { GcpBuildPlan, GcpFoundationPlan, GcpExportPlan, GcpNetworkPlan } from '../../cloud/gcp/foundation';
import type { GcpRolePlan } from '../../cloud/gcp/schedule';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';
import { renderStorageAgent } from './service-agent';
import type { Where } from './where';

/** Pulumi resources created for the foundation. */
export interface RenderedFoundation {
  /** Google's services that the architecture switches on, by their full names: `run.googleapis.com`. */
  readonly services: Readonly<Record<string, Service>>;
  /** The resources that build functions; undefined if there are neither functions nor a foundation. */
  readonly build?: RenderedBuild;
  /** Custom roles for scheduled scaling; empty if no element uses it. */
  readonly roles: readonly IAMCustomRole[];
  /** Undefined if the foundation has no network. */
  readonly network?: RenderedNetwork;
  /** The values that tenants read; undefined if the architecture creates no foundation. */
  readonly exported?: RenderedExport;
}

/** The resources that build functions. */
export interface RenderedBuild {
  /** Holds the functions' source. */
  readonly sourceBucket: Bucket;
  /** Holds the images that are built from it. */
  readonly repository: Repository;
  /** The service account of Cloud Build. */
  readonly buildAccount: Account;
}

/** The network as it was found, and the way into it. */
export interface RenderedNetwork {
  readonly network: Output<GetNetworkResult>;
  readonly subnetwork: Output<GetSubnetworkResult>;
  /** Through which functions and services reach the network. */
  readonly connector: Connector;
}

/** The exported document. */
export interface RenderedExport {
  readonly parameter: Parameter;
  readonly version: ParameterVersion;
}

export function renderFoundation(
  parent: Element,
  plan: GcpFoundationPlan,
  parts: Parts,
  where: Where,
): RenderedFoundation {
  const services = Object.fromEntries(plan.services.map((service) => [service, enable(parent, service, where)]));
  for (const [service, enabled] of Object.entries(services)) parts.enable(service, enabled);
  const build = plan.build && renderBuild(parent, plan.build, parts, where);
  if (plan.project) {
    const question = { parent, dependsOn: parts.needs(plan.project.needs) };
    parts.provide('foundation', 'project', { number: getProjectOutput({ projectId: where.project }, question).number });
  }
  if (plan.storageAgent) renderStorageAgent(parent, plan.storageAgent, parts, where);
  const roles = (plan.roles ?? []).map((role) => renderRole(parent, role, parts));
  const network = plan.network && renderNetwork(parent, plan.network, parts, where);
  // The export refers to the resources above, so it is last.
  const exported = plan.exported && renderExport(parent, plan.exported, parts);
  return { services, build, roles, network, exported };
}

function enable(parent: Element, service: string, { project }: Where): Service {
  const [name] = service.split('.');
  return new Service(`${parent.prefix}-enable-${name}`, { project, service, disableOnDestroy: false }, { parent });
}

function renderRole(parent: Element, plan: GcpRolePlan, parts: Parts): IAMCustomRole {
  const role = new IAMCustomRole(
    `${parent.prefix}-${plan.part}`,
    { roleId: plan.id, title: plan.title, permissions: [...plan.permissions] },
    { parent, dependsOn: parts.needs(plan.needs) },
  );
  parts.provide('foundation', plan.part, { name: role.name });
  return role;
}

function renderBuild(parent: Element, plan: GcpBuildPlan, parts: Parts, { project, region }: Where): RenderedBuild {
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
  const repository = new Repository(
    `${parent.prefix}-repository`,
    { repositoryId: plan.repository.name, location: region, format: plan.repository.format, labels: plan.labels },
    { parent, dependsOn: parts.needs(plan.repository.needs) },
  );
  const buildAccount = new Account(
    `${parent.prefix}-build-account`,
    { accountId: plan.serviceAccount.id, displayName: plan.serviceAccount.displayName },
    { parent, dependsOn: parts.needs(plan.serviceAccount.needs) },
  );
  const { member } = buildAccount;
  parts.buildRoles.push(
    new IAMMember(
      `${parent.prefix}-build-writes-logs`,
      { project, role: plan.roles.project.role, member },
      { parent, dependsOn: parts.needs(plan.roles.project.needs) },
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

function renderNetwork(parent: Element, plan: GcpNetworkPlan, parts: Parts, { region }: Where): RenderedNetwork {
  const dependsOn = parts.needs(plan.needs);
  // A new project has its default network only from when Compute Engine is switched on.
  const network = getNetworkOutput({ name: plan.name }, { parent, dependsOn });
  const subnetwork = getSubnetworkOutput({ name: plan.name, region }, { parent, dependsOn });
  const connector = new Connector(
    `${parent.prefix}-connector`,
    {
      name: plan.connector.name,
      region,
      network: plan.name,
      ipCidrRange: plan.connector.range,
      machineType: plan.connector.machineType,
      minInstances: plan.connector.minInstances,
      maxInstances: plan.connector.maxInstances,
    },
    { parent, dependsOn: parts.needs(plan.connector.needs) },
  );
  parts.provide('foundation', 'network', { id: network.id });
  parts.provide('foundation', 'subnetwork', { id: subnetwork.id });
  parts.provide('foundation', 'connector', { id: connector.id });
  return { network, subnetwork, connector };
}

function renderExport(parent: Element, plan: GcpExportPlan, parts: Parts): RenderedExport {
  const parameter = new Parameter(
    `${parent.prefix}-ground`,
    { parameterId: plan.name, format: plan.format, labels: plan.labels },
    { parent, dependsOn: parts.needs(plan.needs) },
  );
  const document = Object.entries(plan.document).map(([key, value]) => [
    key,
    typeof value === 'number' ? value : parts.text(value),
  ]);
  const version = new ParameterVersion(
    `${parent.prefix}-ground-version`,
    {
      parameter: parameter.id,
      parameterVersionId: plan.version,
      parameterData: jsonStringify(Object.fromEntries(document)),
    },
    // A version can't be changed, and a second one of its name can't be made beside it.
    { parent, deleteBeforeReplace: true, transformations: [showDocument] },
  );
  return { parameter, version };
}

/** The SDK hides a parameter's data from previews; this document holds no secret, and people should see it. */
const showDocument: ResourceTransformation = ({ props, opts }) => ({
  props: { ...props, parameterData: unsecret(props.parameterData) },
  opts,
});
