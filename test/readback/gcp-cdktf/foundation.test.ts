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
  'cloudbuild',
  'cloudfunctions',
  'cloudresourcemanager',
  'iam',
  'parametermanager',
  'pubsub',
  'run',
  'serviceusage',
  'storage',
];

const first = ['cloudresourcemanager', 'serviceusage'];

const services = enabled.map((id) =>
  made('google_project_service', id, {
    project: '${var.project}',
    service: `${id}.googleapis.com`,
    disable_on_destroy: false,
    ...(!first.includes(id) && needs(...first)),
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
    cleanup_policies: [
      { id: 'keep-newest', action: 'KEEP', most_recent_versions: { keep_count: 5 } },
      { id: 'delete-old', action: 'DELETE', condition: { tag_state: 'ANY', older_than: '2592000s' } },
    ],
    cleanup_policy_dry_run: false,
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
  made('google_project_iam_member', 'copies', {
    project: '${var.project}',
    role: 'roles/storage.objectViewer',
    member,
    condition: {
      title: 'sources of functions only',
      expression: 'resource.name.startsWith("projects/_/buckets/gcf-v2-sources-")',
    },
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

const buildWait = made('time_sleep', 'BuildWait', {
  create_duration: '120s',
  triggers: {
    account: '${google_service_account.build.email}',
    roles: 'roles/artifactregistry.writer roles/logging.logWriter roles/storage.objectViewer',
    services:
      'artifactregistry.googleapis.com cloudbuild.googleapis.com cloudfunctions.googleapis.com run.googleapis.com',
  },
  depends_on: [
    ...needs('artifactregistry', 'cloudbuild', 'cloudfunctions', 'run').depends_on,
    'google_project_iam_member.logs',
    'google_project_iam_member.copies',
    'google_storage_bucket_iam_member.source',
    'google_artifact_registry_repository_iam_member.images',
  ],
});

const agents: readonly Piece[] = [
  made('data.google_project', 'project', { project_id: '${var.project}', ...needs('cloudresourcemanager') }),
  made('data.google_storage_project_service_account', 'storage', { project: '${var.project}', ...needs('storage') }),
  made('google_project_service_identity', 'pubsub', {
    provider: 'google-beta',
    project: '${var.project}',
    service: 'pubsub.googleapis.com',
    ...needs('pubsub'),
  }),
  made('time_sleep', 'AgentsWait', {
    create_duration: '120s',
    triggers: {
      pubsub: 'serviceAccount:service-${data.google_project.project.number}@gcp-sa-pubsub.iam.gserviceaccount.com',
      storage: '${data.google_storage_project_service_account.storage.member}',
    },
    depends_on: ['google_project_service_identity.pubsub'],
  }),
];

const documentOf = (values: object): string =>
  JSON.stringify({ project: '${var.project}', region: '${var.region}', schema: 1, ...values });

const ofBuild = {
  buildServiceAccount: '${google_service_account.build.email}',
  repository: '${google_artifact_registry_repository.images.id}',
  sourceBucket: '${google_storage_bucket.source.name}',
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

const whole = [...services, ...build, buildWait, ...agents, ...exported(documentOf(ofBuild))];

function read(pieces: readonly Piece[]) {
  const artefact = terraform(pieces);
  return { fact: readFoundation(dialect, artefact), unrecognized: artefact.unrecognized() };
}

test('foundation: reads every property', () => {
  expect(read(whole)).toEqual({
    fact: {
      services: enabled.map((service) => `${service}.googleapis.com`),
      build: {
        bucket: 'shop-ground-12345678',
        repository: 'shop-ground-12345678',
        serviceAccount: 'shop-ground-12345678',
        roles: {
          project: [
            'roles/logging.logWriter',
            'roles/storage.objectViewer if resource.name.startsWith("projects/_/buckets/gcf-v2-sources-")',
          ],
          bucket: ['roles/storage.objectViewer'],
          repository: ['roles/artifactregistry.writer'],
        },
      },
      asks: ['project', 'storage'],
      agents: ['pubsub'],
      waits: ['agents', 'build'],
      exported: {
        name: 'triptych-shop-dev-ground',
        version: 'v1',
        keys: ['buildServiceAccount', 'project', 'region', 'repository', 'schema', 'sourceBucket'],
      },
      tags: { team: 'shop' },
    },
    unrecognized: [],
  });
});

test('foundation: reads one that only builds functions', () => {
  const { fact, unrecognized } = read([...services, ...build, buildWait]);
  expect(Object.keys(fact!).sort()).toEqual(['build', 'services', 'tags', 'waits']);
  expect(unrecognized).toEqual([]);
});

test('foundation: reads one without functions, which has labels too', () => {
  const { fact, unrecognized } = read([...services, ...exported(documentOf({}))]);
  expect(Object.keys(fact!).sort()).toEqual(['exported', 'services', 'tags']);
  expect(fact).toMatchObject({ exported: { keys: ['project', 'region', 'schema'] }, tags: { team: 'shop' } });
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

  test.each([...build, buildWait, ...agents].map((piece) => [piece.address, piece] as const))(
    'there are two of %s',
    (_, piece) => {
      const twin = { ...piece, address: `${piece.address}2` };
      expect(JSON.stringify(read([...whole, twin]))).not.toBe(right);
    },
  );

  test('the document has a key fewer', () => {
    const { fact, unrecognized } = read([...services, ...build, buildWait, ...exported(documentOf({}))]);
    expect(fact?.exported?.keys).toBeUndefined();
    expect(unrecognized[0]).toMatchObject({ path: ['parameter_data'] });
  });

  test('a second role is granted', () => {
    const owner = { ...build[3]!, address: 'google_project_iam_member.owner' };
    const more = { ...owner, properties: { ...owner.properties, role: 'roles/owner' } };
    expect(read([...whole, more]).fact?.build?.roles.project).toEqual([
      'roles/logging.logWriter',
      'roles/owner',
      expect.stringMatching(/^roles\/storage.objectViewer if /),
    ]);
  });
});
