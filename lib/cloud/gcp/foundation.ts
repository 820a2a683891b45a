import type { ResolvedArchitecture } from '../../model/architecture';
import { physicalName, type Naming } from '../name';
import { part, place, type PlanText } from '../part';
import { globalName, limits } from './name';
import { planServiceAccount, type GcpServiceAccountPlan } from './service-account';
import { services } from './services';
import { planLabels } from './tag';

/** The ground on GCP: what a new project lacks, where functions are built, and the network where one is written. */
export interface GcpFoundationPlan {
  /** The services of Google's that have to be switched on, in order. They stay on: others may use them. */
  readonly services: readonly string[];
  /** Where functions are built; absent: there are none, and no ground. */
  readonly build?: GcpBuildPlan;
  readonly network?: GcpNetworkPlan;
  /** What tenants read; absent: there is no ground. */
  readonly ground?: {
    readonly name: string;
    readonly version: string;
    readonly document: Readonly<Record<string, PlanText | number>>;
    readonly needs: readonly string[];
  };
}

export interface GcpBuildPlan {
  readonly labels: Readonly<Record<string, string>>;
  readonly bucket: PlanText;
  readonly repository: { readonly name: string; readonly format: 'DOCKER' };
  readonly serviceAccount: GcpServiceAccountPlan;
  readonly needs: readonly string[];
  /** The least with which Cloud Build builds a function. */
  readonly roles: {
    readonly project: 'roles/logging.logWriter';
    readonly bucket: 'roles/storage.objectViewer';
    readonly repository: 'roles/artifactregistry.writer';
  };
}

export interface GcpNetworkPlan {
  /** The project's default network and its subnetwork in the region, read back. */
  readonly network: 'default';
  readonly connector: {
    readonly name: string;
    /** A range that no default subnetwork has: those lie in 10.128.0.0/9. */
    readonly range: string;
    readonly minInstances: number;
    readonly maxInstances: number;
  };
  readonly needs: readonly string[];
}

/** `needed` are the services of Google's that the elements need. */
export function planFoundation(
  architecture: ResolvedArchitecture,
  naming: Naming,
  needed: readonly string[],
): GcpFoundationPlan {
  const { foundation } = architecture;
  const build =
    foundation || Object.keys(architecture.functions).length > 0 ? planBuild(architecture, naming) : undefined;
  const network = foundation?.network && planNetwork(naming);
  return {
    services: [...new Set([...needed, ...needs(build, network, foundation !== undefined)])].sort(),
    ...(build && { build }),
    ...(network && { network }),
    ...(foundation && { ground: planGround(architecture, naming, network) }),
  };
}

const planBuild = (architecture: ResolvedArchitecture, naming: Naming): GcpBuildPlan => ({
  labels: planLabels(architecture.tags),
  bucket: globalName(naming, 'foundation'),
  repository: { name: physicalName(naming, 'foundation', limits.repository), format: 'DOCKER' },
  serviceAccount: planServiceAccount('foundation', naming),
  needs: [services.artifacts, services.storage],
  roles: {
    project: 'roles/logging.logWriter',
    bucket: 'roles/storage.objectViewer',
    repository: 'roles/artifactregistry.writer',
  },
});

const planNetwork = (naming: Naming): GcpNetworkPlan => ({
  network: 'default',
  connector: {
    name: physicalName(naming, 'foundation', limits.connector),
    range: '10.8.0.0/28',
    minInstances: 2,
    maxInstances: 3,
  },
  needs: [services.compute, services.connectors],
});

const needs = (build?: GcpBuildPlan, network?: GcpNetworkPlan, exported?: boolean): string[] => [
  ...(build ? [...build.needs, ...build.serviceAccount.needs] : []),
  ...(network ? network.needs : []),
  ...(exported ? [services.parameters] : []),
];

/** The version of the exported document: a tenant reads the one it knows. */
const schema = 1;

function planGround({ name }: ResolvedArchitecture, naming: Naming, network?: GcpNetworkPlan) {
  return {
    name: `triptych-${name}-${naming.env ?? 'dev'}-ground`,
    version: `v${schema}`,
    needs: [services.parameters],
    document: {
      schema,
      project: [place('project')],
      region: [place('region')],
      sourceBucket: [part('foundation', 'sourceBucket', 'name')],
      repository: [part('foundation', 'repository', 'id')],
      buildServiceAccount: [part('foundation', 'buildAccount', 'email')],
      ...(network && {
        network: [part('foundation', 'network', 'id')],
        subnetwork: [part('foundation', 'subnetwork', 'id')],
        connector: [part('foundation', 'connector', 'id')],
      }),
    },
  };
}
