import { usesOf } from '../model/grant';
import type { ResolvedService } from '../model/service';
import { cloudRunCpu, cloudRunMemoryFloor } from '../support/service';
import { expectAwsServiceColdStart, expectGcpServiceColdStart, type ColdStartFact } from './cold-start';
import { expectGcpRetry, expectGcpTriggers, expectTriggerNames, type TriggerNames } from './delivery';
import type { Expectation } from './expectation';
import { expectAwsUses, expectGcpUses } from './grant';
import { expectPriorities } from './listener-priority';
import { expectName } from './name';
import { expectScheduler, type SchedulerNames } from './schedule';
import { expectLabels } from './tag';
import { expectTexts } from './text';
import type { RetryFact, TriggerFact } from './trigger';
import { expectWarmer, type WarmerNames } from './warmer';

/** What an artefact says about a service. */
export interface ServiceFact {
  readonly image: string;
  readonly command?: readonly string[];
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
  /** Variables that hold a secret's value, each with the secret's name. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly cpu: number;
  readonly memoryMiB: number;
  readonly ingress: 'none' | 'public';
  readonly host?: string;
  readonly path?: string;
  /** Where its rule stands among those of the load balancer, on AWS. */
  readonly priority?: number;
  readonly healthCheck?: {
    readonly path: string;
    readonly intervalSeconds: number;
    readonly timeoutSeconds: number;
    readonly healthyCount?: number;
    readonly unhealthyCount: number;
  };
  readonly coldStart: ColdStartFact;
  readonly logRetentionDays?: number;
  /** What lets the container in at its port, on AWS: the ground's load balancer, an element, an address range. */
  readonly reachableFrom?: readonly string[];
  /** Whether its tasks have addresses of their own, on AWS. */
  readonly publicAddresses?: boolean;
  /** What ECS calls the line of its tasks' versions: a name that is ours to give. */
  readonly taskFamily?: string;
  /** What the container may do with other elements. Secrets' values are read for it on AWS, and as the service on GCP. */
  readonly uses: Readonly<Record<string, string>>;
  /** What invokes it by the clock, for a message, or for an event, on GCP. */
  readonly triggers?: readonly TriggerFact[];
  /** What becomes of events for which it fails, where the platform has a place to say it. */
  readonly retry?: Partial<RetryFact>;
  /** Where a name is ours to give. */
  readonly physicalNames?: {
    readonly service: string;
    readonly serviceAccount: string;
    readonly scheduler?: SchedulerNames;
    readonly warmer?: WarmerNames;
    readonly trigger?: TriggerNames;
  };
  /** The services of Google's that have to be switched on before it. */
  readonly needs?: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

/** What a right rendering of a service says on AWS. */
export function expectAwsService(
  name: string,
  spec: ResolvedService,
  { architecture, naming }: Expectation,
): ServiceFact {
  const exposed = spec.ingress === 'public';
  return {
    ...common(spec),
    // On AWS an address may be the load balancer's, which all services share.
    environment: expectTexts(spec.environment, 'aws', architecture),
    uses: expectAwsUses(spec.uses),
    cpu: spec.cpu,
    coldStart: expectAwsServiceColdStart(spec.coldStart),
    memoryMiB: spec.memoryMiB,
    // Nobody checks a container that no load balancer reaches.
    ...(exposed && {
      ...(spec.host && { host: spec.host }),
      path: spec.path,
      priority: expectPriorities(architecture)[name]!,
      healthCheck: spec.healthCheck,
    }),
    logRetentionDays: spec.logRetentionDays,
    reachableFrom: exposed ? ['foundation'] : [],
    publicAddresses: true,
    taskFamily: expectName(naming, 'services', name, 255),
    tags: architecture.tags,
  };
}

/** What a right rendering of a service says on GCP. */
export function expectGcpService(
  name: string,
  spec: ResolvedService,
  { architecture, naming }: Expectation,
): ServiceFact {
  const cpu = cloudRunCpu(spec);
  const { path, intervalSeconds, timeoutSeconds, unhealthyCount } = spec.healthCheck;
  return {
    ...common(spec),
    cpu,
    coldStart: expectGcpServiceColdStart(spec.coldStart),
    memoryMiB: Math.max(spec.memoryMiB, cloudRunMemoryFloor(cpu)),
    environment: expectTexts(spec.environment, 'gcp', architecture),
    uses: expectGcpUses(usesOf(spec)),
    healthCheck: { path, intervalSeconds, timeoutSeconds, unhealthyCount },
    triggers: expectGcpTriggers(spec.triggers),
    ...expectGcpRetry(spec),
    physicalNames: {
      service: expectName(naming, 'services', name, 49),
      serviceAccount: expectName(naming, 'services', name, 30),
      ...expectScheduler(naming, 'services', name, spec.coldStart),
      ...expectWarmer(naming, 'services', name, spec.coldStart),
      ...expectTriggerNames(naming, 'services', name, spec),
    },
    needs: ['run.googleapis.com'],
    tags: expectLabels(architecture.tags),
  };
}

const common = (spec: ResolvedService) => ({
  image: spec.image,
  ...(spec.command && { command: spec.command }),
  port: spec.port,
  secrets: spec.secrets,
  ingress: spec.ingress,
});
