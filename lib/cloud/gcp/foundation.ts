import type { ResolvedArchitecture } from '../../model/architecture';
import { loneFunction } from '../../support/api';
import { physicalName, type Naming } from '../name';
import { part, place, type PlanText } from '../part';
import { globalName, limits } from './name';
import { planLabels } from './tag';

/** The ground on GCP: what a new project lacks, where functions are built, and the network where one is written. */
export interface GcpFoundationPlan {
  /** The services of Google's that have to be switched on, in order. They stay on: others may use them. */
  readonly apis: readonly string[];
  /** Where functions are built; absent: there are none, and no ground. */
  readonly build?: GcpBuildPlan;
  readonly network?: GcpNetworkPlan;
  /** What tenants read; absent: there is no ground. */
  readonly ground?: {
    readonly name: string;
    readonly version: string;
    readonly document: Readonly<Record<string, PlanText | number>>;
  };
}

export interface GcpBuildPlan {
  readonly labels: Readonly<Record<string, string>>;
  readonly bucket: PlanText;
  readonly repository: { readonly name: string; readonly format: 'DOCKER' };
  readonly serviceAccount: { readonly id: string; readonly displayName: string };
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
}

export function planFoundation(architecture: ResolvedArchitecture, naming: Naming): GcpFoundationPlan {
  const { foundation } = architecture;
  const build =
    foundation || Object.keys(architecture.functions).length > 0 ? planBuild(architecture, naming) : undefined;
  const network = foundation?.network && planNetwork(naming);
  return {
    apis: planApis(architecture),
    ...(build && { build }),
    ...(network && { network }),
    ...(foundation && { ground: planGround(architecture, naming, network) }),
  };
}

/** What Cloud Functions and Cloud Run need to be switched on: https://cloud.google.com/functions/docs/deploy */
function planApis({ foundation, functions, services, apis, tables }: ResolvedArchitecture): string[] {
  const some = (elements: object) => Object.keys(elements).length > 0;
  const building = foundation !== undefined || some(functions);
  const wanted: Record<string, boolean> = {
    'artifactregistry.googleapis.com': building,
    'cloudbuild.googleapis.com': building,
    'cloudfunctions.googleapis.com': some(functions),
    'compute.googleapis.com':
      foundation?.network !== undefined || Object.values(apis).some((api) => !loneFunction(api)),
    'firestore.googleapis.com': some(tables),
    'iam.googleapis.com': building || some(services),
    'parametermanager.googleapis.com': foundation !== undefined,
    'run.googleapis.com': some(functions) || some(services),
    'storage.googleapis.com': building,
    'vpcaccess.googleapis.com': foundation?.network !== undefined,
  };
  return Object.keys(wanted).filter((api) => wanted[api]);
}

const planBuild = (architecture: ResolvedArchitecture, naming: Naming): GcpBuildPlan => ({
  labels: planLabels(architecture.tags),
  bucket: globalName(naming, 'foundation'),
  repository: { name: physicalName(naming, 'foundation', limits.repository), format: 'DOCKER' },
  serviceAccount: {
    id: physicalName(naming, 'foundation', limits.serviceAccount),
    displayName: `${architecture.name} builds`,
  },
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
});

/** The version of the exported document: a tenant reads the one it knows. */
const schema = 1;

function planGround({ name }: ResolvedArchitecture, naming: Naming, network?: GcpNetworkPlan) {
  return {
    name: `triptych-${name}-${naming.env ?? 'dev'}-ground`,
    version: `v${schema}`,
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
