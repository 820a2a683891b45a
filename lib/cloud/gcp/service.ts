import type { ResolvedArchitecture } from '../../model/architecture';
import { usesOf } from '../../model/grant';
import { elementId, type ElementId } from '../../model/name';
import type { ResolvedService } from '../../model/service';
import { physicalName, type Naming } from '../name';
import { part, type Part, type PlanText } from '../part';
import { runCpu, runMemoryMiB, startupFailures } from './approximation';
import { planServiceWarmth, type GcpServiceWarmth } from './cold-start';
import { planGrants, type GcpGrant } from './grant';
import { limits } from './name';
import { networkServices, planNetworkUse, type GcpNetworkUse } from './network';
import { planSchedule, type GcpSchedulePlan } from './schedule';
import { planServiceAccount, type GcpServiceAccountPlan } from './service-account';
import { services } from './services';
import { planLabels } from './tag';
import { planText } from './text';
import { planWarmer, type GcpWarmerPlan } from './warmer';

/** A Cloud Run service, with every decision made. */
export interface GcpServicePlan {
  readonly element: ElementId;
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly serviceAccount: GcpServiceAccountPlan;
  readonly image: string;
  /** The image's CMD; its entry point stays. */
  readonly args?: readonly string[];
  readonly port: number;
  readonly cpu: string;
  readonly memory: string;
  /** Releases the CPU between requests. */
  readonly cpuIdle: boolean;
  /** Gives an instance more CPU while it starts, which shortens cold starts. */
  readonly startupCpuBoost: boolean;
  /** By name, since a list of them has an order. */
  readonly environment: readonly { readonly name: string; readonly value: PlanText }[];
  /** Variables that hold a secret's value, which Cloud Run reads as the service when an instance starts. */
  readonly secrets: readonly GcpSecretVariable[];
  /** Requests that one instance serves side by side. */
  readonly concurrency: number;
  readonly warmth: GcpServiceWarmth;
  /** The scheduled changes of the minimum; absent: there are none. */
  readonly schedule?: GcpSchedulePlan;
  /** The job that keeps it warm; absent: there is none. */
  readonly warmer?: GcpWarmerPlan;
  /** All traffic goes to the latest revision, which undoes manual changes. */
  readonly traffic: { readonly to: 'TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST'; readonly percent: number };
  readonly ingress: 'INGRESS_TRAFFIC_ALL' | 'INGRESS_TRAFFIC_INTERNAL_ONLY';
  /** Allows callers without authentication. */
  readonly open: boolean;
  /** The service's permissions on other elements. */
  readonly grants: readonly GcpGrant[];
  /** Asks a container that starts whether it is ready. */
  readonly startup: GcpProbe;
  /** Asks a container that is ready whether it still works, and restarts it if it doesn't. */
  readonly liveness: GcpProbe;
  /** Refuses deletion of the service. It is off: a service holds no data. */
  readonly deletionProtection: boolean;
  /** Its place in the foundation's network; absent: it is in none. */
  readonly network?: GcpNetworkUse;
  /** The Google APIs that it needs. */
  readonly needs: readonly string[];
}

/** A variable that holds a secret's value. */
export interface GcpSecretVariable {
  readonly name: string;
  readonly of: ElementId;
  readonly secret: Part;
  /** The value that was put there last, at the time at which an instance starts. */
  readonly version: 'latest';
}

/** Cloud Run's probe of a container: https://cloud.google.com/run/docs/configuring/healthchecks */
export interface GcpProbe {
  readonly path: string;
  readonly port: number;
  readonly periodSeconds: number;
  /** At most the period. */
  readonly timeoutSeconds: number;
  /** Failures in a row after which the container is taken for dead. */
  readonly failureThreshold: number;
}

export function planService(
  name: string,
  spec: ResolvedService,
  architecture: ResolvedArchitecture,
  naming: Naming,
): GcpServicePlan {
  const element = elementId('services', name);
  const isInNetwork = spec.network === 'foundation';
  const schedule = planSchedule(element, spec.coldStart, naming);
  const warmer = planWarmer(element, spec.coldStart, naming);
  const isPublic = spec.ingress === 'public';
  return {
    element,
    name: physicalName(naming, element, limits.run),
    labels: planLabels(architecture.tags),
    serviceAccount: planServiceAccount(element, naming),
    image: spec.image.gcp ?? '',
    ...(spec.command && { args: spec.command }),
    port: spec.port,
    cpu: String(runCpu(spec)),
    memory: `${runMemoryMiB(spec)}Mi`,
    cpuIdle: !spec.cpuAlways,
    startupCpuBoost: true,
    environment: Object.keys(spec.environment)
      .sort()
      .map((variable) => ({ name: variable, value: planText(spec.environment[variable]!, architecture) })),
    secrets: Object.keys(spec.secrets)
      .sort()
      .map((variable): GcpSecretVariable => {
        const of = elementId('secrets', spec.secrets[variable]!);
        return { name: variable, of, secret: part(of, 'secret', 'id'), version: 'latest' };
      }),
    concurrency: spec.requestsPerInstance,
    warmth: planServiceWarmth(spec.coldStart),
    ...(schedule && { schedule }),
    ...(warmer && { warmer }),
    traffic: { to: 'TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST', percent: 100 },
    ingress: isPublic ? 'INGRESS_TRAFFIC_ALL' : 'INGRESS_TRAFFIC_INTERNAL_ONLY',
    open: isPublic,
    grants: planGrants(element, usesOf(spec), architecture),
    ...planProbes(spec),
    deletionProtection: false,
    ...(isInNetwork && { network: planNetworkUse(architecture) }),
    needs: [services.run, ...(isInNetwork ? networkServices : [])],
  };
}

/**
 * The startup probe runs as often as the timeout allows, because the container serves no request before the first
 * success, and for as long as Cloud Run waits. The liveness probe follows the model.
 */
function planProbes({ healthCheck, port }: ResolvedService): Pick<GcpServicePlan, 'startup' | 'liveness'> {
  const { path, intervalSeconds, timeoutSeconds, unhealthyCount } = healthCheck;
  return {
    startup: {
      path,
      port,
      periodSeconds: timeoutSeconds,
      timeoutSeconds,
      failureThreshold: startupFailures(timeoutSeconds),
    },
    liveness: { path, port, periodSeconds: intervalSeconds, timeoutSeconds, failureThreshold: unhealthyCount },
  };
}
