import { createHash } from 'node:crypto';
import type { ResolvedArchitecture } from '../../model/architecture';
import { elementId, type ElementId } from '../../model/name';
import type { ResolvedService } from '../../model/service';
import { physicalName, type Naming } from '../name';
import { part, type PlanText } from '../part';
import { planText } from './text';

/** A Fargate service on the ground's cluster, with every decision made. */
export interface AwsServicePlan {
  readonly element: ElementId;
  /** Names for engines that make none within the limits. */
  readonly names: { readonly taskRole: string; readonly targetGroup: string };
  readonly image: string;
  readonly command?: readonly string[];
  readonly port: number;
  /** In 1/1024 of a CPU. */
  readonly cpuUnits: number;
  readonly memoryMiB: number;
  readonly environment: Readonly<Record<string, PlanText>>;
  readonly taskRole: { readonly trusts: string };
  readonly logs: { readonly retentionDays: number };
  readonly desiredCount: number;
  /** Whether tasks get addresses of their own: without private subnets nothing else leads them out. */
  readonly assignPublicIp: boolean;
  /** How the load balancer reaches the service; absent: nobody does. */
  readonly behindLoadBalancer?: AwsListenerRulePlan;
}

/** A rule on the ground's listener, and the target group that it forwards to. */
export interface AwsListenerRulePlan {
  readonly priority: number;
  readonly host?: string;
  readonly path: string;
  readonly healthCheck: {
    readonly path: string;
    readonly intervalSeconds: number;
    readonly timeoutSeconds: number;
    readonly healthyCount: number;
    readonly unhealthyCount: number;
  };
}

/** The longest name of a target group, and of an IAM role. */
const limits = { targetGroup: 32, role: 64 };

export function planService(
  name: string,
  spec: ResolvedService,
  architecture: ResolvedArchitecture,
  naming: Naming,
): AwsServicePlan {
  const element = elementId('services', name);
  return {
    element,
    names: {
      taskRole: physicalName(naming, element, limits.role, 'role'),
      targetGroup: physicalName(naming, element, limits.targetGroup),
    },
    image: spec.image,
    ...(spec.command && { command: spec.command }),
    port: spec.port,
    cpuUnits: spec.cpu * 1_024,
    memoryMiB: spec.memoryMiB,
    environment: Object.fromEntries(
      Object.entries(spec.environment).map(([key, text]) => [key, planText(text, architecture)]),
    ),
    taskRole: { trusts: 'ecs-tasks.amazonaws.com' },
    logs: { retentionDays: spec.logRetentionDays },
    desiredCount: spec.coldStart.provisioned,
    assignPublicIp: true,
    ...(spec.ingress === 'public' && { behindLoadBalancer: planRule(name, spec, architecture) }),
  };
}

/** Where the load balancer is reached for a service. A path is no part of it: a caller adds its own. */
export function serviceUrl({ host }: ResolvedService): PlanText {
  return host ? [`http://${host}`] : ['http://', part('foundation', 'loadBalancer', 'dnsName')];
}

function planRule(name: string, spec: ResolvedService, architecture: ResolvedArchitecture): AwsListenerRulePlan {
  return {
    priority: listenerPriorities(architecture)[name]!,
    ...(spec.host && { host: spec.host }),
    path: spec.path,
    healthCheck: spec.healthCheck,
  };
}

/** The priorities that one band holds. */
const bandWidth = 10_000;

/**
 * The places of an architecture's rules on the listener, an identity each: a band by specificity (host and path, host,
 * longer path, `/*` last), and inside it a hash of architecture and element, so that tenants that know nothing of one
 * another stay apart; stepped aside where two of one architecture meet.
 */
export function listenerPriorities({ name: architecture, services }: ResolvedArchitecture): Record<string, number> {
  const priorities: Record<string, number> = {};
  const exposed = Object.keys(services)
    .filter((name) => services[name]!.ingress === 'public')
    .sort();
  const taken = new Set(exposed.map((name) => services[name]!.priority).filter((priority) => priority !== undefined));
  for (const name of exposed) {
    const service = services[name]!;
    priorities[name] = service.priority ?? free(band(service), `${architecture}/${name}`, taken);
  }
  return priorities;
}

/** 0 for the most specific rules, which are looked at first. */
function band({ host, path }: ResolvedService): number {
  if (host) return path === '/*' ? 1 : 0;
  if (path === '/*') return 4;
  return path.length > 16 ? 2 : 3;
}

function free(bandNumber: number, identity: string, taken: Set<number>): number {
  const hash = createHash('sha256').update(identity).digest().readUInt32BE(0);
  for (let step = 0; ; step++) {
    const priority = bandNumber * bandWidth + ((hash + step) % (bandWidth - 1)) + 1;
    if (!taken.has(priority)) {
      taken.add(priority);
      return priority;
    }
  }
}
