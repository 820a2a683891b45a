import type { ResolvedArchitecture } from '../../model/architecture';
import type { ElementId } from '../../model/name';
import type { CodeArchives } from '../archives';
import type { ExistingPlan } from '../existing';
import { planElements, type ElementPlans, type Planners, type PlansOf } from '../elements';
import { namingOf } from '../name';
import { orderOf } from '../order';
import type { PlanText } from '../part';
import { planAlarms, type GcpAlarmsPlan } from './alarm';
import { planApi } from './api';
import { neededByExisting, planExisting } from './existing';
import { planFoundation, type GcpFoundationPlan } from './foundation';
import { planFunction } from './function';
import { planInvokers, type GcpInvoker } from './invoker';
import { planOutputs } from './output';
import { planService } from './service';
import { planQueue } from './queue';
import { planTriggers, type GcpTriggerPlan } from './trigger';
import { planTopic } from './topic';
import { planBucket } from './bucket';
import { planSecret } from './secret';
import { planTable } from './table';

/** Plans an element of each kind. */
const planners = {
  functions: (name, spec, { architecture, archives, naming }) =>
    planFunction(name, spec, architecture, archives[name]!, naming),
  services: (name, spec, { architecture, naming }) => planService(name, spec, architecture, naming),
  apis: (name, spec, { architecture, naming }) => planApi(name, spec, architecture, naming),
  queues: (name, spec, { architecture, naming }) => planQueue(name, spec, architecture, naming),
  topics: (name, spec, { architecture, naming }) => planTopic(name, spec, architecture, naming),
  buckets: (name, spec, { architecture, naming }) => planBucket(name, spec, architecture.tags, naming),
  tables: (name, spec, { naming }) => planTable(name, spec, naming),
  secrets: (name, spec, { architecture, naming }) => planSecret(name, spec, architecture.tags, naming),
} satisfies Planners;

/** The plans of one element, by kind. */
export type GcpPlans = PlansOf<typeof planners>;

/** An architecture on Google Cloud, as values. */
export interface GcpPlan extends ElementPlans<GcpPlans> {
  readonly name: string;
  /** All elements that it owns. An element comes after those that it points at. */
  readonly order: readonly ElementId[];
  /** Resources that something else owns. */
  readonly existing: readonly ExistingPlan[];
  /** The foundation, or its minimum where the architecture declares none. */
  readonly foundation: GcpFoundationPlan;
  /** The callers that are allowed to invoke functions. */
  readonly invokers: readonly GcpInvoker[];
  /** Schedules, queues, topics and buckets that invoke elements. */
  readonly triggers: readonly GcpTriggerPlan[];
  /** Alarms, and where they are sent; absent: there are none. */
  readonly alarms?: GcpAlarmsPlan;
  readonly outputs: Readonly<Record<string, PlanText>>;
}

export function planGcp(architecture: ResolvedArchitecture, archives: CodeArchives, env?: string): GcpPlan {
  const naming = namingOf(architecture.name, env);
  const elements = planElements<GcpPlans>(planners, { architecture, archives, naming });
  const triggers = planTriggers(architecture, naming);
  const alarms = planAlarms(architecture, naming);
  const needed = [
    ...neededBy(elements),
    ...neededByExisting(architecture),
    ...triggers.flatMap(neededByTrigger),
    ...(alarms?.channel.needs ?? []),
  ];
  return {
    name: architecture.name,
    order: orderOf(architecture, 'gcp'),
    existing: planExisting(architecture),
    foundation: planFoundation(architecture, naming, needed),
    ...elements,
    invokers: planInvokers(architecture),
    triggers,
    ...(alarms && { alarms }),
    outputs: planOutputs(architecture),
  };
}

/** The Google APIs that the elements need. */
function neededBy(elements: ElementPlans<GcpPlans>): string[] {
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

type NeedyPlan = Partial<Pick<GcpPlans['functions'], 'needs' | 'serviceAccount' | 'grants' | 'schedule' | 'warmer'>>;
