import type { GcpConnectorFact, GcpNetworkFact, GcpNetworkUseFact } from '../../facts/network';
import type { Artefact } from '../artefact';
import { equal, isObject, to, type Resource } from '../resource';
import { spell } from '../spell';
import { pathIn, type Dialect, type TypeName } from './dialect';
import { requireServices } from './needs';

const partOf = (type: TypeName, { types }: Dialect, artefact: Artefact): Resource | undefined =>
  artefact.part('foundation', types[type]);

/** The way to the internet of the network that the foundation creates; empty: there is none. */
export function waysIn(dialect: Dialect, artefact: Artefact): readonly Resource[] {
  const nat = partOf('nat', dialect, artefact);
  return nat ? [nat] : [];
}

/** Reads the network that the foundation creates: everything in it has its name. */
export function readNetwork(dialect: Dialect, artefact: Artefact): GcpNetworkFact | undefined {
  const at = (word: string) => pathIn(dialect, word);
  const [network, subnetwork, router, nat] = (['network', 'subnetwork', 'router', 'nat'] as const).map((type) =>
    partOf(type, dialect, artefact),
  );
  if (!network || !subnetwork) return undefined;
  requireServices(network, dialect.waits, ['compute'], dialect, artefact);
  network.fixed(at('auto_create_subnetworks'), false);
  network.fixed(at('routing_mode'), 'REGIONAL');
  const name = network.string(at('name'));
  for (const one of [subnetwork, router, nat]) {
    one?.fixed(at('name'), name);
    one?.fixed(at('region'), dialect.region);
  }
  for (const one of [subnetwork, router]) one?.fixed(at('network'), to(network, 'id'));
  nat?.fixed(at('router'), router && to(router, 'name'));
  nat?.fixed(at('nat_ip_allocate_option'), 'AUTO_ONLY');
  nat?.fixed(at('source_subnetwork_ip_ranges_to_nat'), 'ALL_SUBNETWORKS_ALL_IP_RANGES');
  const logs = { aggregation_interval: 'INTERVAL_5_SEC', flow_sampling: 1, metadata: 'INCLUDE_ALL_METADATA' };
  return {
    name,
    cidr: subnetwork.string(at('ip_cidr_range')),
    isPrivateGoogleAccess: subnetwork.one(at('private_ip_google_access'), [true, true], [false, false]),
    flowLogs: subnetwork.one(at('log_config'), [spell(dialect, logs), true]),
    hasNat: nat !== undefined,
  } as GcpNetworkFact;
}

/** Reads the connector of functions. */
export function readConnector(dialect: Dialect, artefact: Artefact): GcpConnectorFact | undefined {
  const at = (word: string) => pathIn(dialect, word);
  const connector = partOf('connector', dialect, artefact);
  if (!connector) return undefined;
  requireServices(connector, dialect.waits, ['vpcaccess'], dialect, artefact);
  connector.fixed(at('region'), dialect.region);
  connector.fixed(at('machine_type'), 'e2-micro');
  connector.fixed(at('min_instances'), 2);
  connector.fixed(at('max_instances'), 3);
  return {
    name: connector.string(at('name')),
    network: connector.as(at('network'), (value) => nameOf(value, 'network', dialect, artefact)),
    cidr: connector.string(at('ip_cidr_range')),
  } as GcpConnectorFact;
}

/** The name of a network, or `foundation` for the one that the foundation creates. */
function nameOf(value: unknown, type: TypeName, dialect: Dialect, artefact: Artefact): string | undefined {
  const own = partOf(type, dialect, artefact);
  if (own && equal(value, to(own, 'name'))) return 'foundation';
  return typeof value === 'string' ? value : undefined;
}

/** Reads an element's one interface in a network. */
function readInterface(value: unknown, dialect: Dialect, artefact: Artefact) {
  const [first, ...others] = Array.isArray(value) ? (value as unknown[]) : [];
  if (!isObject(first) || others.length > 0 || Object.keys(first).length !== 2) return undefined;
  const network = nameOf(first['network'], 'network', dialect, artefact);
  const subnetwork = nameOf(first['subnetwork'], 'subnetwork', dialect, artefact);
  return network !== undefined && subnetwork !== undefined ? { network, subnetwork } : undefined;
}

const egresses = ['ALL_TRAFFIC', 'PRIVATE_RANGES_ONLY'] as const;

/** Reads a service's place in a network. */
export function readServiceNetwork(
  service: Resource,
  dialect: Dialect,
  artefact: Artefact,
): GcpNetworkUseFact | undefined {
  const at = (...words: readonly string[]) => pathIn(dialect, 'template', 'vpc_access', ...words);
  if (service.at(at()) === undefined) return 'none';
  const egress = service.one(at('egress'), ...egresses.map((one) => [one, one] as const));
  const own = service.as(at('network_interfaces'), (value) => readInterface(value, dialect, artefact));
  return own && egress ? { ...own, egress } : undefined;
}

/** Reads a function's place in a network: an interface of its own, or the connector. */
export function readFunctionNetwork(
  handler: Resource,
  dialect: Dialect,
  artefact: Artefact,
): GcpNetworkUseFact | undefined {
  const at = (word: string) => pathIn(dialect, 'service_config', word);
  if (handler.at(at('vpc_connector')) !== undefined) {
    const connector = partOf('connector', dialect, artefact);
    const isOwn = handler.fixed(at('vpc_connector'), connector && to(connector, 'id'));
    const egress = handler.one(at('vpc_connector_egress_settings'), ...egresses.map((one) => [one, one] as const));
    return isOwn && egress ? { connector: true, egress } : undefined;
  }
  if (handler.at(at('direct_vpc_network_interface[]')) === undefined) return 'none';
  const egress = handler.one(at('direct_vpc_egress'), ...egresses.map((one) => [`VPC_EGRESS_${one}`, one] as const));
  const own = handler.as(at('direct_vpc_network_interface[]'), (value) => readInterface(value, dialect, artefact));
  return own && egress ? { ...own, egress } : undefined;
}
