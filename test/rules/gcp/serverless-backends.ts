import type { Rule } from '../rule';

export const rule: Rule = {
  title:
    'A backend service of a serverless group has no health check, no timeout and no port, and one scheme with its rule.',
  sources: ['https://docs.cloud.google.com/load-balancing/docs/negs/serverless-neg-concepts#limitations'],
  of: ['google_compute_backend_service', 'google_compute_region_network_endpoint_group'],
  *check(one) {
    for (const path of ['health_checks', 'timeout_sec', 'port_name'])
      if (one.get(path) !== undefined) yield `has ${path}`;
    if (one.type.endsWith('_group')) {
      if (one.text('network_endpoint_type') !== 'SERVERLESS') yield 'is of another type';
    } else if (one.text('load_balancing_scheme') !== 'EXTERNAL_MANAGED') yield 'has another scheme';
  },
  counterCase: (view) => {
    view.one('google_compute_backend_service').set('timeout_sec', 60);
  },
};
