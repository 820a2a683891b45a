import type { ResolvedArchitecture } from '../model/architecture';
import { isExisting } from '../model/existing';
import type { ResolvedFoundation } from '../model/foundation';
import type { ResolvedLoadBalancer } from '../model/load-balancer';
import { isNetworkUsed } from '../model/network';
import type { Target } from '../model/target';
import type { WithTriggers } from '../model/trigger';
import { loneFunction } from '../support/api';
import { isTimed } from '../support/delivery';
import type { TargetExpectation } from './expectation';
import { expectAwsExported } from './exported';
import { expectAwsIngress, type AwsIngressFact } from './load-balancer';
import { expectName, type NamedBy } from './name';
import { expectRoles, type RoleFact } from './schedule';
import {
  expectAwsNetwork,
  expectGcpNetwork,
  type AwsNetworkFact,
  type GcpConnectorFact,
  type GcpNetworkFact,
} from './network';
import type { Stated } from './stated';

/** Facts about the foundation on AWS. */
export interface AwsFoundationFact {
  readonly network: AwsNetworkFact;
  readonly ingress: AwsIngressFact;
  readonly loadBalancer: ResolvedLoadBalancer;
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
  target,
}: TargetExpectation): Stated<ResolvedFoundation, AwsFoundationFact> | undefined {
  const { foundation } = architecture;
  if (!foundation) return undefined;
  return {
    network: expectAwsNetwork(foundation.network, target),
    ingress: expectAwsIngress(foundation.ingress),
    // Every role states its settings.
    aws: undefined,
    otherwise: 404,
    executionPolicies: ['service-role/AmazonECSTaskExecutionRolePolicy'],
    exported: expectAwsExported(foundation.network, naming),
    tags,
  };
}

/** Facts about the foundation on Google Cloud, or about its substitute in an architecture without one. */
export interface GcpFoundationFact {
  /** The Google services that are enabled, in order: two first, and each other one after these. */
  readonly services: readonly string[];
  /** The resources that build functions; absent: there are no functions. */
  readonly build?: {
    /** The part of the name before the project. */
    readonly bucket: string;
    readonly repository: string;
    readonly serviceAccount: string;
    /** The roles of the build account on each of these, in order, with the condition of each. */
    readonly roles: Readonly<Record<'project' | 'bucket' | 'repository', readonly string[]>>;
  };
  /** The network that is created; absent: none. */
  readonly network?: GcpNetworkFact;
  /** The connector of functions; absent: none. */
  readonly connector?: GcpConnectorFact;
  /** The data sources that are read, in order; absent: none. */
  readonly asks?: readonly string[];
  /** The service agents that are created, by the first words of their services; absent: none. */
  readonly agents?: readonly string[];
  /** The waits until permissions have taken effect, by what follows them, in order; absent: none. */
  readonly waits?: readonly string[];
  /** The custom roles, by purpose; absent: none. */
  readonly roles?: Readonly<Record<string, RoleFact>>;
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
  target,
}: TargetExpectation): Stated<ResolvedFoundation, GcpFoundationFact> | undefined {
  const { foundation, functions } = architecture;
  const isBuilt = Object.keys(functions).length > 0;
  const services = expectServices(architecture, target);
  if (services.length === 0) return undefined;
  return {
    // Not stated: without a load balancer, everyone has access, and any other value is refused.
    ingress: undefined,
    loadBalancer: undefined,
    ...expectGcpNetwork(architecture, naming, target),
    // It is for AWS.
    aws: undefined,
    services,
    ...expectAsked(architecture),
    ...expectAgents(architecture),
    ...expectRoles(naming, architecture),
    ...(isBuilt && { build: expectBuild(naming) }),
    ...(foundation && { exported: expectExported(naming, isBuilt) }),
    ...((isBuilt || foundation) && { tags }),
  };
}

