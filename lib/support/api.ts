import type { ResolvedApi } from '../model/api';
import type { ResolvedArchitecture } from '../model/architecture';
import { splitElementId } from '../model/name';
import type { Trigger } from '../model/trigger';
import { on, type Rule } from './rule';

/**
 * The one function that an API on GCP is, rather than a load balancer before it: where everything goes to one
 * function, that function's own HTTPS address does the same. Not where triggers reach the function there too.
 */
export function loneFunction(
  { routes }: ResolvedApi,
  { functions }: Pick<ResolvedArchitecture, 'functions'>,
): `functions.${string}` | undefined {
  const [[key, route] = [], ...others] = Object.entries(routes);
  if (others.length > 0 || !key || !route || !/^ANY \/\{\w+\+\}$/.test(key)) return undefined;
  // A function that is wrong in itself is missing here.
  const triggers = functions[splitElementId(route.to).name]?.triggers ?? [];
  return triggers.length === 0 ? route.to : undefined;
}

/** Where a trigger reaches code on GCP, as segments of a path. */
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

/** Whether a route takes requests that look like a trigger's, and hands them to the trigger's function. */
function takesEvents({ routes }: ResolvedApi, { functions }: Pick<ResolvedArchitecture, 'functions'>): boolean {
  return Object.entries(routes).some(([key, { to }]) => {
    const [method = '', path = ''] = key.split(' ');
    const triggers = functions[splitElementId(to).name]?.triggers ?? [];
    return /^(?:ANY|POST)$/.test(method) && triggers.some((one, index) => matches(path, endpointOf(one, index)));
  });
}

/** Whether a path with parameters stands for one without. */
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
    becomes: 'a load balancer that speaks plain HTTP on an address of its own',
    reason: 'a certificate needs a domain',
    applies: ({ element, architecture }) => loneFunction(element, architecture) === undefined,
  },
  {
    path: 'apis.routes',
    value: 'that take what is posted to /triggers/ of a function with triggers',
    on: on('gcp'),
    is: 'refused',
    reason: 'events reach a function at that path, so anybody could forge one',
    hint: 'route what is needed, such as ANY /orders/{rest+}, or give the triggers to another function',
    applies: ({ element, architecture }) => takesEvents(element, architecture),
  },
  {
    path: 'apis.logRetentionDays',
    on: on('gcp'),
    is: 'approximated',
    becomes: "the retention of the project's log bucket",
    reason: 'Cloud Logging keeps logs per bucket, not per load balancer or function',
    applies: () => true,
  },
];

/** Promises about APIs that a platform keeps by itself, so that no artefact states them. */
export const keptByPlatform = { aws: {}, gcp: {} } as const;
