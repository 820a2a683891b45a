import { reader } from '../../../lib/readback/gcp-pulumi/reader';
import { pulumi, urnOf } from '../aws-pieces';
import type { Piece } from '../pieces';
import { withCode, type Element } from '../shop';

const to = (name: string, attribute: string) => ({ $ref: { urn: urnOf(name), path: [attribute] } });
const config = (key: string) => ({ $ref: { config: `gcp:${key}`, path: [] } });
const [project, region] = [config('project'), config('region')];
const labels = { team: 'x' };

const made =
  (owner: Piece['owner']) =>
  (address: string, type: string, inputs: object, options?: object): Piece => ({
    address,
    type: `gcp:${type}`,
    owner,
    properties: { inputs, ...(options && { options }) },
  });

const ofGround = made('foundation');
const ofFunction = made('functions.f');
const ofTable = made('tables.t');
const ofApi = made('apis.a');

const enabled = ['run', 'iam', 'firestore', 'compute', 'cloudresourcemanager'];
const needs = (...names: readonly string[]) => ({
  dependsOn: names.map((name) => urnOf(enabled.includes(name) ? `shop-foundation-enable-${name}` : name)),
});

const backend = to('shop-a-backend', 'id');

const pieces: readonly Piece[] = [
  ...enabled.map((name) =>
    ofGround(`shop-foundation-enable-${name}`, 'projects/service:Service', { service: `${name}.googleapis.com` }),
  ),
  ofGround('shop-foundation-source', 'storage/bucket:Bucket', { name: 'x' }),
  ofGround('shop-foundation-images', 'artifactregistry/repository:Repository', {}),
  ofGround('shop-foundation-builder', 'serviceaccount/account:Account', {}),
  { ...ofGround('shop-foundation-build-wait', 'x', {}), type: 'time:index/sleep:Sleep' },

  ofFunction(
    'shop-f-function',
    'cloudfunctionsv2/function:Function',
    {
      buildConfig: {
        dockerRepository: to('shop-foundation-images', 'id'),
        entryPoint: 'greet',
        runtime: 'python313',
        serviceAccount: to('shop-foundation-builder', 'name'),
        source: { storageSource: { bucket: to('shop-f-source', 'bucket'), object: to('shop-f-source', 'name') } },
      },
      labels,
      location: region,
      name: 'shop-f-01234567',
      serviceConfig: {
        allTrafficOnLatestRevision: true,
        availableMemory: '1024Mi',
        environmentVariables: {
          GREETING: 'hello ${you}',
          TABLE: to('shop-t-database', 'name'),
          SELF: { $join: ['at http://', to('shop-a-address', 'address'), '/x'] },
        },
        ingressSettings: 'ALLOW_INTERNAL_AND_GCLB',
        maxInstanceCount: 100,
        maxInstanceRequestConcurrency: 1,
        minInstanceCount: 2,
        serviceAccountEmail: to('shop-f-account', 'email'),
        timeoutSeconds: 10,
      },
    },
    needs('run', 'shop-foundation-build-wait', 'shop-f-use-tables-t'),
  ),
  ofFunction(
    'shop-f-account',
    'serviceaccount/account:Account',
    { accountId: 'shop-f-01234567', displayName: 'shop functions.f' },
    needs('iam'),
  ),
  ofFunction('shop-f-source', 'storage/bucketObject:BucketObject', {
    bucket: to('shop-foundation-source', 'name'),
    name: 'functions/f/c0de.zip',
    source: { $archive: { path: 'code.zip', sha256: 'c0de' } },
  }),
  ofFunction(
    'shop-f-use-tables-t',
    'projects/iAMMember:IAMMember',
    {
      condition: {
        expression: {
          $join: ['resource.name == "projects/', project, '/databases/', to('shop-t-database', 'name'), '"'],
        },
        title: 't only',
      },
      member: to('shop-f-account', 'member'),
      project,
      role: 'roles/datastore.viewer',
    },
    needs('cloudresourcemanager'),
  ),
  ofFunction('shop-f-invoke', 'cloudrun/iamMember:IamMember', {
    location: region,
    member: 'allUsers',
    role: 'roles/run.invoker',
    service: to('shop-f-function', 'name'),
  }),

  ofTable(
    'shop-t-database',
    'firestore/database:Database',
    {
      deleteProtectionState: 'DELETE_PROTECTION_ENABLED',
      deletionPolicy: 'ABANDON',
      locationId: region,
      name: 'shop-t-01234567',
      pointInTimeRecoveryEnablement: 'POINT_IN_TIME_RECOVERY_ENABLED',
      type: 'FIRESTORE_NATIVE',
    },
    { ...needs('firestore'), retainOnDelete: true },
  ),
  ofTable(
    'shop-t-field',
    'firestore/field:Field',
    { collection: 'items', database: to('shop-t-database', 'name'), field: 'end', ttlConfig: {} },
    { retainOnDelete: true },
  ),

  ofApi(
    'shop-a-address',
    'compute/globalAddress:GlobalAddress',
    { labels: { team: 'x' }, name: 'shop-a-01234567' },
    needs('compute'),
  ),
  ofApi('shop-a-rule', 'compute/globalForwardingRule:GlobalForwardingRule', {
    ipAddress: to('shop-a-address', 'id'),
    labels: { team: 'x' },
    loadBalancingScheme: 'EXTERNAL_MANAGED',
    name: 'shop-a-01234567',
    portRange: '80',
    target: to('shop-a-proxy', 'id'),
  }),
  ofApi('shop-a-proxy', 'compute/targetHttpProxy:TargetHttpProxy', {
    name: 'shop-a-01234567',
    urlMap: to('shop-a-map', 'id'),
  }),
  ofApi(
    'shop-a-group',
    'compute/regionNetworkEndpointGroup:RegionNetworkEndpointGroup',
    {
      cloudRun: { service: to('shop-f-function', 'name') },
      name: 'shop-a-f',
      networkEndpointType: 'SERVERLESS',
      region,
    },
    needs('compute'),
  ),
  ofApi('shop-a-backend', 'compute/backendService:BackendService', {
    backends: [{ group: to('shop-a-group', 'id') }],
    loadBalancingScheme: 'EXTERNAL_MANAGED',
    logConfig: { enable: true, sampleRate: 1 },
    name: 'shop-a-f',
  }),
  ofApi('shop-a-map', 'compute/uRLMap:URLMap', {
    defaultService: backend,
    hostRules: [{ hosts: ['*'], pathMatcher: 'routes' }],
    name: 'shop-a-01234567',
    pathMatchers: [
      {
        defaultService: backend,
        name: 'routes',
        routeRules: [
          {
            matchRules: [
              { headerMatches: [{ exactMatch: 'GET', headerName: ':method' }], pathTemplateMatch: '/orders/{id=*}' },
            ],
            priority: 1,
            service: backend,
          },
          { matchRules: [{ pathTemplateMatch: '/files/{rest=**}' }], priority: 2, service: backend },
          {
            matchRules: [{ prefixMatch: '/' }],
            priority: 3,
            routeAction: { faultInjectionPolicy: { abort: { httpStatus: 404, percentage: 100 } } },
            service: backend,
          },
        ],
      },
    ],
  }),
];

const open = (all: readonly Piece[]) => withCode(pulumi(all, []));

/** The elements of a small shop in a recording that was written by hand. */
export const shop = {
  function: { of: 'functions.f', pieces, open, read: (artefact) => reader.nouns.functions('f', artefact) } as Element<
    ReturnType<typeof reader.nouns.functions>
  >,
  table: { of: 'tables.t', pieces, open, read: (artefact) => reader.nouns.tables('t', artefact) } as Element<
    ReturnType<typeof reader.nouns.tables>
  >,
  api: { of: 'apis.a', pieces, open, read: (artefact) => reader.nouns.apis('a', artefact) } as Element<
    ReturnType<typeof reader.nouns.apis>
  >,
};
