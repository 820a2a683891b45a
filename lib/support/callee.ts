import type { ResolvedArchitecture } from '../model/architecture';
import type { ElementId } from '../model/name';
import type { WithUses } from '../model/grant';

/** Elements that other elements call. */
interface Callees {
  /** Those that an API has a route to. */
  readonly routed: ReadonlySet<ElementId>;
  /** Those that a function or a service has permission for. */
  readonly used: ReadonlySet<string>;
}

/** Found once for an architecture: looking through all elements for each one would take quadratic time. */
const known = new WeakMap<ResolvedArchitecture, Callees>();

function calleesOf(architecture: ResolvedArchitecture): Callees {
  const found = known.get(architecture) ?? findCallees(architecture);
  known.set(architecture, found);
  return found;
}

function findCallees({ apis, functions, services }: ResolvedArchitecture): Callees {
  const users: readonly WithUses[] = [...Object.values(functions), ...Object.values(services)];
  return {
    routed: new Set(Object.values(apis).flatMap(({ routes }) => Object.values(routes).map(({ to }) => to))),
    used: new Set(users.flatMap(({ uses }) => Object.keys(uses))),
  };
}

/** Tests that an API has a route to an element. */
export const isRouted = (id: ElementId, architecture: ResolvedArchitecture): boolean =>
  calleesOf(architecture).routed.has(id);

/** Tests that functions or services have permission for an element. */
export const isUsed = (id: ElementId, architecture: ResolvedArchitecture): boolean =>
  calleesOf(architecture).used.has(id);
