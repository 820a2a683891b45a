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
  'cloudresourcemanager',
  'compute',
  'iam',
  'parametermanager',
  'run',
  'storage',
  'vpcaccess',
];

/** The services of Google's that are switched on. */
export const services = enabled.map((name) =>
  made(`shop-foundation-enable-${name}`, 'projects/service:Service', {
    project,
    service: `${name}.googleapis.com`,
    disableOnDestroy: false,
  }),
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
  { repositoryId: 'shop-ground-12345678', location: region, format: 'DOCKER', labels },
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
];

const connector = made(
  'shop-foundation-connector',
  'vpcaccess/connector:Connector',
  {
    name: 'shop-ground-12345678',
    region,
    network: 'default',
    ipCidrRange: '10.8.1.16/28',
    machineType: 'e2-micro',
    minInstances: 2,
    maxInstances: 3,
  },
  needs('compute', 'vpcaccess'),
);

/** What the program asks of Google. */
export const invokes = [
  { id: 'getNetwork', token: 'gcp:compute/getNetwork:getNetwork', args: { name: 'default' } },
  { id: 'getSubnetwork', token: 'gcp:compute/getSubnetwork:getSubnetwork', args: { name: 'default', region } },
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
  ['","connector":"', to(connector.address, 'id')],
  ['","network":"', asked('getNetwork', 'id')],
  ['","project":"', project],
  ['","region":"', region],
  ['","repository":"', to(repository.address, 'id')],
  ['","schema":1,"sourceBucket":"', to(bucket.address, 'name')],
  ['","subnetwork":"', asked('getSubnetwork', 'id')],
  ['"}'],
].flat();

/** The network, and what tenants read. */
export const exported: readonly Piece[] = [
  connector,
  parameter,
  made(
    'shop-foundation-ground-version',
    'parametermanager/parameterVersion:ParameterVersion',
    { parameter: to(parameter.address, 'id'), parameterVersionId: 'v1', parameterData: { $join: document } },
    { deleteBeforeReplace: true },
  ),
];
