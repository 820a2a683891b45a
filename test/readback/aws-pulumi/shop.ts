import { readFunction } from '../../../lib/readback/aws-pulumi/function';
import { reader } from '../../../lib/readback/aws-pulumi/reader';
import { readTable } from '../../../lib/readback/aws-pulumi/table';
import { pulumi, urnOf } from '../aws-pieces';
import type { Piece } from '../pieces';
import { accessLogFormat, withCode, type Element } from '../shop';

const to = (name: string, attribute: string) => ({ $ref: { urn: urnOf(name), path: [attribute] } });
const tags = { team: 'x' };

const made =
  (owner: Piece['owner']) =>
  (address: string, type: string, inputs: object, options?: object): Piece => ({
    address,
    type: `aws:${type}`,
    owner,
    properties: { inputs, ...(options && { options }) },
  });

const ofFunction = made('functions.f');
const ofTable = made('tables.t');
const ofApi = made('apis.a');

const allowed = [
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["logs:CreateLogStream","logs:PutLogEvents"],"Resource":"',
  to('shop-f-logs', 'arn'),
  ':*"},{"Effect":"Allow","Action":["dynamodb:BatchGetItem","dynamodb:ConditionCheckItem","dynamodb:DescribeTable",' +
    '"dynamodb:GetItem","dynamodb:Query","dynamodb:Scan"],"Resource":"',
  to('shop-t-table', 'arn'),
  '"}]}',
];

const pieces: readonly Piece[] = [
  ofFunction('shop-f-logs', 'cloudwatch/logGroup:LogGroup', { retentionInDays: 7, tags }),
  ofFunction('shop-f-role', 'iam/role:Role', {
    assumeRolePolicy:
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},' +
      '"Action":"sts:AssumeRole"}]}',
    tags,
  }),
  ofFunction('shop-f-permissions', 'iam/rolePolicy:RolePolicy', {
    role: to('shop-f-role', 'id'),
    policy: { $join: allowed },
  }),
  ofFunction(
    'shop-f-function',
    'lambda/function:Function',
    {
      architectures: ['arm64'],
      code: { $archive: { path: 'code.zip', sha256: 'c0de' } },
      environment: {
        variables: {
          GREETING: 'hello ${you}',
          TABLE: to('shop-t-table', 'name'),
          SELF: { $join: ['at ', to('shop-a-api', 'apiEndpoint'), '/x'] },
        },
      },
      handler: 'index.handler',
      loggingConfig: { logFormat: 'Text', logGroup: to('shop-f-logs', 'name') },
      memorySize: 512,
      publish: true,
      role: to('shop-f-role', 'arn'),
      runtime: 'nodejs22.x',
      tags,
      timeout: 10,
    },
    { dependsOn: [urnOf('shop-f-permissions')] },
  ),
  ofFunction('shop-f-alias', 'lambda/alias:Alias', {
    functionName: to('shop-f-function', 'name'),
    functionVersion: to('shop-f-function', 'version'),
    name: 'live',
  }),
  ofFunction('shop-f-provisioned', 'lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig', {
    functionName: to('shop-f-function', 'name'),
    provisionedConcurrentExecutions: 5,
    qualifier: to('shop-f-alias', 'name'),
  }),
  ofFunction('shop-f-url', 'lambda/functionUrl:FunctionUrl', {
    authorizationType: 'NONE',
    functionName: to('shop-f-function', 'name'),
    qualifier: to('shop-f-alias', 'name'),
  }),
  ...[
    { action: 'lambda:InvokeFunction', invokedViaFunctionUrl: true, principal: '*' },
    { action: 'lambda:InvokeFunctionUrl', functionUrlAuthType: 'NONE', principal: '*' },
    {
      action: 'lambda:InvokeFunction',
      principal: 'apigateway.amazonaws.com',
      sourceArn: { $join: [to('shop-a-api', 'executionArn'), '/*'] },
    },
  ].map((permission, index) =>
    ofFunction(`shop-f-permission-${index}`, 'lambda/permission:Permission', {
      ...permission,
      function: to('shop-f-function', 'name'),
      qualifier: to('shop-f-alias', 'name'),
    }),
  ),
  ofTable(
    'shop-t-table',
    'dynamodb/table:Table',
    {
      attributes: [
        { name: 'id', type: 'S' },
        { name: 'at', type: 'N' },
      ],
      billingMode: 'PAY_PER_REQUEST',
      deletionProtectionEnabled: true,
      hashKey: 'id',
      pointInTimeRecovery: { enabled: true },
      rangeKey: 'at',
      tags,
      ttl: { attributeName: 'end', enabled: true },
    },
    { retainOnDelete: true },
  ),
  ofApi('shop-a-api', 'apigatewayv2/api:Api', { name: 'shop-a', protocolType: 'HTTP', tags }),
  ofApi('shop-a-access-logs', 'cloudwatch/logGroup:LogGroup', { retentionInDays: 30, tags }),
  ofApi('shop-a-stage', 'apigatewayv2/stage:Stage', {
    accessLogSettings: { destinationArn: to('shop-a-access-logs', 'arn'), format: accessLogFormat },
    apiId: to('shop-a-api', 'id'),
    autoDeploy: true,
    name: '$default',
    tags,
  }),
  ofApi('shop-a-integration', 'apigatewayv2/integration:Integration', {
    apiId: to('shop-a-api', 'id'),
    integrationType: 'AWS_PROXY',
    integrationUri: to('shop-f-alias', 'arn'),
    payloadFormatVersion: '2.0',
  }),
  ...['GET /orders/{id}', '$default'].map((routeKey, index) =>
    ofApi(`shop-a-route-${index}`, 'apigatewayv2/route:Route', {
      apiId: to('shop-a-api', 'id'),
      routeKey,
      target: { $join: ['integrations/', to('shop-a-integration', 'id')] },
    }),
  ),
];

const open = (all: readonly Piece[]) => withCode(pulumi(all, []));

/** The elements of a small shop in a recording that was written by hand. */
export const shop = {
  function: { of: 'functions.f', pieces, open, read: (artefact) => readFunction('f', artefact) } as Element<
    ReturnType<typeof readFunction>
  >,
  table: { of: 'tables.t', pieces, open, read: (artefact) => readTable('t', artefact) } as Element<
    ReturnType<typeof readTable>
  >,
  api: { of: 'apis.a', pieces, open, read: (artefact) => reader.nouns.apis('a', artefact) } as Element<
    ReturnType<typeof reader.nouns.apis>
  >,
};
