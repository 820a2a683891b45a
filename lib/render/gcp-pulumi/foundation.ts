import { getProjectOutput } from '@pulumi/gcp/organizations';
import { Parameter, ParameterVersion } from '@pulumi/gcp/parametermanager';
import { IAMCustomRole, Service } from '@pulumi/gcp/projects';
import { jsonStringify, unsecret, type ResourceTransformation } from '@pulumi/pulumi';
import type { GcpExportPlan, GcpFoundationPlan } from '../../cloud/gcp/foundation';
import type { GcpRolePlan } from '../../cloud/gcp/schedule';
import type { GcpServicePlan } from '../../cloud/gcp/services';
import type { Element } from '../pulumi-element';
import { renderBuild, type RenderedBuild } from './build';
import { renderNetwork, type RenderedNetwork } from './network';
import type { Parts } from './parts';
import { renderPubSubAgent, renderStorageAgent } from './service-agent';
import { renderWait } from './wait';
import type { Where } from './where';

/** Pulumi resources created for the foundation. */
export interface RenderedFoundation {
  /** Google's services that the architecture switches on, by their full names: `run.googleapis.com`. */
  readonly services: Readonly<Record<string, Service>>;
  /** The resources that build functions; undefined if there are no functions. */
  readonly build?: RenderedBuild;
  /** The network that the foundation creates; undefined if it uses another one, or none. */
  readonly network?: RenderedNetwork;
  /** Custom roles for scheduled scaling; empty if no element uses it. */
  readonly roles: readonly IAMCustomRole[];
  /** The values that tenants read; undefined if the architecture creates no foundation. */
  readonly exported?: RenderedExport;
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
  const services = Object.fromEntries(
    plan.services.map((service) => [service.name, enable(parent, service, parts, where)]),
  );
  const build = plan.build && renderBuild(parent, plan.build, parts, where);
  const network = plan.network && renderNetwork(parent, plan.network, parts, where);
  if (plan.project) {
    const question = { parent, dependsOn: parts.needs(plan.project.needs) };
    parts.provide('foundation', 'project', { number: getProjectOutput({ projectId: where.project }, question).number });
  }
  if (plan.storageAgent) renderStorageAgent(parent, plan.storageAgent, parts, where);
  const agents = plan.pubsubAgent ? [renderPubSubAgent(parent, plan.pubsubAgent, parts, where)] : [];
  // Waits refer to the resources above, and to nothing below.
  const { agents: forAgents, build: forBuild } = plan.waits;
  if (forAgents) parts.wait('agents', renderWait(parent, 'agents-wait', forAgents, agents, parts));
  if (forBuild) parts.wait('build', renderWait(parent, 'build-wait', forBuild, parts.buildRoles, parts));
  const roles = (plan.roles ?? []).map((role) => renderRole(parent, role, parts));
  // The export refers to the resources above, so it is last.
  const exported = plan.exported && renderExport(parent, plan.exported, parts);
  return { services, build, ...(network && { network }), roles, exported };
}

function enable(parent: Element, { name: service, needs }: GcpServicePlan, parts: Parts, { project }: Where): Service {
  const [name] = service.split('.');
  const enabled = new Service(
    `${parent.prefix}-enable-${name}`,
    { project, service, disableOnDestroy: false },
    { parent, dependsOn: parts.needs(needs) },
  );
  parts.enable(service, enabled);
  return enabled;
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
