import type { ResolvedArchitecture } from '../../model/architecture';
import type { Finding } from '../../model/problem';

/** Checks the paths of routes against those that Cloud Run keeps. Probes are sent to the container, so theirs are free. */
export const pathProblems = ({ apis }: ResolvedArchitecture): Finding[] =>
  Object.entries(apis).flatMap(([name, { routes }]) =>
    Object.keys(routes).flatMap((route) => keptPath(['apis', name, 'routes', route], route.replace(/^\w+ /, ''))),
  );

/**
 * Paths that Google answers before a request reaches the code:
 * https://cloud.google.com/run/docs/known-issues#reserved-url-paths, https://github.com/streamlit/streamlit/issues/3028
 */
function keptPath(path: Finding['path'], address: string): Finding[] {
  if (/^\/(?:healthz|eventlog)$/.test(address) || address.startsWith('/_ah/'))
    return [
      {
        path,
        at: 'key',
        message: `is never called on gcp: Cloud Run reserves ${address}`,
        hint: 'use another path, such as /health',
      },
    ];
  if (!/z$/.test(address)) return [];
  return [
    {
      severity: 'warning',
      path,
      at: 'key',
      message: 'may never be called on gcp: Cloud Run reserves some paths that end with z',
      hint: 'use another path, such as /health',
    },
  ];
}
