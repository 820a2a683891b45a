import type { ResolvedApi } from '../model/api';
import { on, type Rule } from './rule';

/**
 * The one function that an API on GCP is, rather than a load balancer before it: where everything goes to one
 * function, that function's own HTTPS address does the same.
 */
export function loneFunction({ routes }: ResolvedApi): `functions.${string}` | undefined {
  const [[key, route] = [], ...others] = Object.entries(routes);
  return others.length === 0 && key && /^ANY \/\{\w+\+\}$/.test(key) ? route?.to : undefined;
}

export const apiRules: readonly Rule<ResolvedApi>[] = [
  {
    path: 'apis.routes',
    value: 'other than the single route ANY /{proxy+}',
    on: on('gcp'),
    is: 'approximated',
    becomes: 'a load balancer that speaks plain HTTP on an address of its own',
    reason: 'a certificate needs a domain',
    applies: ({ element }) => loneFunction(element) === undefined,
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
