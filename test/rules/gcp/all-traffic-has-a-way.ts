import type { Rule } from '../rule';

export const rule: Rule = {
  title:
    'What sends all traffic through a network comes after its NAT, and its names are those of a network and a subnetwork.',
  sources: [
    'https://cloud.google.com/run/docs/configuring/vpc-direct-vpc',
    'https://cloud.google.com/run/docs/configuring/networking-best-practices',
  ],
  of: ['google_cloud_run_v2_service', 'google_cloudfunctions2_function'],
  with: ['google_compute_subnetwork'],
  where: (resource) => JSON.stringify(resource.value).includes('ALL_TRAFFIC'),
  *check(resource, view) {
    const nats = view.of('google_compute_router_nat');
    if (nats.length === 0) yield 'loses the internet';
    for (const nat of nats) if (!view.isAfter(resource, nat)) yield `may be made before ${nat.id}`;
  },
  counterCase: (view) => view.forget(...view.of('google_compute_router_nat')),
  counterOf: 'own network',
};
