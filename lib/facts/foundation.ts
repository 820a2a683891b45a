import { createHash } from 'node:crypto';
import type { ResolvedArchitecture } from '../model/architecture';
import type { WithTriggers } from '../model/trigger';
import { loneFunction } from '../support/api';
import { isTimed } from '../support/delivery';
import type { Expectation } from './expectation';
import { expectName, type NamedBy } from './name';
import { expectRoles, type RoleFact } from './schedule';
import { expectLabels } from './tag';

/** What an artefact says about the ground on AWS. */
export interface AwsFoundationFact {
  readonly network: 'default';
  /** How the load balancer is reached: from where, and at which port. */
  readonly ingress: { readonly allow: readonly string[]; readonly port: number };
  /** What a request meets for which no service has a rule. */
  readonly otherwise: number;
  /** What the role that all tasks share lets ECS do. */
  readonly executionPolicies: readonly string[];
  readonly namespace: string;
  /** Who reaches what an API reaches services through. */
  readonly vpcLink: { readonly name: string; readonly reachableFrom: readonly string[] };
  /** What tenants read: parameters by name, each an attribute of a part of the ground. */
  readonly exported: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
}

/** What a right rendering of the ground says on AWS. */
export function expectAwsFoundation({ architecture, naming }: Expectation): AwsFoundationFact | undefined {
  const { foundation, tags } = architecture;
  if (!foundation) return undefined;
  const { architecture: name, env } = naming;
  const namespace = env === undefined ? `${name}.internal` : `${name}-${env}.internal`;
  const path = `/triptych/${name}/${env ?? 'dev'}/ground/v1/`;
  return {
    network: 'default',
    ingress: { allow: [...new Set(foundation.ingress.allow)].sort(), port: 80 },
    otherwise: 404,
    executionPolicies: ['service-role/AmazonECSTaskExecutionRolePolicy'],
    namespace,
    vpcLink: { name: env === undefined ? `${name}-ground` : `${name}-${env}-ground`, reachableFrom: [] },
    exported: Object.fromEntries(
      Object.entries({ ...awsExports, namespaceName: namespace }).map(([key, what]) => [path + key, what]),
    ),
    tags,
  };
}

/** The keys of version 1, which never change: tenants read them. */
const awsExports: Readonly<Record<string, string>> = {
  clusterArn: 'cluster.arn',
  clusterName: 'cluster.name',
  executionRoleArn: 'executionRole.arn',
  listenerArn: 'listener.arn',
  loadBalancerArn: 'loadBalancer.arn',
  loadBalancerDnsName: 'loadBalancer.dnsName',
  loadBalancerSecurityGroupId: 'loadBalancerSecurityGroup.id',
  namespaceId: 'namespace.id',
  publicSubnetIds: 'network.publicSubnetIds',
  vpcId: 'network.vpcId',
  vpcLinkId: 'vpcLink.id',
  vpcLinkSecurityGroupId: 'vpcLinkSecurityGroup.id',
};

/** What an artefact says about the ground on GCP, or about what stands in for it where there is none. */
export interface GcpFoundationFact {
  readonly network?: string;
  /** The services of Google's that are switched on, in order. */
  readonly services: readonly string[];
  /** Where functions are built. */
  readonly build?: {
    /** The part of its name before the project. */
    readonly bucket: string;
    readonly repository: string;
    readonly serviceAccount: string;
    /** What the build account may do on each of these, in order. */
    readonly roles: Readonly<Record<'project' | 'bucket' | 'repository', readonly string[]>>;
  };
  /** What of Google's is asked who it is, in order; absent: nothing. */
  readonly asks?: readonly string[];
  /** Roles that the project lacks, by what they are for. */
  readonly roles?: Readonly<Record<string, RoleFact>>;
  readonly connector?: {
    readonly name: string;
    readonly range: string;
    readonly minInstances: number;
    readonly maxInstances: number;
  };
  /** What tenants read; each key has the meaning that its name says. */
  readonly exported?: { readonly name: string; readonly version: string; readonly keys: readonly string[] };
  readonly tags?: Readonly<Record<string, string>>;
}

/** What a right rendering of the ground says on GCP. */
export function expectGcpFoundation({ architecture, naming }: Expectation): GcpFoundationFact | undefined {
  const { foundation, functions, tags } = architecture;
  const isBuilt = foundation !== undefined || Object.keys(functions).length > 0;
  const network = foundation?.network;
  const services = expectServices(architecture);
  if (services.length === 0) return undefined;
  return {
    ...(network && { network, connector: expectConnector(naming) }),
    services,
    ...expectAsked(architecture),
    ...expectRoles(naming, architecture),
    ...(isBuilt && { build: expectBuild(naming), tags: expectLabels(tags) }),
    ...(foundation && { exported: expectExported(naming, network !== undefined) }),
  };
}

