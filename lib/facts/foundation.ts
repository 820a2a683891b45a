import { createHash } from 'node:crypto';
import type { ResolvedArchitecture } from '../model/architecture';
import type { ResolvedFoundation } from '../model/foundation';
import type { WithTriggers } from '../model/trigger';
import { loneFunction } from '../support/api';
import { isTimed } from '../support/delivery';
import type { TargetExpectation } from './expectation';
import { expectName, type NamedBy } from './name';
import { expectRoles, type RoleFact } from './schedule';
import type { Stated } from './stated';

/** Facts about the foundation on AWS. */
export interface AwsFoundationFact {
  readonly network: 'default';
  /** The address ranges and the port of the load balancer. */
  readonly ingress: { readonly allow: readonly string[]; readonly port: number };
  /** The status of a response where no service has a rule. */
  readonly otherwise: number;
  /** The managed policies of the execution role that all tasks share. */
  readonly executionPolicies: readonly string[];
  /** The parameters that tenants read, by name; each is an attribute of a part of the foundation. */
  readonly exported: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
}

/** The facts about the foundation on AWS that differ from its fields. */
export function expectAwsFoundation({
  architecture,
  naming,
  tags,
}: TargetExpectation): Stated<ResolvedFoundation, AwsFoundationFact> | undefined {
  const { foundation } = architecture;
  if (!foundation) return undefined;
  const { architecture: name, env } = naming;
  const path = `/triptych/${name}/${env ?? 'dev'}/ground/v1/`;
  return {
    network: 'default',
    ingress: { ...foundation.ingress, allow: [...new Set(foundation.ingress.allow)].sort(), port: 80 },
    otherwise: 404,
    executionPolicies: ['service-role/AmazonECSTaskExecutionRolePolicy'],
    exported: Object.fromEntries(Object.entries(awsExports).map(([key, what]) => [path + key, what])),
    tags,
  };
}

/** The keys of version 1: tenants read them. */
const awsExports: Readonly<Record<string, string>> = {
  clusterArn: 'cluster.arn',
  clusterName: 'cluster.name',
  executionRoleArn: 'executionRole.arn',
  listenerArn: 'listener.arn',
  loadBalancerArn: 'loadBalancer.arn',
  loadBalancerDnsName: 'loadBalancer.dnsName',
  loadBalancerSecurityGroupId: 'loadBalancerSecurityGroup.id',
  publicSubnetIds: 'network.publicSubnetIds',
  vpcId: 'network.vpcId',
};

/** Facts about the foundation on Google Cloud, or about its substitute in an architecture without one. */
export interface GcpFoundationFact {
  /** Absent: no network. */
  readonly network?: string;
  /** The Google services that are enabled, in order. */
  readonly services: readonly string[];
  /** The resources that build functions; absent: there are no functions. */
  readonly build?: {
    /** The part of the name before the project. */
    readonly bucket: string;
    readonly repository: string;
    readonly serviceAccount: string;
    /** The roles of the build account on each of these, in order. */
    readonly roles: Readonly<Record<'project' | 'bucket' | 'repository', readonly string[]>>;
  };
  /** The data sources that are read, in order; absent: none. */
  readonly asks?: readonly string[];
  /** The custom roles, by purpose; absent: none. */
  readonly roles?: Readonly<Record<string, RoleFact>>;
  /** Absent: no network. */
  readonly connector?: {
    readonly name: string;
    readonly range: string;
    readonly minInstances: number;
    readonly maxInstances: number;
  };
  /** The document that tenants read; absent: no foundation. */
  readonly exported?: { readonly name: string; readonly version: string; readonly keys: readonly string[] };
  /** Absent: nothing of it has labels. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** The facts about the foundation on Google Cloud that differ from its fields. */
export function expectGcpFoundation({
  architecture,
  naming,
  tags,
}: TargetExpectation): Stated<ResolvedFoundation, GcpFoundationFact> | undefined {
  const { foundation, functions } = architecture;
  const isBuilt = foundation !== undefined || Object.keys(functions).length > 0;
  const network = foundation?.network;
  const services = expectServices(architecture);
  if (services.length === 0) return undefined;
  return {
    // Not stated: without a load balancer, everyone has access, and any other value is refused.
    ingress: undefined,
    ...(network && { connector: expectConnector(naming) }),
    services,
    ...expectAsked(architecture),
    ...expectRoles(naming, architecture),
    ...(isBuilt && { build: expectBuild(naming), tags }),
    ...(foundation && { exported: expectExported(naming, network !== undefined) }),
  };
}

/** The Google services that an architecture needs, by the first words of their names. */
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

/** The project, whose number is part of service agents' names, and the service agent of Cloud Storage, which sends events. */
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
