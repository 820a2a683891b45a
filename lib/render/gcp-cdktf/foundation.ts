import { DataGoogleProject } from '@cdktf/provider-google/lib/data-google-project';
import { ParameterManagerParameter } from '@cdktf/provider-google/lib/parameter-manager-parameter';
import { ParameterManagerParameterVersion } from '@cdktf/provider-google/lib/parameter-manager-parameter-version';
import { ProjectIamCustomRole } from '@cdktf/provider-google/lib/project-iam-custom-role';
import { ProjectService } from '@cdktf/provider-google/lib/project-service';
import type { VpcAccessConnector } from '@cdktf/provider-google/lib/vpc-access-connector';
import type { Construct } from 'constructs';
import type { GcpExportPlan, GcpFoundationPlan } from '../../cloud/gcp/foundation';
import type { GcpRolePlan } from '../../cloud/gcp/schedule';
import type { GcpServicePlan } from '../../cloud/gcp/services';
import { pascalCase } from '../../model/name';
import { renderBuild, type RenderedBuild } from './build';
import { renderConnector, renderNetwork, type RenderedNetwork } from './network';
import type { Parts } from './parts';
import { renderPubSubAgent, renderStorageAgent } from './service-agent';
import { renderWait } from './wait';
import type { Where } from './where';

/** CDKTF constructs created for the foundation. */
export interface RenderedFoundation {
  /** Google's services that the architecture switches on, by their full names: `run.googleapis.com`. */
  readonly services: Readonly<Record<string, ProjectService>>;
  /** The resources that build functions; undefined if there are no functions. */
  readonly build?: RenderedBuild;
  /** The network that the foundation creates; undefined if it uses another one, or none. */
  readonly network?: RenderedNetwork;
  /** The connector of functions; undefined if none is in the network. */
  readonly connector?: VpcAccessConnector;
  /** Custom roles for scheduled scaling; empty if no element uses it. */
  readonly roles: readonly ProjectIamCustomRole[];
  /** The values that tenants read; undefined if the architecture creates no foundation. */
  readonly exported?: RenderedExport;
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
  const services = Object.fromEntries(
    plan.services.map((service) => [service.name, enable(scope, service, parts, where)]),
  );
  const build = plan.build && renderBuild(scope, plan.build, parts, where);
  const network = plan.network && renderNetwork(scope, plan.network, parts, where);
  if (plan.connector) enable(scope, plan.connector.service, parts, where);
  const connector = plan.connector && renderConnector(scope, plan.connector, parts, where);
  if (plan.project) {
    const { number } = new DataGoogleProject(scope, 'Project', {
      projectId: where.project,
      dependsOn: parts.needs(plan.project.needs),
    });
    parts.provide('foundation', 'project', { number });
  }
  if (plan.storageAgent) renderStorageAgent(scope, plan.storageAgent, parts, where);
  const agents = plan.pubsubAgent ? [renderPubSubAgent(scope, plan.pubsubAgent, parts, where)] : [];
  // Waits refer to the resources above, and to nothing below.
  const { agents: forAgents, build: forBuild } = plan.waits;
  if (forAgents) parts.wait('agents', renderWait(scope, 'AgentsWait', forAgents, agents, parts));
  if (forBuild) parts.wait('build', renderWait(scope, 'BuildWait', forBuild, parts.buildRoles, parts));
  const roles = (plan.roles ?? []).map((role) => renderRole(scope, role, parts));
  // The export refers to the resources above, so it is last.
  const exported = plan.exported && renderExport(scope, plan.exported, parts);
  return { services, build, ...(network && { network }), ...(connector && { connector }), roles, exported };
}

function enable(scope: Construct, { name: service, needs }: GcpServicePlan, parts: Parts, { project }: Where) {
  const [name] = service.split('.');
  const enabled = new ProjectService(scope, `Enable${pascalCase(name!)}`, {
    project,
    service,
    disableOnDestroy: false,
    // CDKTF would write an empty list.
    dependsOn: needs.length > 0 ? parts.needs(needs) : undefined,
  });
  parts.enable(service, enabled);
  return enabled;
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
