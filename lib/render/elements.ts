import type { ElementPlans } from '../cloud/elements';
import { kinds, type Kind } from '../model/kind';
import { splitElementId, type ElementId } from '../model/name';
import { named } from './named';
import type { ByName, Given } from './prepare';

type ByKind = Readonly<Record<Kind, unknown>>;

/** A function for each kind that renders one element in a scope. A kind without one doesn't compile. */
export type Renderers<
  Scope,
  Plans extends ByKind,
  Context extends readonly unknown[],
  Rendered extends ByKind = ByKind,
> = {
  readonly [K in Kind]: (scope: Scope, plan: Plans[K], ...context: Context) => Rendered[K];
};

/** The results of a target's functions, by kind. */
export type RenderedBy<R extends Readonly<Record<Kind, (...args: never[]) => unknown>>> = {
  readonly [K in Kind]: ReturnType<R[K]>;
};

/** The rendered elements, by kind and name. */
export type RenderedElements<Rendered extends ByKind> = { readonly [K in Kind]: Record<string, Rendered[K]> };

/** The elements of a public class, by kind. If the architecture was given as an object, the type has their names. */
export type ElementsOf<A extends Given, Rendered extends ByKind> = {
  readonly [K in Kind]: ByName<A, K, Rendered[K]>;
};

/** The values with which every element of a plan is rendered. */
export interface Rendering<Scope, Plans extends ByKind, Context extends readonly unknown[]> {
  /** All elements. An element comes after those that it points at. */
  readonly order: readonly ElementId[];
  readonly plans: ElementPlans<Plans>;
  readonly scopeOf: (id: ElementId) => Scope;
  /** Whatever else a target's functions take. */
  readonly context: Context;
}

/** Renders every element of a plan, in the plan's order. */
export function renderElements<
  Scope,
  Plans extends ByKind,
  Context extends readonly unknown[],
  Rendered extends ByKind,
>(
  renderers: Renderers<Scope, Plans, Context, Rendered>,
  { order, plans, scopeOf, context }: Rendering<Scope, Plans, Context>,
): RenderedElements<Rendered> {
  const rendered = Object.fromEntries(kinds.map((kind) => [kind, {}])) as unknown as RenderedElements<Rendered>;
  const render = <K extends Kind>(id: ElementId, kind: K, name: string): void => {
    const ofKind: Record<string, Rendered[K]> = rendered[kind];
    ofKind[name] = renderers[kind](scopeOf(id), plans[kind][name]!, ...context);
  };
  for (const id of order) {
    const { kind, name } = splitElementId(id);
    render(id, kind, name);
  }
  return Object.fromEntries(
    kinds.map((kind) => [kind, named(kind, rendered[kind])]),
  ) as unknown as RenderedElements<Rendered>;
}
