import type { ResolvedApi } from '../model/api';
import type { ResolvedArchitecture } from '../model/architecture';
import { splitElementId } from '../model/name';
import { isCalledByCloud } from './function';
import { on, stays, type Rule } from './rule';

/**
 * The function whose own HTTPS address serves an API on Google Cloud, instead of a load balancer: the API sends everything to
 * it, and no trigger uses that address.
 */
export function loneFunction(
  { routes }: ResolvedApi,
  { functions }: Pick<ResolvedArchitecture, 'functions'>,
): `functions.${string}` | undefined {
  const [[key, route] = [], ...others] = Object.entries(routes);
  if (others.length > 0 || !key || !route || !/^ANY \/\{\w+\+\}$/.test(key)) return undefined;
  // A function with problems of its own is missing here.
  const triggers = functions[splitElementId(route.to).name]?.triggers ?? [];
  return triggers.length === 0 ? route.to : undefined;
}

/** Tells whether an API has a route to a function that the cloud calls as well: with events, or to keep it warm. */
const reachesEvents = ({ routes }: ResolvedApi, { functions }: Pick<ResolvedArchitecture, 'functions'>): boolean =>
  Object.values(routes).some(({ to }) => {
    const { name } = splitElementId(to);
    return Object.hasOwn(functions, name) && isCalledByCloud(functions[name]);
  });

export const apiRules: readonly Rule<ResolvedApi>[] = [
  {
    path: 'apis.routes',
    value: 'other than the single route ANY /{proxy+} to a function without triggers',
    on: on('gcp'),
    is: 'approximated',
    becomes: { text: 'a load balancer with its own IP address, over plain HTTP', value: stays },
    reason: 'a TLS certificate requires a domain',
    applies: ({ element, architecture }) => loneFunction(element, architecture) === undefined,
  },
  {
    path: 'apis.routes',
    value: 'to a function with triggers or warming',
    on: on('gcp'),
    is: 'refused',
    reason:
      "a load balancer doesn't authenticate, so everyone (`allUsers`) may invoke a function behind it, and anything in " +
      'the project could forge its events',
    hint: 'move the triggers and the warming to another function',
    applies: ({ element, architecture }) => reachesEvents(element, architecture),
  },
  {
    path: 'apis.logRetentionDays',
    on: on('gcp'),
    is: 'approximated',
    becomes: { text: "the retention of the project's log bucket", value: () => ({ logRetentionDays: undefined }) },
    reason: 'Cloud Logging sets retention per log bucket, not per load balancer or function',
    applies: () => true,
  },
];
