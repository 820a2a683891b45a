import type { ResolvedArchitecture } from '../../model/architecture';
import { elementId, type ElementId } from '../../model/name';
import type { ResolvedService } from '../../model/service';
import { cloudRunCpu, cloudRunMemoryFloor } from '../../support/service';
import { physicalName, type Naming } from '../name';
import type { PlanText } from '../part';
import { limits } from './name';
import { planServiceAccount, type GcpServiceAccountPlan } from './service-account';
import { services } from './services';
import { planLabels } from './tag';
import { planText } from './text';

/** A Cloud Run service, with every decision made. */
export interface GcpServicePlan {
  readonly element: ElementId;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly serviceAccount: GcpServiceAccountPlan;
  readonly image: string;
  /** The image's CMD; its entry point stays. */
  readonly args?: readonly string[];
  readonly port: number;
  readonly cpu: string;
  readonly memory: string;
  /** Whether the CPU rests between requests. */
  readonly cpuIdle: boolean;
  readonly environment: Readonly<Record<string, PlanText>>;
  /** Requests that one instance serves side by side. */
  readonly concurrency: number;
  /** Just so many instances, always. */
  readonly instances: number;
  readonly ingress: 'INGRESS_TRAFFIC_ALL' | 'INGRESS_TRAFFIC_INTERNAL_ONLY';
  /** Whether callers need not say who they are. */
  readonly open: boolean;
  readonly probes: GcpProbes;
  /** The services of Google's that it needs to be switched on. */
  readonly needs: readonly string[];
}

/** How Cloud Run asks a container whether it is healthy: until it started, and from then on. */
export interface GcpProbes {
  readonly path: string;
  readonly periodSeconds: number;
  readonly timeoutSeconds: number;
  readonly failureThreshold: number;
}

export function planService(
  name: string,
  spec: ResolvedService,
  architecture: ResolvedArchitecture,
  naming: Naming,
): GcpServicePlan {
  const element = elementId('services', name);
  const { healthCheck } = spec;
  const cpu = cloudRunCpu(spec);
  const isPublic = spec.ingress === 'public';
  return {
    element,
    name: physicalName(naming, element, limits.run),
    labels: planLabels(architecture.tags),
    serviceAccount: planServiceAccount(element, naming),
    image: spec.image,
    ...(spec.command && { args: spec.command }),
    port: spec.port,
    cpu: String(cpu),
    memory: `${Math.max(spec.memoryMiB, cloudRunMemoryFloor(cpu))}Mi`,
    cpuIdle: true,
    environment: Object.fromEntries(
      Object.entries(spec.environment).map(([key, text]) => [key, planText(text, architecture)]),
    ),
    concurrency: 80,
    instances: spec.coldStart.provisioned,
    ingress: isPublic ? 'INGRESS_TRAFFIC_ALL' : 'INGRESS_TRAFFIC_INTERNAL_ONLY',
    open: isPublic,
    probes: {
      path: healthCheck.path,
      periodSeconds: Math.min(healthCheck.intervalSeconds, longestPeriodSeconds),
      timeoutSeconds: healthCheck.timeoutSeconds,
      failureThreshold: healthCheck.unhealthyCount,
    },
    needs: [services.run],
  };
}

/** The longest period of a startup probe: https://cloud.google.com/run/docs/configuring/healthchecks */
const longestPeriodSeconds = 240;