/** The Google services that an architecture needs, by the first words of their names. */
function expectServices(
  { foundation, functions, services, apis, queues, topics, alarms, buckets, tables, secrets }: ResolvedArchitecture,
  target: Target,
): string[] {
  const has = (elements: object): boolean => Object.keys(elements).length > 0;
  const triggers = [functions, services].flatMap((kind) =>
    Object.values<WithTriggers>(kind).flatMap((element) => element.triggers),
  );
  const needed = [
    has(functions) ? 'storage' : '',
    foundation ? 'parametermanager' : '',
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
    isNetworkUsed({ functions, services }) ? 'compute' : '',
    target === 'gcp-cdktf' && isNetworkUsed({ functions, services: {} }) ? 'vpcaccess' : '',
    has(queues) ? 'pubsub' : '',
    alarms ? 'monitoring' : '',
    has(topics) ? 'pubsub' : '',
    has(tables) ? 'firestore' : '',
    has(buckets) ? 'storage' : '',
    has(secrets) ? 'secretmanager' : '',
  ];
  const names = needed.flatMap((words) => words.split(' ').filter((word) => word !== ''));
  // Two that enable the others; an architecture that needs none has neither.
  const enabling = names.length > 0 ? ['cloudresourcemanager', 'serviceusage'] : [];
  return [...new Set([...names, ...enabling])].sort().map((name) => `${name}.googleapis.com`);
}

/** The project, whose number is part of service agents' names, and the service agent of Cloud Storage, which sends events. */
function expectAsked(architecture: ResolvedArchitecture): Pick<GcpFoundationFact, 'asks'> {
  const asks = [
    ...(usesPubSubAgent(architecture) || architecture.alarms ? ['project'] : []),
    ...(triggersIn(architecture).some((trigger) => 'bucket' in trigger) ? ['storage'] : []),
  ];
  return asks.length > 0 ? { asks } : {};
}

/** Pub/Sub's service agent, and the waits: for the agents that get roles, and for the first build. */
function expectAgents(architecture: ResolvedArchitecture): Pick<GcpFoundationFact, 'agents' | 'waits'> {
  const isAgentUsed = usesPubSubAgent(architecture);
  const waits = [
    ...(isAgentUsed ? ['agents'] : []),
    ...(Object.keys(architecture.functions).length > 0 ? ['build'] : []),
  ];
  return { ...(isAgentUsed && { agents: ['pubsub'] }), ...(waits.length > 0 && { waits }) };
}

const triggersIn = ({ functions, services }: ResolvedArchitecture) =>
  [functions, services].flatMap((kind) => Object.values<WithTriggers>(kind).flatMap((element) => element.triggers));

/** Pub/Sub acts as its agent for every queue, and for every subscription that pushes. */
const usesPubSubAgent = (architecture: ResolvedArchitecture): boolean =>
  Object.values(architecture.queues).some((queue) => !isExisting(queue)) ||
  triggersIn(architecture).some((trigger) => ['queue', 'topic', 'bucket'].some((source) => source in trigger));

const expectBuild = (naming: NamedBy): GcpFoundationFact['build'] => ({
  bucket: expectName(naming, 'foundation', '', 32),
  repository: expectName(naming, 'foundation', '', 63),
  serviceAccount: expectName(naming, 'foundation', '', 30),
  roles: {
    project: [
      'roles/logging.logWriter',
      'roles/storage.objectViewer if resource.name.startsWith("projects/_/buckets/gcf-v2-sources-")',
    ],
    bucket: ['roles/storage.objectViewer'],
    repository: ['roles/artifactregistry.writer'],
  },
});

const expectExported = ({ architecture, env }: NamedBy, isBuilt: boolean): GcpFoundationFact['exported'] => ({
  name: ['triptych', architecture, env ?? 'dev', 'ground'].join('-'),
  version: 'v1',
  keys: [
    ...(isBuilt ? ['buildServiceAccount'] : []),
    'project',
    'region',
    ...(isBuilt ? ['repository'] : []),
    'schema',
    ...(isBuilt ? ['sourceBucket'] : []),
  ],
});
