import type { ResolvedApi } from '../model/api';
import type { ResolvedArchitecture } from '../model/architecture';
import { splitElementId } from '../model/name';
import type { Trigger } from '../model/trigger';
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

/** The path at which a trigger calls code on Google Cloud, as segments. */
const endpointOf = (trigger: Trigger, index: number): string[] => [
  'triggers',
  ...('queue' in trigger
    ? ['queue', trigger.queue]
    : 'topic' in trigger
      ? ['topic', trigger.topic]
      : 'bucket' in trigger
        ? ['bucket', trigger.bucket]
        : ['schedule', `${index}`]),
];

/** Tells whether a route sends requests to a function at the path of one of its triggers. */
function acceptsEvents({ routes }: ResolvedApi, { functions }: Pick<ResolvedArchitecture, 'functions'>): boolean {
  return Object.entries(routes).some(([key, { to }]) => {
    const [method = '', path = ''] = key.split(' ');
    const triggers = functions[splitElementId(to).name]?.triggers ?? [];
    return /^(?:ANY|POST)$/.test(method) && triggers.some((one, index) => matches(path, endpointOf(one, index)));
  });
}

/** Tells whether a path with parameters matches one without. */
function matches(path: string, segments: readonly string[]): boolean {
  const pattern = path.split('/').slice(1);
  const isOpen = pattern.at(-1)?.endsWith('+}') === true;
  if (isOpen ? pattern.length > segments.length + 1 : pattern.length !== segments.length) return false;
  return pattern.every((one, index) => one.startsWith('{') || one === segments[index]);
}

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
    value: 'that match POST requests to /triggers/ of a function with triggers',
    on: on('gcp'),
    is: 'refused',
    reason: 'the function receives its events at that path, so anyone could forge one',
    hint: 'use narrower routes, such as ANY /orders/{rest+}, or move the triggers to another function',
    applies: ({ element, architecture }) => acceptsEvents(element, architecture),
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
