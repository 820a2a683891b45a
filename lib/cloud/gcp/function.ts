import type { ResolvedArchitecture } from '../../model/architecture';
import { usesOf } from '../../model/grant';
import { environmentOf, type ResolvedFunction } from '../../model/function';
import { elementId, type ElementId } from '../../model/name';
import type { CodeArchive } from '../archives';
import { physicalName, type Naming } from '../name';
import type { PlanText } from '../part';
import { functionCpu } from './approximation';
import { planFunctionWarmth, type GcpFunctionWarmth } from './cold-start';
import { planGrants, type GcpGrant } from './grant';
import { ingressOf, type GcpIngress } from './invoker';
import { limits } from './name';
import { networkServices, planNetworkUse, type GcpNetworkUse } from './network';
import { planSchedule, type GcpSchedulePlan } from './schedule';
import { planServiceAccount, type GcpServiceAccountPlan } from './service-account';
import { planLabels } from './tag';
import { planTexts } from './text';
import { buildServices, type GcpWait } from './wait';
import { planWarmer, type GcpWarmerPlan } from './warmer';

/** A second-generation Cloud Function, with every decision made. */
export interface GcpFunctionPlan extends Pick<ResolvedFunction, 'timeoutSeconds'> {
  readonly element: ElementId;
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly runtime: string;
  readonly entryPoint: string;
  /** The source, as an object in the foundation's bucket. Its key holds the content's hash: new code is a new object. */
  readonly source: { readonly archive: CodeArchive; readonly object: string };
  readonly serviceAccount: GcpServiceAccountPlan;
  readonly memory: string;
  readonly environment: Readonly<Record<string, PlanText>>;
  readonly warmth: GcpFunctionWarmth;
  /** The scheduled changes of the minimum; absent: there are none. */
  readonly schedule?: GcpSchedulePlan;
  /** The job that keeps it warm; absent: there is none. */
  readonly warmer?: GcpWarmerPlan;
  /** Requests that one instance serves side by side. */
  readonly concurrency: number;
  /** Absent: the CPU that comes with the memory. */
  readonly cpu?: string;
  readonly ingress: GcpIngress;
  readonly grants: readonly GcpGrant[];
  /** The wait that it follows. */
  readonly after: GcpWait;
  /** Its place in the foundation's network; absent: it is in none. */
  readonly network?: GcpNetworkUse;
  /** The Google APIs that it needs. */
  readonly needs: readonly string[];
}

export function planFunction(
  name: string,
  spec: ResolvedFunction,
  architecture: ResolvedArchitecture,
  archive: CodeArchive,
  naming: Naming,
): GcpFunctionPlan {
  const element = elementId('functions', name);
  const isInNetwork = spec.network === 'foundation';
  const schedule = planSchedule(element, spec.coldStart, naming);
  const warmer = planWarmer(element, spec.coldStart, naming);
  const cpu = functionCpu(spec);
  return {
    element,
    name: physicalName(naming, element, limits.run),
    labels: planLabels(architecture.tags),
    // `python3.12` is `python312`, `java21` is `java21`.
    runtime: spec.runtime.replace('.', ''),
    entryPoint: spec.handler.gcp ?? '',
    source: { archive, object: `functions/${name}/${archive.sha256}.zip` },
    serviceAccount: planServiceAccount(element, naming),
    memory: `${spec.memoryMiB}Mi`,
    timeoutSeconds: spec.timeoutSeconds,
    environment: planTexts(environmentOf(spec), architecture),
    warmth: planFunctionWarmth(spec.coldStart),
    ...(schedule && { schedule }),
    ...(warmer && { warmer }),
    concurrency: spec.concurrencyPerInstance,
    ...(cpu !== undefined && { cpu }),
    ingress: ingressOf(name, architecture),
    grants: planGrants(element, usesOf(spec), architecture),
    after: 'build',
    ...(isInNetwork && { network: planNetworkUse(architecture) }),
    needs: [...buildServices, ...(isInNetwork ? networkServices : [])],
  };
}
