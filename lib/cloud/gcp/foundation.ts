import type { ResolvedArchitecture } from '../../model/architecture';
import type { Naming } from '../name';
import { part, place, type PlanText } from '../part';
import { planBuild, type GcpBuildPlan } from './build';
import { planConnector, planNetwork, type GcpConnectorPlan, type GcpNetworkPlan } from './network';
import { planRoles, type GcpRolePlan } from './schedule';
import { actsOnMessages, hearsBucket, pubsubAgent, type GcpAgentPlan } from './service-agent';
import { planServices, services, type GcpServicePlan } from './services';
import { planLabels } from './tag';
import { planWaits, type GcpWaits } from './wait';

/** The foundation on Google Cloud: what a new project lacks, and what builds functions. */
export interface GcpFoundationPlan {
  /** The Google APIs to enable, in order. They stay enabled: others may use them. */
  readonly services: readonly GcpServicePlan[];
  /** The resources that build functions; absent: there are no functions. */
  readonly build?: GcpBuildPlan;
  /** The project's data source; absent: nothing needs it. */
  readonly project?: { readonly needs: readonly string[] };
  /** The network that the foundation creates; absent: it uses another one, or none. */
  readonly network?: GcpNetworkPlan;
  /** The connector of functions, for engines that need one; absent: no function is in the network. */
  readonly connector?: GcpConnectorPlan;
  /** Pub/Sub's service agent, which is created; absent: nothing needs it. */
  readonly pubsubAgent?: GcpAgentPlan;
  /** The lookup of Cloud Storage's service agent; absent: nothing needs it. */
  readonly storageAgent?: { readonly needs: readonly string[] };
  /** The waits that elements depend on; empty: nothing has to wait. */
  readonly waits: GcpWaits;
  /** Roles that the project lacks; absent: no element requires one. */
  readonly roles?: readonly GcpRolePlan[];
  /** The values that tenants read; absent: there is no foundation. */
  readonly exported?: GcpExportPlan;
}

/** The document that tenants read, as a version of a parameter. */
export interface GcpExportPlan {
  readonly labels?: Readonly<Record<string, string>>;
  readonly name: string;
  readonly format: 'JSON';
  readonly version: string;
  /** Keys in order, so that every engine writes the same bytes. */
  readonly document: Readonly<Record<string, PlanText | number>>;
  readonly needs: readonly string[];
}

/** Plans the foundation. `needed` are the Google APIs that the elements need. */
export function planFoundation(
  architecture: ResolvedArchitecture,
  naming: Naming,
  needed: readonly string[],
): GcpFoundationPlan {
  const { foundation, functions, alarms } = architecture;
  const build = Object.keys(functions).length > 0 ? planBuild(architecture, naming) : undefined;
  const hasPubSubAgent = actsOnMessages(architecture);
  // The names of Pub/Sub's and Cloud Monitoring's service agents hold the project's number.
  const project = hasPubSubAgent || alarms ? { needs: [services.projects] } : undefined;
  const storageAgent = hearsBucket(architecture) ? { needs: [services.storage] } : undefined;
  const network = planNetwork(architecture, naming);
  const connector = planConnector(architecture, naming);
  const roles = planRoles(architecture, naming);
  const exported = foundation && planExport(architecture, naming, build !== undefined);
  const own = [
    build?.bucket,
    build?.repository,
    build?.serviceAccount,
    ...(build?.roles.project ?? []),
    project,
    hasPubSubAgent ? pubsubAgent : undefined,
    storageAgent,
    network,
    ...roles,
    exported,
  ];
  return {
    services: planServices([...needed, ...own.flatMap((plan) => plan?.needs ?? [])]),
    ...(build && { build }),
    ...(project && { project }),
    ...(network && { network }),
    ...(connector && { connector }),
    ...(hasPubSubAgent && { pubsubAgent }),
    ...(storageAgent && { storageAgent }),
    waits: planWaits(architecture, build),
    ...(roles.length > 0 && { roles }),
    ...(exported && { exported }),
  };
}

/** The name under which a foundation is exported. Tenants look it up by that name. */
export const exportName = (architecture: string, env = 'dev'): string => `triptych-${architecture}-${env}-ground`;

/** The version of the exported document: a tenant reads the version that it supports. */
const schema = 1;

const planExport = ({ name, tags }: ResolvedArchitecture, naming: Naming, isBuilt: boolean): GcpExportPlan => ({
  labels: planLabels(tags),
  name: exportName(name, naming.env),
  format: 'JSON',
  version: `v${schema}`,
  document: {
    ...(isBuilt && { buildServiceAccount: [part('foundation', 'buildAccount', 'email')] }),
    project: [place('project')],
    region: [place('region')],
    ...(isBuilt && { repository: [part('foundation', 'repository', 'id')] }),
    schema,
    ...(isBuilt && { sourceBucket: [part('foundation', 'sourceBucket', 'name')] }),
  },
  needs: [services.parameters],
});