/** What each part of an architecture needs of Google, by the first words of the services' names. */
function expectServices({
  foundation,
  functions,
  services,
  apis,
  queues,
  topics,
  alarms,
  buckets,
  tables,
  secrets,
}: ResolvedArchitecture): string[] {
  const has = (elements: object): boolean => Object.keys(elements).length > 0;
  const triggers = [functions, services].flatMap((kind) =>
    Object.values<WithTriggers>(kind).flatMap((element) => element.triggers),
  );
  const needed = [
    foundation || has(functions) ? 'artifactregistry cloudresourcemanager iam storage' : '',
    foundation ? 'parametermanager' : '',
    foundation?.network ? 'compute vpcaccess' : '',
    has(functions) ? 'artifactregistry cloudbuild cloudfunctions iam run' : '',
    has(services) ? 'iam run' : '',
    [functions, services].some((kind) =>
      Object.values(kind).some(({ coldStart }) => coldStart.scheduled ?? coldStart.warming),
    )
      ? 'cloudscheduler iam'
      : '',
    triggers.some(isTimed) ? 'cloudscheduler iam' : '',
    triggers.some((trigger) => 'bucket' in trigger) ? 'pubsub storage' : '',
    Object.values(apis).some((api) => !loneFunction(api, { functions })) ? 'compute' : '',
    has(queues) ? 'cloudresourcemanager pubsub' : '',
    alarms ? 'cloudresourcemanager monitoring' : '',
    has(topics) ? 'pubsub' : '',
    has(tables) ? 'firestore' : '',
    // A role on a database is one on the project, with a condition.
    Object.values(services).some(({ uses }) => Object.keys(uses).some((id) => id.startsWith('tables.')))
      ? 'cloudresourcemanager'
      : '',
    has(buckets) ? 'storage' : '',
    has(secrets) ? 'secretmanager' : '',
  ];
  const names = needed.flatMap((words) => words.split(' ').filter((word) => word !== ''));
  return [...new Set(names)].sort().map((name) => `${name}.googleapis.com`);
}

/** The project, whose number is part of Pub/Sub's and Cloud Monitoring's names there; Cloud Storage, which tells of objects. */
function expectAsked({ queues, functions, services, alarms }: ResolvedArchitecture): Pick<GcpFoundationFact, 'asks'> {
  const triggers = [functions, services].flatMap((kind) =>
    Object.values<WithTriggers>(kind).flatMap((element) => element.triggers),
  );
  const asks = [
    ...(Object.keys(queues).length > 0 || alarms ? ['project'] : []),
    ...(triggers.some((trigger) => 'bucket' in trigger) ? ['storage'] : []),
  ];
  return asks.length > 0 ? { asks } : {};
}

const expectBuild = (naming: NamedBy): GcpFoundationFact['build'] => ({
  bucket: expectName(naming, 'foundation', '', 32),
  repository: expectName(naming, 'foundation', '', 63),
  serviceAccount: expectName(naming, 'foundation', '', 30),
  roles: {
    project: ['roles/logging.logWriter'],
    bucket: ['roles/storage.objectViewer'],
    repository: ['roles/artifactregistry.writer'],
  },
});

/** The last three digits of a hash of the connector's name count the ranges in 10.8.0.0/16. */
function expectConnector(naming: NamedBy): GcpFoundationFact['connector'] {
  const name = expectName(naming, 'foundation', '', 25);
  const digits = createHash('sha256').update(name, 'utf8').digest('hex').substring(5, 8);
  const [third, fourth] = [digits.substring(0, 2), `${digits.substring(2)}0`].map((hex) => parseInt(hex, 16));
  return { name, range: `10.8.${third}.${fourth}/28`, minInstances: 2, maxInstances: 3 };
}

const expectExported = ({ architecture, env }: NamedBy, withNetwork: boolean): GcpFoundationFact['exported'] => ({
  name: ['triptych', architecture, env ?? 'dev', 'ground'].join('-'),
  version: 'v1',
  keys: [
    'buildServiceAccount',
    ...(withNetwork ? ['connector', 'network'] : []),
    'project',
    'region',
    'repository',
    'schema',
    'sourceBucket',
    ...(withNetwork ? ['subnetwork'] : []),
  ],
});
