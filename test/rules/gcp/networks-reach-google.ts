import type { Rule } from '../rule';

/** The two names of a property, which a router's NAT or a subnetwork may have at one path each. */
const prefixOf = (cidr: string): number => Number(cidr.split('/')[1]);

export const rule: Rule = {
  title:
    'A network has a subnetwork of /26 or larger with private Google access and flow logs, and NAT for all of its ranges.',
  sources: [
    'https://cloud.google.com/run/docs/configuring/vpc-direct-vpc',
    'https://cloud.google.com/vpc/docs/private-google-access',
    'https://cloud.google.com/nat/docs/gce-example',
  ],
  of: ['google_compute_network'],
  with: ['google_compute_router', 'google_compute_router_nat'],
  *check(network, view) {
    if (network.get('auto_create_subnetworks') !== false) yield 'has a subnetwork in each region';
    const subnetworks = view.pointingAt(network, 'google_compute_subnetwork', 'network');
    if (subnetworks.length !== 1) yield `has ${subnetworks.length} subnetworks`;
    for (const one of subnetworks) {
      if (prefixOf(one.text('ip_cidr_range')) > 26) yield `${one.id} is smaller than /26`;
      if (one.get('private_ip_google_access') !== true) yield `${one.id} doesn't reach Google`;
      if (one.all('log_config').length === 0) yield `${one.id} has no flow logs`;
    }
    for (const nat of view.of('google_compute_router_nat')) {
      if (view.named(nat, 'router', 'google_compute_router').length !== 1) yield `${nat.id} has no router`;
      if (nat.get('source_subnetwork_ip_ranges_to_nat') !== 'ALL_SUBNETWORKS_ALL_IP_RANGES')
        yield `${nat.id} leaves ranges out`;
    }
  },
  counterCase: (view) => view.one('google_compute_subnetwork').set('private_ip_google_access', false),
  counterOf: 'own network',
};
