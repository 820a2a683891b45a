import type { GcpFoundationFact } from '../../facts/foundation';
import type { Artefact } from '../artefact';
import { parseJson } from '../json';
import { equal, to, type Resource } from '../resource';
import { tagsOf } from '../tags';
import { readBuild } from './build';
import { pathIn, type Dialect, type TypeName } from './dialect';
import { requireServices } from './needs';

export function readFoundation(dialect: Dialect, artefact: Artefact): Partial<GcpFoundationFact> | undefined {
  const { types } = dialect;
  const services = readServices(dialect, artefact);
  const [bucket, repository, account, connector, parameter] = [
    types.bucket,
    types.repository,
    types.account,
    types.connector,
    types.parameter,
  ].map((type) => artefact.part('foundation', type));
  const network = readNetwork(dialect, artefact);
  const asks = readAsked(dialect, artefact);
  const roles = readMadeRoles(dialect, artefact);
  if (services.length === 0 && !bucket && !parameter) return undefined;
  return {
    ...(network !== undefined && { network }),
    services,
    ...(asks.length > 0 && { asks }),
    ...(roles && { roles }),
    ...(bucket && { build: readBuild(bucket, repository, account, dialect, artefact) }),
    ...(connector && { connector: readConnector(connector, network, dialect, artefact) }),
    ...(parameter && { exported: readExported(parameter, dialect, artefact) }),
    ...(bucket && { tags: tagsOf([bucket, repository, parameter], pathIn(dialect, 'labels')) }),
  };
}

function readServices(dialect: Dialect, artefact: Artefact): string[] {
  const services = artefact.parts('foundation', dialect.types.enabled).map((service) => {
    service.fixed(pathIn(dialect, 'project'), dialect.project);
    service.fixed(pathIn(dialect, 'disable_on_destroy'), false);
    return service.string(pathIn(dialect, 'service')) ?? '';
  });
  return services.sort();
}

/** A data source of the foundation. It waits for a Google service, where the artifact records that. */
function asked(type: TypeName, service: string, dialect: Dialect, artefact: Artefact): Resource | undefined {
  const found = artefact.part('foundation', dialect.types[type]);
  const { waits } = dialect.asked;
  if (waits) requireServices(found, waits, [service], dialect, artefact);
  return found;
}

/**
 * Reads the data sources for the project, whose number is in the names of Google's agents, and for Cloud Storage's
 * agent.
 */
function readAsked(dialect: Dialect, artefact: Artefact): string[] {
  const project = asked('project', 'cloudresourcemanager', dialect, artefact);
  project?.fixed([...dialect.asked.at, dialect.word('project_id')], dialect.project);
  const storage = asked('storageAgent', 'storage', dialect, artefact);
  return [...(project ? ['project'] : []), ...(storage ? ['storage'] : [])];
}

/** Reads the project's custom roles, by the purpose in their titles. */
function readMadeRoles(dialect: Dialect, artefact: Artefact): GcpFoundationFact['roles'] {
  const roles = artefact.parts('foundation', dialect.types.role).map((role) => {
    const title = role.string(pathIn(dialect, 'title')) ?? '';
    const before = `${artefact.stamp.architecture} `;
    requireServices(role, dialect.waits, ['iam'], dialect, artefact);
    const permissions = role.as(pathIn(dialect, 'permissions'), readPermissions);
    return [
      title.startsWith(before) ? title.slice(before.length) : '',
      { id: role.string(pathIn(dialect, 'role_id')), permissions },
    ] as const;
  });
  return roles.length > 0 ? (Object.fromEntries(roles) as GcpFoundationFact['roles']) : undefined;
}

/** Permissions, sorted; undefined if one is there twice. */
function readPermissions(value: unknown): string[] | undefined {
  const isList = Array.isArray(value) && value.every((permission) => typeof permission === 'string');
  return isList && new Set(value).size === value.length ? [...(value as string[])].sort() : undefined;
}

/** Reads the name of the network, and that the subnetwork has the same one. */
function readNetwork(dialect: Dialect, artefact: Artefact): string | undefined {
  const network = asked('network', 'compute', dialect, artefact);
  const subnetwork = asked('subnetwork', 'compute', dialect, artefact);
  const { at } = dialect.asked;
  const name = network?.string([...at, 'name']);
  subnetwork?.fixed([...at, 'name'], name);
  subnetwork?.fixed([...at, 'region'], dialect.region);
  return subnetwork && name;
}

function readConnector(connector: Resource, network: string | undefined, dialect: Dialect, artefact: Artefact) {
  const at = (word: string) => pathIn(dialect, word);
  connector.fixed(at('region'), dialect.region);
  connector.fixed(at('network'), network);
  connector.fixed(at('machine_type'), 'e2-micro');
  requireServices(connector, dialect.waits, ['compute', 'vpcaccess'], dialect, artefact);
  return {
    name: connector.string(at('name')),
    range: connector.string(at('ip_cidr_range')),
    minInstances: connector.number(at('min_instances')),
    maxInstances: connector.number(at('max_instances')),
  } as GcpFoundationFact['connector'];
}

function readExported(parameter: Resource, dialect: Dialect, artefact: Artefact): GcpFoundationFact['exported'] {
  const { types, project, region } = dialect;
  const at = (word: string) => pathIn(dialect, word);
  const version = artefact.part('foundation', types.parameterVersion);
  const pointer = (type: TypeName, attribute: string) => {
    const resource = artefact.part('foundation', types[type]);
    return resource && to(resource, attribute);
  };
  parameter.fixed(at('format'), 'JSON');
  requireServices(parameter, dialect.waits, ['parametermanager'], dialect, artefact);
  version?.fixed(at('parameter'), to(parameter, 'id'));
  // Two versions can't have one name, so the old one goes first.
  if (version) dialect.options.isDeletedFirst(version);
  const right = {
    buildServiceAccount: pointer('account', 'email'),
    connector: pointer('connector', 'id'),
    network: pointer('network', 'id'),
    project,
    region,
    repository: pointer('repository', 'id'),
    schema: 1,
    sourceBucket: pointer('bucket', 'name'),
    subnetwork: pointer('subnetwork', 'id'),
  };
  return {
    name: parameter.string(at('parameter_id')),
    version: version?.string(at('parameter_version_id')),
    keys: version?.as(at('parameter_data'), (text) => readDocument(text, right)),
  } as GcpFoundationFact['exported'];
}

/** The keys of an exported document, sorted; undefined if a value isn't the one that its key promises. */
function readDocument(text: unknown, right: Readonly<Record<string, unknown>>): string[] | undefined {
  const present = Object.fromEntries(Object.entries(right).filter(([, value]) => value !== undefined));
  return equal(parseJson(text), present) ? Object.keys(present).sort() : undefined;
}
