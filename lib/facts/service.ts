import { usesOf } from '../model/grant';
import type { ResolvedService } from '../model/service';
import { expectServiceAlarms, type AlarmFact } from './alarm';
import { expectAwsColdStart, expectGcpColdStart, type ColdStartFact } from './cold-start';
import { expectGcpTriggers, expectServiceRetry, expectTriggerNames, type TriggerNames } from './delivery';
import type { TargetExpectation } from './expectation';
import { expectPriorities } from './listener-priority';
import { expectName } from './name';
import { expectGcpNetworkUse, hasPrivateSubnets, type GcpNetworkUseFact } from './network';
import { expectScheduler, type SchedulerNames } from './schedule';
import type { Stated } from './stated';
import { expectTexts } from './text';
import type { TextFact } from './text-fact';
import type { RetryFact, TriggerFact } from './trigger';
import { expectWarmer, type WarmerNames } from './warmer';

/** Fields that artifacts state in another form. */
type Restated = 'image' | 'command' | 'environment' | 'uses' | 'triggers' | 'coldStart' | 'cpu' | 'logRetentionDays';

/** Facts about a service on every cloud. */
interface CommonServiceFact {
  readonly image: string;
  /** Absent: the image's own. */
  readonly command?: readonly string[];
  /** References in the model's own form. */
  readonly environment: Readonly<Record<string, TextFact>>;
  readonly uses: Readonly<Record<string, string>>;
  readonly cpu: number;
  readonly coldStart: ColdStartFact;
  /** The alarm about its health. */
  readonly alarms: readonly AlarmFact[];
  readonly tags: Readonly<Record<string, string>>;
}

/** Fields that only the rule of a load balancer states. */
type OfRule = 'host' | 'path' | 'priority' | 'healthCheck';

/** Facts about a service on AWS. ECS reads its secrets, so that they are no uses of the container. */
export interface AwsServiceFact
  extends
    Omit<ResolvedService, Restated | OfRule | 'network' | 'cpuAlways' | 'requestsPerInstance'>,
    CommonServiceFact {
  /** Absent: any host, or no load balancer. */
  readonly host?: string;
  /** Absent: no load balancer. */
  readonly path?: string;
  /** The place of its rule among those of the load balancer; absent: no load balancer. */
  readonly priority?: number;
  /** Absent: no load balancer, which makes the checks. */
  readonly healthCheck?: ResolvedService['healthCheck'];
  readonly logRetentionDays: number;
  /** Requests per minute and task at which it scales; absent: it doesn't scale by requests. */
  readonly requestsPerMinute?: number;
  /** The sources that may reach the container at its port: the foundation's load balancer, an element, an address range. */
  readonly reachableFrom: readonly string[];
  /** True if its tasks have public addresses. */
  readonly publicAddresses: boolean;
  /** The name of its task definitions. */
  readonly taskFamily: string;
}

/** Facts about a service on Google Cloud. Cloud Run reads its secrets as the service itself, so that they are uses. */
export interface GcpServiceFact
  extends
    Omit<ResolvedService, Restated | OfRule | 'network' | 'readOnlyFilesystem' | 'architecture' | 'requestsPerMinute'>,
    CommonServiceFact {
  readonly healthCheck: Omit<ResolvedService['healthCheck'], 'healthyCount'>;
  readonly network: GcpNetworkUseFact;
  /** The schedules, messages and events that invoke it. */
  readonly triggers: readonly TriggerFact[];
  /** As far as the triggers have a place for it; absent without such triggers. */
  readonly retry?: Partial<RetryFact>;
  readonly physicalNames: {
    readonly service: string;
    readonly serviceAccount: string;
    /** Absent: it has no windows. */
    readonly scheduler?: SchedulerNames;
    /** Absent: it isn't warmed. */
    readonly warmer?: WarmerNames;
    /** Absent: it has no triggers. */
    readonly trigger?: TriggerNames;
  };
  /** The Google services that must be enabled first. */
  readonly needs: readonly string[];
}

/** The facts about a service on AWS that differ from its fields. */
export function expectAwsService(
  name: string,
  fields: ResolvedService,
  expectation: TargetExpectation,
): Stated<ResolvedService, AwsServiceFact> {
  const { architecture, alarms, naming, tags } = expectation;
  const isExposed = fields.ingress === 'public';
  return {
    image: fields.image.aws ?? '',
    // An address may be the load balancer's, which all services share.
    environment: expectTexts(fields.environment, expectation),
    uses: fields.uses,
    coldStart: expectAwsColdStart(fields.coldStart),
    alarms: expectServiceAlarms(fields, alarms),
    ...(isExposed
      ? { priority: expectPriorities(architecture, naming.env)[name]! }
      : { host: undefined, path: undefined, priority: undefined }),
    reachableFrom: isExposed ? ['foundation'] : [],
    publicAddresses: !hasPrivateSubnets(architecture.foundation?.network),
    taskFamily: expectName(naming, 'services', name, 255),
    tags,
    // A task always has its CPU, and takes every request.
    cpuAlways: undefined,
    requestsPerInstance: undefined,
    // Services are always in it.
    network: undefined,
    // Refused there: without triggers nothing is stated.
    triggers: undefined,
  };
}

/** The facts about a service on Google Cloud that differ from its fields. */
export function expectGcpService(
  name: string,
  fields: ResolvedService,
  expectation: TargetExpectation,
): Stated<ResolvedService, GcpServiceFact> {
  const { alarms, architecture, naming, tags, target } = expectation;
  return {
    image: fields.image.gcp ?? '',
    coldStart: expectGcpColdStart(fields.coldStart),
    alarms: expectServiceAlarms(fields, alarms),
    environment: expectTexts(fields.environment, expectation),
    uses: usesOf(fields),
    healthCheck: fields.healthCheck,
    triggers: expectGcpTriggers(fields.triggers),
    ...expectServiceRetry(fields),
    physicalNames: {
      service: expectName(naming, 'services', name, 49),
      serviceAccount: expectName(naming, 'services', name, 30),
      ...expectScheduler(naming, 'services', name, fields.coldStart),
      ...expectWarmer(naming, 'services', name, fields.coldStart),
      ...expectTriggerNames(naming, 'services', name, fields),
    },
    network: expectGcpNetworkUse('services', fields, architecture, target),
    needs: [...(fields.network === 'none' ? [] : ['compute.googleapis.com']), 'run.googleapis.com'],
    tags,
    // Cloud Run has no setting for them.
    readOnlyFilesystem: undefined,
    architecture: undefined,
    // Without a load balancer there is no rule, whatever the ingress is.
    host: undefined,
    path: undefined,
  };
}
