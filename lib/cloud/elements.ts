import type { ResolvedArchitecture } from '../model/architecture';
import { ownIn } from '../model/existing';
import { kinds, type Kind } from '../model/kind';
import type { CodeArchives } from './archives';
import { each } from './each';
import type { Naming } from './name';

/** The values besides an element's own from which its plan is made. */
export interface PlanContext {
  readonly architecture: ResolvedArchitecture;
  readonly archives: CodeArchives;
  readonly naming: Naming;
}

/** One element of each kind. */
type Specs = { readonly [K in Kind]: ResolvedArchitecture[K][string] };

/** A function for each kind that plans one element. A kind without one doesn't compile. */
export type Planners<Plans extends Readonly<Record<Kind, unknown>> = Readonly<Record<Kind, unknown>>> = {
  readonly [K in Kind]: (name: string, spec: Specs[K], context: PlanContext) => Plans[K];
};

/** The plans that a cloud's functions return, by kind. */
export type PlansOf<P extends Planners> = { readonly [K in Kind]: ReturnType<P[K]> };

/** The plans of all elements, by kind and name. */
export type ElementPlans<Plans extends Readonly<Record<Kind, unknown>>> = {
  readonly [K in Kind]: Readonly<Record<string, Plans[K]>>;
};

/** Plans every element of an architecture, but those that something else owns. */
export function planElements<Plans extends Readonly<Record<Kind, unknown>>>(
  planners: Planners<Plans>,
  context: PlanContext,
): ElementPlans<Plans> {
  const specs: ElementPlans<Specs> = context.architecture;
  const planKind = <K extends Kind>(kind: K): Record<string, Plans[K]> =>
    each<Specs[K], Plans[K]>(ownIn(specs[kind]), (name, spec) => planners[kind](name, spec, context));
  return Object.fromEntries(kinds.map((kind) => [kind, planKind(kind)])) as unknown as ElementPlans<Plans>;
}
