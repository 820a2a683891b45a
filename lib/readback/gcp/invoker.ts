import { invocations, type Invocation } from '../../facts/function';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { equal, to, type Resource } from '../resource';
import { pathIn, type Dialect } from './dialect';

const ingress = ['service_config', 'ingress_settings'];

/**
 * Reads the callers that may invoke a function: none without a permission. With one, all callers that the function's
 * ingress accepts. Behind a load balancer, those are the callers of the APIs that route to it.
 */
export function readInvokers(
  id: ElementId,
  handler: Resource,
  dialect: Dialect,
  artefact: Artefact,
): Invocation[] | undefined {
  const permissions = artefact.parts(id, dialect.types.invoker);
  const right = {
    location: dialect.region,
    service: to(handler, 'name'),
    role: 'roles/run.invoker',
    member: 'allUsers',
  };
  const isAnyone = permissions.map((permission) =>
    Object.entries(right).every(([word, value]) => permission.fixed(pathIn(dialect, word), value)),
  );
  if (!isAnyone.every(Boolean) || permissions.length > 1) return undefined;
  const from = handler.at(pathIn(dialect, ...ingress));
  const apis = routersOf(handler, dialect, artefact);
  if (permissions.length === 0) return [];
  if (from === 'ALLOW_ALL') return invocations(['anyone', ...apis], 'function');
  return from === 'ALLOW_INTERNAL_AND_GCLB' ? invocations(apis, 'function') : undefined;
}

/** Reads who can reach the function at its own address; behind a load balancer, nobody. */
export function readIngress(
  handler: Resource,
  invokedBy: readonly Invocation[] | undefined,
  dialect: Dialect,
): 'public' | 'private' | undefined {
  const path = pathIn(dialect, ...ingress);
  const isOpen = invokedBy?.some(({ by }) => by === 'anyone');
  const isBehindApis = (invokedBy ?? []).some(({ by }) => by !== 'anyone');
  // Without the setting, Google accepts requests from everywhere.
  if (handler.at(path) === undefined) handler.fixed(path, 'ALLOW_INTERNAL_ONLY');
  return handler.one<'public' | 'private' | undefined>(
    path,
    ['ALLOW_ALL', isOpen ? 'public' : 'private'],
    ...(isBehindApis && !isOpen ? [['ALLOW_INTERNAL_AND_GCLB', undefined] as const] : []),
    ...(isBehindApis || isOpen ? [] : [['ALLOW_INTERNAL_ONLY', undefined] as const]),
  );
}

/** The APIs whose load balancers have the function as a backend. */
function routersOf(handler: Resource, dialect: Dialect, artefact: Artefact): ElementId[] {
  return artefact
    .ofType(dialect.types.endpointGroup)
    .filter((group) => equal(group.at(pathIn(dialect, 'cloud_run', 'service')), to(handler, 'name')))
    .map(({ owner }) => owner as ElementId);
}
