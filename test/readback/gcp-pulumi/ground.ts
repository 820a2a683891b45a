import { urnOf } from '../aws-pieces';
import type { Piece } from '../pieces';

export const to = (name: string, attribute: string) => ({ $ref: { urn: urnOf(name), path: [attribute] } });
const asked = (invoke: string, attribute: string) => ({ $ref: { invoke, path: [attribute] } });
const config = (key: string) => ({ $ref: { config: `gcp:${key}`, path: [] } });
export const [project, region] = [config('project'), config('region')];

const made = (address: string, type: string, inputs: object, options?: object): Piece => ({
  address,
  type: `gcp:${type}`,
  owner: 'foundation',
  properties: { inputs, ...(options && { options }) },
});

export const needs = (...services: readonly string[]) => ({
  dependsOn: services.map((service) => urnOf(`shop-foundation-enable-${service}`)),
});

export const enabled = [
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

/** The services of Google's that are switched on. */
export const services = enabled.map((name) =>
  made(
    `shop-foundation-enable-${name}`,
    'projects/service:Service',
    { project, service: `${name}.googleapis.com`, disableOnDestroy: false },
    first.includes(name) ? undefined : needs(...first),
  ),
);

const member = to('shop-foundation-build-account', 'member');
const labels = { team: 'shop' };

const bucket = made(
  'shop-foundation-source-bucket',
  'storage/bucket:Bucket',
  {
    name: { $join: ['shop-ground-12345678-', project] },
    location: region,
    labels,
    uniformBucketLevelAccess: true,
    publicAccessPrevention: 'enforced',
    forceDestroy: true,
  },
  needs('storage'),
);

const repository = made(
  'shop-foundation-repository',
  'artifactregistry/repository:Repository',
  {
    repositoryId: 'shop-ground-12345678',
    location: region,
    format: 'DOCKER',
    labels,
    cleanupPolicies: [
      { id: 'keep-newest', action: 'KEEP', mostRecentVersions: { keepCount: 5 } },
      { id: 'delete-old', action: 'DELETE', condition: { tagState: 'ANY', olderThan: '2592000s' } },
    ],
    cleanupPolicyDryRun: false,
  },
  needs('artifactregistry'),
);

const account = made(
  'shop-foundation-build-account',
  'serviceaccount/account:Account',
  { accountId: 'shop-ground-12345678', displayName: 'shop foundation' },
  needs('iam'),
);

/** What functions are built with. */
export const build: readonly Piece[] = [
  bucket,
  repository,
  account,
  made(
    'shop-foundation-build-writes-logs',
    'projects/iAMMember:IAMMember',
    { project, role: 'roles/logging.logWriter', member },
    needs('cloudresourcemanager'),
  ),
  made(
    'shop-foundation-build-reads-copied-source',
    'projects/iAMMember:IAMMember',
    {
      project,
      role: 'roles/storage.objectViewer',
      member,
      condition: {
        title: 'sources of functions only',
        expression: 'resource.name.startsWith("projects/_/buckets/gcf-v2-sources-")',
      },
    },
    needs('cloudresourcemanager'),
  ),
  made('shop-foundation-build-reads-source', 'storage/bucketIAMMember:BucketIAMMember', {
    bucket: to(bucket.address, 'name'),
    role: 'roles/storage.objectViewer',
    member,
  }),
  made('shop-foundation-build-writes-images', 'artifactregistry/repositoryIamMember:RepositoryIamMember', {
    location: region,
    repository: to(repository.address, 'name'),
    role: 'roles/artifactregistry.writer',
    member,
  }),
  {
    ...made(
      'shop-foundation-build-wait',
      'x',
      {
        createDuration: '120s',
        triggers: {
          account: to(account.address, 'email'),
          roles: 'roles/artifactregistry.writer roles/logging.logWriter roles/storage.objectViewer',
          services:
            'artifactregistry.googleapis.com cloudbuild.googleapis.com cloudfunctions.googleapis.com run.googleapis.com',
        },
      },
      {
        dependsOn: [
          ...needs('artifactregistry', 'cloudbuild', 'cloudfunctions', 'run').dependsOn,
          ...['writes-logs', 'reads-copied-source', 'reads-source', 'writes-images'].map((role) =>
            urnOf(`shop-foundation-build-${role}`),
          ),
        ],
      },
    ),
    type: 'time:index/sleep:Sleep',
  },
];

/** What the program asks of Google. */
export const invokes = [
  { id: 'getProject', token: 'gcp:organizations/getProject:getProject', args: { projectId: project } },
  {
    id: 'getStorage',
    token: 'gcp:storage/getProjectServiceAccount:getProjectServiceAccount',
    args: { project },
  },
];

/** The agents that get roles, and the wait for them. */
export const agents: readonly Piece[] = [
  made(
    'shop-foundation-pubsub-agent',
    'projects/serviceIdentity:ServiceIdentity',
    { project, service: 'pubsub.googleapis.com' },
    needs('pubsub'),
  ),
  {
    ...made(
      'shop-foundation-agents-wait',
      'x',
      {
        createDuration: '120s',
        triggers: {
          pubsub: {
            $join: ['serviceAccount:service-', asked('getProject', 'number'), '@gcp-sa-pubsub.iam.gserviceaccount.com'],
          },
          storage: asked('getStorage', 'member'),
        },
      },
      { dependsOn: [urnOf('shop-foundation-pubsub-agent')] },
    ),
    type: 'time:index/sleep:Sleep',
  },
];

const parameter = made(
  'shop-foundation-ground',
  'parametermanager/parameter:Parameter',
  { parameterId: 'triptych-shop-dev-ground', format: 'JSON', labels },
  needs('parametermanager'),
);

/** A document of one line: what only a deployment knows stands between pieces of text. */
const document = [
  ['{"buildServiceAccount":"', to(account.address, 'email')],
  ['","project":"', project],
  ['","region":"', region],
  ['","repository":"', to(repository.address, 'id')],
  ['","schema":1,"sourceBucket":"', to(bucket.address, 'name')],
  ['"}'],
].flat();

/** What tenants read. */
export const exported: readonly Piece[] = [
  parameter,
  made(
    'shop-foundation-ground-version',
    'parametermanager/parameterVersion:ParameterVersion',
    { parameter: to(parameter.address, 'id'), parameterVersionId: 'v1', parameterData: { $join: document } },
    { deleteBeforeReplace: true },
  ),
];
