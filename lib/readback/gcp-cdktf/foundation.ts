import type { GcpFoundationFact } from '../../facts/foundation';
import type { Artefact } from '../artefact';
import { beforeProject, readDocument, readPermissions, readRoles, waitsFor } from '../gcp/ground';
import type { Resource } from '../resource';
import { tagsOf } from '../tags';
import { project, region, servicesIn, to } from './reference';
import { readServiceAccount } from './service-account';

const labels = ['labels'];

export function readFoundation(artefact: Artefact): Partial<GcpFoundationFact> | undefined {
  const services = readServices(artefact);
  const [bucket, repository, account, connector, parameter] = [
    'google_storage_bucket',
    'google_artifact_registry_repository',
    'google_service_account',
    'google_vpc_access_connector',
    'google_parameter_manager_parameter',
  ].map((type) => artefact.part('foundation', type));
  const network = readNetwork(artefact);
  const asks = readAsked(artefact);
  const roles = readMadeRoles(artefact);
  if (services.length === 0 && !bucket && !parameter) return undefined;
  return {
    ...(network !== undefined && { network }),
    services,
    ...(asks.length > 0 && { asks }),
    ...(roles && { roles }),
    ...(bucket && { build: readBuild(bucket, repository, account, artefact) }),
    ...(connector && { connector: readConnector(connector, network, artefact) }),
    ...(parameter && { exported: readExported(parameter, artefact) }),
    ...(bucket && { tags: tagsOf([bucket, repository, parameter], labels) }),
  };
}

function readServices(artefact: Artefact): string[] {
  const services = artefact.parts('foundation', 'google_project_service').map((service) => {
    service.fixed(['project'], project);
    service.fixed(['disable_on_destroy'], false);
    return service.string(['service']) ?? '';
  });
  return services.sort();
}

/** The project itself, whose number tells who Google's own services are in it, and who Cloud Storage is there. */
function readAsked(artefact: Artefact): string[] {
  const found = artefact.part('foundation', 'data.google_project');
  found?.fixed(['project_id'], project);
  waits(found, artefact, 'cloudresourcemanager');
  const storage = artefact.part('foundation', 'data.google_storage_project_service_account');
  waits(storage, artefact, 'storage');
  return [...(found ? ['project'] : []), ...(storage ? ['storage'] : [])];
}

/** The roles that the project lacked, by what their titles say that they are for. */
function readMadeRoles(artefact: Artefact): GcpFoundationFact['roles'] {
  const roles = artefact.parts('foundation', 'google_project_iam_custom_role').map((role) => {
    const title = role.string(['title']) ?? '';
    const before = `${artefact.stamp.architecture} `;
    waits(role, artefact, 'iam');
    const permissions = role.as(['permissions'], readPermissions);
    return [
      title.startsWith(before) ? title.slice(before.length) : '',
      { id: role.string(['role_id']), permissions },
    ] as const;
  });
  return roles.length > 0 ? (Object.fromEntries(roles) as GcpFoundationFact['roles']) : undefined;
}

function readBuild(
  bucket: Resource,
  repository: Resource | undefined,
  account: Resource | undefined,
  artefact: Artefact,
): GcpFoundationFact['build'] | undefined {
  bucket.fixed(['location'], region);
  bucket.fixed(['uniform_bucket_level_access'], true);
  bucket.fixed(['public_access_prevention'], 'enforced');
  bucket.fixed(['force_destroy'], true);
  waits(bucket, artefact, 'storage');
  repository?.fixed(['location'], region);
  repository?.fixed(['format'], 'DOCKER');
  waits(repository, artefact, 'artifactregistry');
  const names = {
    bucket: bucket.as(['name'], (name) => beforeProject(name, project)),
    repository: repository?.string(['repository_id']),
    serviceAccount: readServiceAccount('foundation', account, artefact),
  };
  return { ...names, roles: readBuildRoles(bucket, repository, account, artefact) } as GcpFoundationFact['build'];
}

function readBuildRoles(
  bucket: Resource,
  repository: Resource | undefined,
  account: Resource | undefined,
  artefact: Artefact,
) {
  const member = [['member'], account && to(account, 'member')] as const;
  const on = (type: string) => artefact.parts('foundation', type);
  const onProject = on('google_project_iam_member');
  for (const grant of onProject) waits(grant, artefact, 'cloudresourcemanager');
  return {
    project: readRoles(onProject, ['role'], [[['project'], project], member]),
    bucket: readRoles(on('google_storage_bucket_iam_member'), ['role'], [[['bucket'], to(bucket, 'name')], member]),
    repository: readRoles(
      on('google_artifact_registry_repository_iam_member'),
      ['role'],
      [[['location'], region], [['repository'], repository && to(repository, 'name')], member],
    ),
  };
}

/** The network that is read back, and its subnetwork of the same name. */
function readNetwork(artefact: Artefact): string | undefined {
  const network = artefact.part('foundation', 'data.google_compute_network');
  const subnetwork = artefact.part('foundation', 'data.google_compute_subnetwork');
  const name = network?.string(['name']);
  subnetwork?.fixed(['name'], name);
  subnetwork?.fixed(['region'], region);
  waits(network, artefact, 'compute');
  waits(subnetwork, artefact, 'compute');
  return subnetwork && name;
}

function readConnector(connector: Resource, network: string | undefined, artefact: Artefact) {
  connector.fixed(['region'], region);
  connector.fixed(['network'], network);
  connector.fixed(['machine_type'], 'e2-micro');
  waits(connector, artefact, 'compute', 'vpcaccess');
  return {
    name: connector.string(['name']),
    range: connector.string(['ip_cidr_range']),
    minInstances: connector.number(['min_instances']),
    maxInstances: connector.number(['max_instances']),
  } as GcpFoundationFact['connector'];
}

function readExported(parameter: Resource, artefact: Artefact): GcpFoundationFact['exported'] {
  const version = artefact.part('foundation', 'google_parameter_manager_parameter_version');
  const pointer = (type: string, attribute: string) => {
    const resource = artefact.part('foundation', type);
    return resource && to(resource, attribute);
  };
  parameter.fixed(['format'], 'JSON');
  waits(parameter, artefact, 'parametermanager');
  version?.fixed(['parameter'], to(parameter, 'id'));
  const keys = version?.as(['parameter_data'], (text) =>
    readDocument(text, {
      buildServiceAccount: pointer('google_service_account', 'email'),
      connector: pointer('google_vpc_access_connector', 'id'),
      network: pointer('data.google_compute_network', 'id'),
      project,
      region,
      repository: pointer('google_artifact_registry_repository', 'id'),
      schema: 1,
      sourceBucket: pointer('google_storage_bucket', 'name'),
      subnetwork: pointer('data.google_compute_subnetwork', 'id'),
    }),
  );
  const names = { name: parameter.string(['parameter_id']), version: version?.string(['parameter_version_id']) };
  return { ...names, keys } as GcpFoundationFact['exported'];
}

const waits = (resource: Resource | undefined, artefact: Artefact, ...services: readonly string[]): void =>
  waitsFor(
    resource,
    ['depends_on'],
    servicesIn(artefact),
    services.map((name) => `${name}.googleapis.com`),
  );
