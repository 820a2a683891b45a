import type { ResolvedArchitecture } from '../../model/architecture';
import type { ElementId, Kind } from '../../model/name';
import type { CodeArchives } from '../archives';
import { each } from '../each';
import type { Naming } from '../name';
import { orderOf } from '../order';
import type { PlanText } from '../part';
import { planAlarms, type GcpAlarmsPlan } from './alarm';
import { planApi, type GcpApiPlan } from './api';
import { planFoundation, type GcpFoundationPlan } from './foundation';
import { planFunction, type GcpFunctionPlan } from './function';
import { planInvokers, type GcpInvoker } from './invoker';
import { planOutputs } from './output';
import { planService, type GcpServicePlan } from './service';
import { planQueue, type GcpQueuePlan } from './queue';
import { planTriggers, type GcpTriggerPlan } from './trigger';
import { planTopic, type GcpTopicPlan } from './topic';
import { planBucket, type GcpBucketPlan } from './bucket';
import { planSecret, type GcpSecretPlan } from './secret';
import { planTable, type GcpTablePlan } from './table';

/** Everything that an architecture is on GCP, as values. */
export interface GcpPlan {
  readonly name: string;
  /** All elements, what is pointed at before what points at it. */
  readonly order: readonly ElementId[];
  /** The ground, or what stands in for it where the architecture has none. */
  readonly foundation: GcpFoundationPlan;
  readonly functions: Readonly<Record<string, GcpFunctionPlan>>;
  readonly services: Readonly<Record<string, GcpServicePlan>>;
  readonly apis: Readonly<Record<string, GcpApiPlan>>;
  readonly queues: Readonly<Record<string, GcpQueuePlan>>;
  readonly topics: Readonly<Record<string, GcpTopicPlan>>;
  readonly buckets: Readonly<Record<string, GcpBucketPlan>>;
  readonly secrets: Readonly<Record<string, GcpSecretPlan>>;
  readonly tables: Readonly<Record<string, GcpTablePlan>>;
  /** Everybody who may invoke a function. */
  readonly invokers: readonly GcpInvoker[];
  /** What invokes elements by the clock, for a message, or for an event. */
  readonly triggers: readonly GcpTriggerPlan[];
  /** What tells people that something is wrong; absent: nothing does. */
  readonly alarms?: GcpAlarmsPlan;
  readonly outputs: Readonly<Record<string, PlanText>>;
}

export function planGcp(architecture: ResolvedArchitecture, archives: CodeArchives, env?: string): GcpPlan {
  const naming: Naming = { architecture: architecture.name, ...(env && { env }) };
  const elements = {
    functions: each(architecture.functions, (name, spec) =>
      planFunction(name, spec, architecture, archives[name]!, naming),
    ),
    services: each(architecture.services, (name, spec) => planService(name, spec, architecture, naming)),
    apis: each(architecture.apis, (name, spec) => planApi(name, spec, architecture, naming)),
    queues: each(architecture.queues, (name, spec) => planQueue(name, spec, architecture, naming)),
    topics: each(architecture.topics, (name, spec) => planTopic(name, spec, architecture, naming)),
    buckets: each(architecture.buckets, (name, spec) => planBucket(name, spec, architecture.tags, naming)),
    secrets: each(architecture.secrets, (name, spec) => planSecret(name, spec, architecture.tags, naming)),
    tables: each(architecture.tables, (name, spec) => planTable(name, spec, naming)),
  };
  const triggers = planTriggers(architecture, naming);
  const alarms = planAlarms(architecture);
  const needed = [...neededBy(elements), ...triggers.flatMap(neededByTrigger), ...(alarms?.channel.needs ?? [])];
  return {
    name: architecture.name,
    order: orderOf(architecture, 'gcp'),
    foundation: planFoundation(architecture, naming, needed),
    ...elements,
    invokers: planInvokers(architecture),
    triggers,
    ...(alarms && { alarms }),
    outputs: planOutputs(architecture),
  };
}

/** The services of Google's that the elements need. */
function neededBy(elements: Pick<GcpPlan, Kind>): string[] {
  return Object.values(elements)
    .flatMap((plans): NeedyPlan[] => Object.values(plans))
    .flatMap(({ needs, serviceAccount, grants, schedule, warmer }) => [
      ...(needs ?? []),
      ...(serviceAccount?.needs ?? []),
      ...(grants ?? []).flatMap((grant) => grant.needs),
      ...(schedule ? [schedule.serviceAccount, ...schedule.jobs].flatMap((plan) => plan.needs) : []),
      ...(warmer ? [warmer.serviceAccount, warmer.job].flatMap((plan) => plan.needs) : []),
    ]);
}

const neededByTrigger = ({ serviceAccount, timers, pushes }: GcpTriggerPlan): string[] =>
  [
    serviceAccount,
    ...timers,
    ...pushes,
    ...pushes.flatMap(({ from }) => ('events' in from ? [from.events.topic] : [])),
  ].flatMap(({ needs }) => needs);

type NeedyPlan = Partial<Pick<GcpFunctionPlan, 'needs' | 'serviceAccount' | 'grants' | 'schedule' | 'warmer'>>;
