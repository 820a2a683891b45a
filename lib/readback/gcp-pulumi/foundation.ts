import type { GcpFoundationFact } from '../../facts/foundation';
import type { Artefact } from '../artefact';
import { beforeProject, readDocument, readPermissions, readRoles, waitsFor } from '../gcp/ground';
import type { Resource } from '../resource';
import { tagsOf } from '../tags';
import { project, region, servicesIn, to } from './reference';
import { readServiceAccount } from './service-account';

const labels = ['inputs', 'labels'];

export function readFoundation(artefact: Artefact): Partial<GcpFoundationFact> | undefined {
  const services = readServices(artefact);
  const [bucket, repository, account, connector, parameter] = [
    'gcp:storage/bucket:Bucket',
    'gcp:artifactregistry/repository:Repository',
    'gcp:serviceaccount/account:Account',
    'gcp:vpcaccess/connector:Connector',
    'gcp:parametermanager/parameter:Parameter',
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
  const services = artefact.parts('foundation', 'gcp:projects/service:Service').map((service) => {
    service.fixed(['inputs', 'project'], project);
    service.fixed(['inputs', 'disableOnDestroy'], false);
    return service.string(['inputs', 'service']) ?? '';
  });
  return services.sort();
}

/**
 * The project itself, whose number tells who Google's own services are in it, and who Cloud Storage is there. What a
 * question waits for is not recorded.
 */
function readAsked(artefact: Artefact): string[] {
  const found = artefact.part('foundation', 'gcp:organizations/getProject:getProject');
  found?.fixed(['args', 'projectId'], project);
  const storage = artefact.part('foundation', 'gcp:storage/getProjectServiceAccount:getProjectServiceAccount');
  return [...(found ? ['project'] : []), ...(storage ? ['storage'] : [])];
}

/** The roles that the project lacked, by what their titles say that they are for. */
function readMadeRoles(artefact: Artefact): GcpFoundationFact['roles'] {
  const roles = artefact.parts('foundation', 'gcp:projects/iAMCustomRole:IAMCustomRole').map((role) => {
    const title = role.string(['inputs', 'title']) ?? '';
    const before = `${artefact.stamp.architecture} `;
    waits(role, artefact, 'iam');
    const permissions = role.as(['inputs', 'permissions'], readPermissions);
    return [
      title.startsWith(before) ? title.slice(before.length) : '',
      { id: role.string(['inputs', 'roleId']), permissions },
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
  bucket.fixed(['inputs', 'location'], region);
  bucket.fixed(['inputs', 'uniformBucketLevelAccess'], true);
  bucket.fixed(['inputs', 'publicAccessPrevention'], 'enforced');
  bucket.fixed(['inputs', 'forceDestroy'], true);
  waits(bucket, artefact, 'storage');
  repository?.fixed(['inputs', 'location'], region);
  repository?.fixed(['inputs', 'format'], 'DOCKER');
  waits(repository, artefact, 'artifactregistry');
  const names = {
    bucket: bucket.as(['inputs', 'name'], (name) => beforeProject(name, project)),
    repository: repository?.string(['inputs', 'repositoryId']),
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
  const member = [['inputs', 'member'], account && to(account, 'member')] as const;
  const on = (type: string) => artefact.parts('foundation', type);
  const onProject = on('gcp:projects/iAMMember:IAMMember');
  for (const grant of onProject) waits(grant, artefact, 'cloudresourcemanager');
  return {
    project: readRoles(onProject, ['inputs', 'role'], [[['inputs', 'project'], project], member]),
    bucket: readRoles(
      on('gcp:storage/bucketIAMMember:BucketIAMMember'),
      ['inputs', 'role'],
      [[['inputs', 'bucket'], to(bucket, 'name')], member],
    ),
    repository: readRoles(
      on('gcp:artifactregistry/repositoryIamMember:RepositoryIamMember'),
      ['inputs', 'role'],
      [[['inputs', 'location'], region], [['inputs', 'repository'], repository && to(repository, 'name')], member],
    ),
  };
}

/** The network that is read back, and its subnetwork of the same name. What a question waits for is not recorded. */
function readNetwork(artefact: Artefact): string | undefined {
  const network = artefact.part('foundation', 'gcp:compute/getNetwork:getNetwork');
  const subnetwork = artefact.part('foundation', 'gcp:compute/getSubnetwork:getSubnetwork');
  const name = network?.string(['args', 'name']);
  subnetwork?.fixed(['args', 'name'], name);
  subnetwork?.fixed(['args', 'region'], region);
  return subnetwork && name;
}

function readConnector(connector: Resource, network: string | undefined, artefact: Artefact) {
  connector.fixed(['inputs', 'region'], region);
  connector.fixed(['inputs', 'network'], network);
  connector.fixed(['inputs', 'machineType'], 'e2-micro');
  waits(connector, artefact, 'compute', 'vpcaccess');
  return {
    name: connector.string(['inputs', 'name']),
    range: connector.string(['inputs', 'ipCidrRange']),
    minInstances: connector.number(['inputs', 'minInstances']),
    maxInstances: connector.number(['inputs', 'maxInstances']),
  } as GcpFoundationFact['connector'];
}

function readExported(parameter: Resource, artefact: Artefact): GcpFoundationFact['exported'] {
  const version = artefact.part('foundation', 'gcp:parametermanager/parameterVersion:ParameterVersion');
  const pointer = (type: string, attribute: string) => {
    const resource = artefact.part('foundation', type);
    return resource && to(resource, attribute);
  };
  parameter.fixed(['inputs', 'format'], 'JSON');
  waits(parameter, artefact, 'parametermanager');
  version?.fixed(['inputs', 'parameter'], to(parameter, 'id'));
  version?.fixed(['options', 'deleteBeforeReplace'], true);
  const keys = version?.as(['inputs', 'parameterData'], (text) =>
    readDocument(text, {
      buildServiceAccount: pointer('gcp:serviceaccount/account:Account', 'email'),
      connector: pointer('gcp:vpcaccess/connector:Connector', 'id'),
      network: pointer('gcp:compute/getNetwork:getNetwork', 'id'),
      project,
      region,
      repository: pointer('gcp:artifactregistry/repository:Repository', 'id'),
      schema: 1,
      sourceBucket: pointer('gcp:storage/bucket:Bucket', 'name'),
      subnetwork: pointer('gcp:compute/getSubnetwork:getSubnetwork', 'id'),
    }),
  );
  const names = {
    name: parameter.string(['inputs', 'parameterId']),
    version: version?.string(['inputs', 'parameterVersionId']),
  };
  return { ...names, keys } as GcpFoundationFact['exported'];
}

const waits = (resource: Resource | undefined, artefact: Artefact, ...services: readonly string[]): void =>
  waitsFor(
    resource,
    ['options', 'dependsOn'],
    servicesIn(artefact),
    services.map((name) => `${name}.googleapis.com`),
  );
