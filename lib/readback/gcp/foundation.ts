import { expectStackName } from '../../facts/name';
import type { GcpFoundationFact } from '../../facts/foundation';
import type { Artefact } from '../artefact';
import { parseJson } from '../json';
import { equal, to, type Resource } from '../resource';
import { tagsOf } from '../tags';
import { readBuild } from './build';
import { pathIn, type Dialect, type TypeName } from './dialect';
import { requireServices } from './needs';
import { readConnector, readNetwork } from './network';
import { readAgents, readWaits } from './service-agent';

export function readFoundation(dialect: Dialect, artefact: Artefact): Partial<GcpFoundationFact> | undefined {
  const { types } = dialect;
  const services = readServices(dialect, artefact);
  const [bucket, repository, account, parameter] = [types.bucket, types.repository, types.account, types.parameter].map(
    (type) => artefact.part('foundation', type),
  );
  const asks = readAsked(dialect, artefact);
  const [network, connector] = [readNetwork(dialect, artefact), readConnector(dialect, artefact)];
  const roles = readMadeRoles(dialect, artefact);
  if (services.length === 0 && !bucket && !parameter) return undefined;
  return {
    services,
    ...(asks.length > 0 && { asks }),
    ...(roles && { roles }),
    ...(network && { network }),
    ...(connector && { connector }),
    ...readAgents(dialect, artefact),
    ...readWaits(dialect, artefact),
    ...(bucket && { build: readBuild(bucket, repository, account, dialect, artefact) }),
    ...(parameter && { exported: readExported(parameter, dialect, artefact) }),
    ...((bucket ?? parameter) && {
      tags: tagsOf([...(bucket ? [bucket, repository] : []), parameter], pathIn(dialect, 'labels')),
    }),
  };
}

/** The services that enable the others, which are enabled after them. */
const first = ['cloudresourcemanager', 'serviceusage'];

function readServices(dialect: Dialect, artefact: Artefact): string[] {
  const services = artefact.parts('foundation', dialect.types.enabled).map((service) => {
    service.fixed(pathIn(dialect, 'project'), dialect.project);
    service.fixed(pathIn(dialect, 'disable_on_destroy'), false);
    const name = service.string(pathIn(dialect, 'service')) ?? '';
    const isFirst = first.some((one) => name === `${one}.googleapis.com`);
    if (!isFirst) requireServices(service, dialect.waits, first, dialect, artefact);
    return name;
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
  storage?.fixed([...dialect.asked.at, 'project'], dialect.project);
  return [...(project ? ['project'] : []), ...(storage ? ['storage'] : [])];
}

/** Reads the project's custom roles, by the purpose in their titles. */
function readMadeRoles(dialect: Dialect, artefact: Artefact): GcpFoundationFact['roles'] {
  const roles = artefact.parts('foundation', dialect.types.role).map((role) => {
    const title = role.string(pathIn(dialect, 'title')) ?? '';
    const before = `${expectStackName(artefact.stamp)} `;
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
    project,
    region,
    repository: pointer('repository', 'id'),
    schema: 1,
    sourceBucket: pointer('bucket', 'name'),
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
