import { readFoundation } from '../../../lib/readback/gcp/foundation';
import { dialect } from '../../../lib/readback/gcp-cdktf/dialect';
import { mutants, terraform, type Piece } from '../pieces';

const made = (type: string, id: string, properties: object): Piece => ({
  address: `${type}.${id}`,
  type,
  owner: 'foundation',
  properties: properties as Piece['properties'],
});

const needs = (...services: readonly string[]) => ({
  depends_on: services.map((service) => `google_project_service.${service}`),
});

const enabled = [
  'artifactregistry',
  'cloudresourcemanager',
  'compute',
  'iam',
  'parametermanager',
  'storage',
  'vpcaccess',
];

const services = enabled.map((id) =>
  made('google_project_service', id, {
    project: '${var.project}',
    service: `${id}.googleapis.com`,
    disable_on_destroy: false,
  }),
);

const member = '${google_service_account.build.member}';

const build: readonly Piece[] = [
  made('google_storage_bucket', 'source', {
    name: 'shop-ground-12345678-${var.project}',
    location: '${var.region}',
    labels: { team: 'shop' },
    uniform_bucket_level_access: true,
    public_access_prevention: 'enforced',
    force_destroy: true,
    ...needs('storage'),
  }),
  made('google_artifact_registry_repository', 'images', {
    repository_id: 'shop-ground-12345678',
    location: '${var.region}',
    format: 'DOCKER',
    labels: { team: 'shop' },
    ...needs('artifactregistry'),
  }),
  made('google_service_account', 'build', {
    account_id: 'shop-ground-12345678',
    display_name: 'shop foundation',
    ...needs('iam'),
  }),
  made('google_project_iam_member', 'logs', {
    project: '${var.project}',
    role: 'roles/logging.logWriter',
    member,
    ...needs('cloudresourcemanager'),
  }),
  made('google_storage_bucket_iam_member', 'source', {
    bucket: '${google_storage_bucket.source.name}',
    role: 'roles/storage.objectViewer',
    member,
  }),
  made('google_artifact_registry_repository_iam_member', 'images', {
    location: '${var.region}',
    repository: '${google_artifact_registry_repository.images.name}',
    role: 'roles/artifactregistry.writer',
    member,
  }),
];

const network: readonly Piece[] = [
  made('data.google_compute_network', 'default', { name: 'default', ...needs('compute') }),
  made('data.google_compute_subnetwork', 'default', {
    name: 'default',
    region: '${var.region}',
    ...needs('compute'),
  }),
  made('google_vpc_access_connector', 'connector', {
    name: 'shop-ground-12345678',
    region: '${var.region}',
    network: 'default',
    ip_cidr_range: '10.8.1.16/28',
    machine_type: 'e2-micro',
    min_instances: 2,
    max_instances: 3,
    ...needs('vpcaccess', 'compute'),
  }),
];

const documentOf = (values: object): string =>
  JSON.stringify({
    buildServiceAccount: '${google_service_account.build.email}',
    project: '${var.project}',
    region: '${var.region}',
    repository: '${google_artifact_registry_repository.images.id}',
    schema: 1,
    sourceBucket: '${google_storage_bucket.source.name}',
    ...values,
  });

const ofNetwork = {
  connector: '${google_vpc_access_connector.connector.id}',
  network: '${data.google_compute_network.default.id}',
  subnetwork: '${data.google_compute_subnetwork.default.id}',
};

const exported = (document: string): readonly Piece[] => [
  made('google_parameter_manager_parameter', 'ground', {
    parameter_id: 'triptych-shop-dev-ground',
    format: 'JSON',
    labels: { team: 'shop' },
    ...needs('parametermanager'),
  }),
  made('google_parameter_manager_parameter_version', 'ground', {
    parameter: '${google_parameter_manager_parameter.ground.id}',
    parameter_version_id: 'v1',
    parameter_data: document,
  }),
];

const whole = [...services, ...build, ...network, ...exported(documentOf(ofNetwork))];

function read(pieces: readonly Piece[]) {
  const artefact = terraform(pieces);
  return { fact: readFoundation(dialect, artefact), unrecognized: artefact.unrecognized() };
}

test('foundation: reads every property', () => {
  expect(read(whole)).toEqual({
    fact: {
      network: 'default',
      services: enabled.map((service) => `${service}.googleapis.com`),
      build: {
        bucket: 'shop-ground-12345678',
        repository: 'shop-ground-12345678',
        serviceAccount: 'shop-ground-12345678',
        roles: {
          project: ['roles/logging.logWriter'],
          bucket: ['roles/storage.objectViewer'],
          repository: ['roles/artifactregistry.writer'],
        },
      },
      connector: { name: 'shop-ground-12345678', range: '10.8.1.16/28', minInstances: 2, maxInstances: 3 },
      exported: {
        name: 'triptych-shop-dev-ground',
        version: 'v1',
        keys: [
          'buildServiceAccount',
          'connector',
          'network',
          'project',
          'region',
          'repository',
          'schema',
          'sourceBucket',
          'subnetwork',
        ],
      },
      tags: { team: 'shop' },
    },
    unrecognized: [],
  });
});

test('foundation: reads one that only builds functions', () => {
  const { fact, unrecognized } = read([...services, ...build]);
  expect(Object.keys(fact!)).toEqual(['services', 'build', 'tags']);
  expect(unrecognized).toEqual([]);
});

test('foundation: reads nothing without resources', () => {
  expect(read([]).fact).toBeUndefined();
});

describe('foundation: is different if', () => {
  const right = JSON.stringify(read(whole));

  test.each([...mutants(whole)].map(({ at, pieces }) => [at, pieces] as const))('%s changes', (_, pieces) => {
    expect(JSON.stringify(read(pieces))).not.toBe(right);
  });

  test.each(whole.map(({ address }) => address))('%s is missing', (address) => {
    expect(JSON.stringify(read(whole.filter((piece) => piece.address !== address)))).not.toBe(right);
  });

  test.each([...build, ...network].map((piece) => [piece.address, piece] as const))(
    'there are two of %s',
    (_, piece) => {
      const twin = { ...piece, address: `${piece.address}2` };
      expect(JSON.stringify(read([...whole, twin]))).not.toBe(right);
    },
  );

  test('the document has a key fewer', () => {
    const { fact, unrecognized } = read([...services, ...build, ...network, ...exported(documentOf({}))]);
    expect(fact?.exported?.keys).toBeUndefined();
    expect(unrecognized[0]).toMatchObject({ path: ['parameter_data', 'join', '0'] });
  });

  test('a second role is granted', () => {
    const owner = { ...build[3]!, address: 'google_project_iam_member.owner' };
    const more = { ...owner, properties: { ...owner.properties, role: 'roles/owner' } };
    expect(read([...whole, more]).fact?.build?.roles.project).toEqual(['roles/logging.logWriter', 'roles/owner']);
  });
});
