import type { ResolvedArchitecture } from '../../model/architecture';
import type { WithTriggers } from '../../model/trigger';
import { physicalName, shortHash, type Naming } from '../name';
import { part, place, type PlanText } from '../part';
import { globalName, limits } from './name';
import { planRoles, type GcpRolePlan } from './schedule';
import { planServiceAccount, type GcpServiceAccountPlan } from './service-account';
import { services } from './services';
import { planLabels } from './tag';

/** The foundation on Google Cloud: what a new project lacks, what builds functions, and the network if there is one. */
export interface GcpFoundationPlan {
  /** The Google APIs to enable, in order. They stay enabled: others may use them. */
  readonly services: readonly string[];
  /** The resources that build functions; absent: there are neither functions nor a foundation. */
  readonly build?: GcpBuildPlan;
  /** The project's data source; absent: nothing needs it. */
  readonly project?: { readonly needs: readonly string[] };
  /** The lookup of Cloud Storage's service agent; absent: nothing needs it. */
  readonly storageAgent?: { readonly needs: readonly string[] };
  /** Roles that the project lacks; absent: no element requires one. */
  readonly roles?: readonly GcpRolePlan[];
  readonly network?: GcpNetworkPlan;
  /** The values that tenants read; absent: there is no foundation. */
  readonly exported?: GcpExportPlan;
}

/** The resources that build functions: the source bucket, the build account and the image repository. */
export interface GcpBuildPlan {
  readonly labels?: Readonly<Record<string, string>>;
  readonly bucket: {
    readonly name: PlanText;
    /** Deletes the bucket together with its objects, which are copies of source code. */
    readonly forceDestroy: boolean;
    readonly needs: readonly string[];
  };
  readonly repository: { readonly name: string; readonly format: 'DOCKER'; readonly needs: readonly string[] };
  readonly serviceAccount: GcpServiceAccountPlan;
  /** The least with which Cloud Build builds a function. */
  readonly roles: {
    /** On the project, whose policy is a matter of a service of its own. */
    readonly project: { readonly role: 'roles/logging.logWriter'; readonly needs: readonly string[] };
    readonly bucket: 'roles/storage.objectViewer';
    readonly repository: 'roles/artifactregistry.writer';
  };
}

/** The foundation's network, and its connector. */
export interface GcpNetworkPlan {
  /** The project's own network and its subnetwork in the region, which have this name; read back, not created. */
  readonly name: 'default';
  readonly needs: readonly string[];
  readonly connector: {
    readonly name: string;
    readonly range: string;
    readonly machineType: 'e2-micro';
    readonly minInstances: number;
    readonly maxInstances: number;
    readonly needs: readonly string[];
  };
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
  const { foundation } = architecture;
  const build =
    foundation || Object.keys(architecture.functions).length > 0 ? planBuild(architecture, naming) : undefined;
  // Pub/Sub, which forwards every queue's dead letters, and Cloud Monitoring are named after the project's number.
  const project =
    Object.keys(architecture.queues).length > 0 || architecture.alarms ? { needs: [services.projects] } : undefined;
  const storageAgent = hearsBucket(architecture) ? { needs: [services.storage] } : undefined;
  const roles = planRoles(architecture, naming);
  const network = foundation?.network && planNetwork(naming);
  const exported = foundation && planExport(architecture, naming, network);
  return {
    services: [...new Set([...needed, ...neededBy(build, project, storageAgent, roles, network, exported)])].sort(),
    ...(build && { build }),
    ...(project && { project }),
    ...(storageAgent && { storageAgent }),
    ...(roles.length > 0 && { roles }),
    ...(network && { network }),
    ...(exported && { exported }),
  };
}

/** The Google APIs that the foundation itself needs. */
const neededBy = (
  build: GcpBuildPlan | undefined,
  project: GcpFoundationPlan['project'],
  storageAgent: GcpFoundationPlan['storageAgent'],
  roles: readonly GcpRolePlan[],
  network?: GcpNetworkPlan,
  exported?: GcpExportPlan,
): string[] =>
  [
    build?.bucket,
    build?.repository,
    build?.serviceAccount,
    build?.roles.project,
    project,
    storageAgent,
    ...roles,
    network,
    network?.connector,
    exported,
  ].flatMap((plan) => plan?.needs ?? []);

/** True if a trigger listens to a bucket's events. */
const hearsBucket = ({ functions, services: containers }: ResolvedArchitecture): boolean =>
  [functions, containers].some((elements) =>
    Object.values<WithTriggers>(elements).some(({ triggers }) => triggers.some((trigger) => 'bucket' in trigger)),
  );

const planBuild = (architecture: ResolvedArchitecture, naming: Naming): GcpBuildPlan => ({
  labels: planLabels(architecture.tags),
  bucket: { name: globalName(naming, 'foundation'), forceDestroy: true, needs: [services.storage] },
  repository: {
    name: physicalName(naming, 'foundation', limits.repository),
    format: 'DOCKER',
    needs: [services.artifacts],
  },
  serviceAccount: planServiceAccount('foundation', naming),
  roles: {
    project: { role: 'roles/logging.logWriter', needs: [services.projects] },
    bucket: 'roles/storage.objectViewer',
    repository: 'roles/artifactregistry.writer',
  },
});

function planNetwork(naming: Naming): GcpNetworkPlan {
  const name = physicalName(naming, 'foundation', limits.connector);
  return {
    name: 'default',
    needs: [services.compute],
    connector: {
      name,
      range: rangeFor(name),
      machineType: 'e2-micro',
      minInstances: 2,
      maxInstances: 3,
      needs: [services.compute, services.connectors],
    },
  };
}

/**
 * One of the 4,096 ranges of 16 addresses in 10.8.0.0/16. Default subnetworks are in 10.128.0.0/9. The range depends on
 * the connector's name, because two foundations in one network must not share it. An identity.
 */
function rangeFor(connector: string): string {
  const hash = Number.parseInt(shortHash(connector), 16);
  return `10.8.${(hash >> 4) & 0xff}.${(hash & 0xf) * 16}/28`;
}

/** The name under which a foundation is exported. Tenants look it up by that name. */
export const exportName = (architecture: string, env = 'dev'): string => `triptych-${architecture}-${env}-ground`;

/** The version of the exported document: a tenant reads the version that it supports. */
const schema = 1;

function planExport({ name, tags }: ResolvedArchitecture, naming: Naming, network?: GcpNetworkPlan): GcpExportPlan {
  return {
    labels: planLabels(tags),
    name: exportName(name, naming.env),
    format: 'JSON',
    version: `v${schema}`,
    document: {
      buildServiceAccount: [part('foundation', 'buildAccount', 'email')],
      ...(network && { connector: [part('foundation', 'connector', 'id')] }),
      ...(network && { network: [part('foundation', 'network', 'id')] }),
      project: [place('project')],
      region: [place('region')],
      repository: [part('foundation', 'repository', 'id')],
      schema,
      sourceBucket: [part('foundation', 'sourceBucket', 'name')],
      ...(network && { subnetwork: [part('foundation', 'subnetwork', 'id')] }),
    },
    needs: [services.parameters],
  };
}
