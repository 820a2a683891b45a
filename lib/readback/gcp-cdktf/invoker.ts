import { invocations, type Invocation } from '../../facts/function';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { equal, type Resource } from '../resource';
import { isGrant } from './grant';
import { region, to } from './reference';

const ingress = ['service_config', 'ingress_settings'];

/**
 * Everybody who may invoke the function: nobody without a permission; with one, everybody whom its ingress lets come
 * that far, which behind a load balancer are the callers of the APIs that route to it.
 */
export function readInvokers(id: ElementId, handler: Resource, artefact: Artefact): Invocation[] | undefined {
  const permissions = artefact.parts(id, 'google_cloud_run_service_iam_member').filter((one) => !isGrant(one));
  const isAnyone = permissions.map((permission) => {
    const right = { location: region, service: to(handler, 'name'), role: 'roles/run.invoker', member: 'allUsers' };
    return Object.entries(right).every(([key, value]) => permission.fixed([key], value));
  });
  if (!isAnyone.every(Boolean) || permissions.length > 1) return undefined;
  const from = handler.at(ingress);
  const apis = routersOf(handler, artefact);
  if (permissions.length === 0) return [];
  if (from === 'ALLOW_ALL') return invocations(['anyone', ...apis], 'function');
  return from === 'ALLOW_INTERNAL_AND_GCLB' ? invocations(apis, 'function') : undefined;
}

/** Who the function is for at its own address; behind a load balancer nobody comes there. */
export function ingressOf(
  handler: Resource,
  invokedBy: readonly Invocation[] | undefined,
): 'public' | 'private' | undefined {
  const isOpen = invokedBy?.some(({ by }) => by === 'anyone');
  const isBehindApis = (invokedBy ?? []).some(({ by }) => by !== 'anyone');
  // What nobody wrote lets everybody in.
  if (handler.at(ingress) === undefined) handler.fixed(ingress, 'ALLOW_INTERNAL_ONLY');
  return handler.one<'public' | 'private' | undefined>(
    ingress,
    ['ALLOW_ALL', isOpen ? 'public' : 'private'],
    ...(isBehindApis && !isOpen ? [['ALLOW_INTERNAL_AND_GCLB', undefined] as const] : []),
    ...(isBehindApis || isOpen ? [] : [['ALLOW_INTERNAL_ONLY', undefined] as const]),
  );
}

/** The APIs whose load balancers have a backend that is the function. */
function routersOf(handler: Resource, artefact: Artefact): ElementId[] {
  return artefact
    .ofType('google_compute_region_network_endpoint_group')
    .filter((group) => equal(group.at(['cloud_run', 'service']), to(handler, 'name')))
    .map(({ owner }) => owner as ElementId);
}
