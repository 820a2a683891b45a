import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Written } from '../rendering';
import type { Case, Mutation } from './mutation';

const onCdktf = ['gcp-cdktf'] as const;
const onPulumi = ['gcp-pulumi'] as const;

const read = (file: string): Written => ({ text: readFileSync(join(__dirname, '../vendor', file), 'utf8') });

/** Architectures with networks that no example has, by name. */
export const networks = {
  landed: read('existing-network.yaml'),
  netted: read('own-network.yaml'),
} as const satisfies Record<string, Written>;

const service = 'services/web/Service';
const access = 'template.vpc_access';

/** Changes of elements in a network that exists already, and the differences that each makes. */
const landed: readonly Case[] = [
  {
    what: 'a service in another network',
    make: (edit) => edit.set(service, `${access}.network_interfaces.0.network`, 'projects/host/global/networks/other'),
    seen: ['services.web.network.network'],
  },
  {
    what: 'a service in another subnetwork',
    make: (edit) => edit.set(service, `${access}.network_interfaces.0.subnetwork`, 'default'),
    seen: ['services.web.network.subnetwork'],
  },
  {
    what: 'a service that sends all traffic through the network',
    make: (edit) => edit.set(service, `${access}.egress`, 'ALL_TRAFFIC'),
    seen: ['services.web.network.egress'],
  },
  {
    what: 'a service in no network',
    make: (edit) => edit.unset(service, access),
    seen: ['services.web.network'],
  },
  {
    what: 'a service with tags in the network',
    make: (edit) => edit.set(service, `${access}.network_interfaces.0.tags`, ['open']),
    seen: ['services.web.network', `services.web!${access}`],
  },
];

/** Changes of a network that the foundation creates, and the differences that each makes. */
const netted: readonly Case[] = [
  {
    what: 'a network with a subnetwork in each region',
    make: (edit) => edit.set('foundation/Network', 'auto_create_subnetworks', true),
    seen: ['foundation!auto_create_subnetworks'],
  },
  {
    what: 'a subnetwork with another range',
    make: (edit) => edit.set('foundation/Subnetwork', 'ip_cidr_range', '10.20.0.0/18'),
    seen: ['foundation.network.cidr'],
  },
  {
    what: 'a subnetwork that reaches Google only through the internet',
    make: (edit) => edit.set('foundation/Subnetwork', 'private_ip_google_access', false),
    seen: ['foundation.network.isPrivateGoogleAccess'],
  },
  {
    what: 'NAT for primary ranges only',
    make: (edit) =>
      edit.set('foundation/Nat', 'source_subnetwork_ip_ranges_to_nat', 'ALL_SUBNETWORKS_ALL_PRIMARY_IP_RANGES'),
    seen: ['foundation!source_subnetwork_ip_ranges_to_nat'],
  },
  {
    what: 'a service before the way to the internet',
    make: (edit) => edit.unwait(service, 'foundation/Nat'),
    seen: ['services.web.needs'],
    also: {
      'gcp-cdktf': [0, 1, 2, 3].map((index) => `services.web!depends_on.${index}`),
      'gcp-pulumi': ['services.web!options.dependsOn'],
    },
  },
  {
    what: 'a function that sends only private traffic through the network',
    make: (edit) =>
      edit.set('functions/asks/Function', 'service_config.vpc_connector_egress_settings', 'PRIVATE_RANGES_ONLY'),
    on: onCdktf,
    seen: ['functions.asks.network.egress'],
  },
  {
    what: 'a connector with larger instances',
    make: (edit) => edit.set('foundation/Connector', 'machine_type', 'e2-standard-4'),
    on: onCdktf,
    seen: ['foundation!machine_type'],
  },
  {
    what: 'a function that sends only private traffic through the network',
    make: (edit) =>
      edit.set('functions/asks/Function', 'service_config.direct_vpc_egress', 'VPC_EGRESS_PRIVATE_RANGES_ONLY'),
    on: onPulumi,
    seen: ['functions.asks.network.egress'],
  },
];

export const networkMutations: readonly Mutation[] = [
  ...landed.map((one) => ({ of: ['landed'], ...one })),
  ...netted.map((one) => ({ of: ['netted'], ...one })),
];
