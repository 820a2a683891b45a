import type { ResolvedArchitecture } from '../../model/architecture';
import type { ElementId } from '../../model/name';
import type { CodeArchives } from '../archives';
import { each } from '../each';
import type { Naming } from '../name';
import { orderOf } from '../order';
import type { PlanText } from '../part';
import { planApi, type GcpApiPlan } from './api';
import { planFoundation, type GcpFoundationPlan } from './foundation';
import { planFunction, type GcpFunctionPlan } from './function';
import { planInvokers, type GcpInvoker } from './invoker';
import { planOutputs } from './output';
import { planService, type GcpServicePlan } from './service';
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
  readonly tables: Readonly<Record<string, GcpTablePlan>>;
  /** Everybody who may invoke a function. */
  readonly invokers: readonly GcpInvoker[];
  readonly outputs: Readonly<Record<string, PlanText>>;
}

export function planGcp(architecture: ResolvedArchitecture, archives: CodeArchives, env?: string): GcpPlan {
  const naming: Naming = { architecture: architecture.name, ...(env && { env }) };
  const elements = {
    functions: each(architecture.functions, (name, spec) =>
      planFunction(name, spec, architecture, archives[name]!, naming),
    ),
    services: each(architecture.services, (name, spec) => planService(name, spec, architecture, naming)),
    apis: each(architecture.apis, (name, spec) => planApi(name, spec, naming)),
    tables: each(architecture.tables, (name, spec) => planTable(name, spec, naming)),
  };
  return {
    name: architecture.name,
    order: orderOf(architecture, 'gcp'),
    foundation: planFoundation(architecture, naming, neededBy(elements)),
    ...elements,
    invokers: planInvokers(architecture),
    outputs: planOutputs(architecture),
  };
}

/** The services of Google's that the elements need. */
function neededBy(elements: Pick<GcpPlan, 'functions' | 'services' | 'apis' | 'tables'>): string[] {
  return Object.values(elements)
    .flatMap((plans): NeedyPlan[] => Object.values(plans))
    .flatMap(({ needs, serviceAccount, schedule, warmer }) => [
      ...(needs ?? []),
      ...(serviceAccount?.needs ?? []),
      ...(schedule ? [schedule.serviceAccount, ...schedule.jobs].flatMap((plan) => plan.needs) : []),
      ...(warmer ? [warmer.serviceAccount, warmer.job].flatMap((plan) => plan.needs) : []),
    ]);
}

type NeedyPlan = Partial<Pick<GcpFunctionPlan, 'needs' | 'serviceAccount' | 'schedule' | 'warmer'>>;
