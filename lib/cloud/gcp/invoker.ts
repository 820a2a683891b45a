import type { ResolvedArchitecture } from '../../model/architecture';
import { elementId, type ElementId } from '../../model/name';
import { isUsed, loneFunction } from './approximation';

/** The ingress setting: the networks that can reach a function or service, before authentication. */
export type GcpIngress = 'ALLOW_ALL' | 'ALLOW_INTERNAL_AND_GCLB' | 'ALLOW_INTERNAL_ONLY';

/** A caller that may invoke a function. */
export interface GcpInvoker {
  /** The caller: an element, or anyone. */
  readonly by: ElementId | 'anyone';
  readonly function: ElementId;
  readonly role: 'roles/run.invoker';
  readonly member: 'allUsers';
}

/**
 * All callers that may invoke a function of the architecture, in one list. A load balancer doesn't authenticate, so a
 * function behind one allows every caller that its ingress admits.
 */
export function planInvokers(architecture: ResolvedArchitecture): GcpInvoker[] {
  return Object.keys(architecture.functions)
    .sort()
    .filter((name) => isOpen(name, architecture) || routersOf(name, architecture).length > 0)
    .map((name) => ({
      by: isOpen(name, architecture) ? 'anyone' : elementId('apis', routersOf(name, architecture)[0]!),
      function: elementId('functions', name),
      role: 'roles/run.invoker',
      member: 'allUsers',
    }));
}

/**
 * The narrowest ingress that admits every caller in the model. Calls from a function or container without a network
 * come from the internet; IAM then checks the caller's identity.
 * https://cloud.google.com/run/docs/securing/ingress
 */
export function ingressOf(name: string, architecture: ResolvedArchitecture): GcpIngress {
  const isCalled = architecture.functions[name]!.http !== undefined || isUsed(name, architecture);
  if (isCalled || isOpen(name, architecture)) return 'ALLOW_ALL';
  return routersOf(name, architecture).length > 0 ? 'ALLOW_INTERNAL_AND_GCLB' : 'ALLOW_INTERNAL_ONLY';
}

/** True if anyone may call the function at its own URL. */
function isOpen(name: string, { functions, apis }: ResolvedArchitecture): boolean {
  const isLone = Object.values(apis).some((api) => loneFunction(api, { functions }) === `functions.${name}`);
  return functions[name]!.http === 'public' || isLone;
}

/** The APIs that route to the function. */
const routersOf = (name: string, { apis }: ResolvedArchitecture): string[] =>
  Object.keys(apis)
    .sort()
    .filter((api) => Object.values(apis[api]!.routes).some(({ to }) => to === `functions.${name}`));
