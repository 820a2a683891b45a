import { readFunction } from '../../../lib/readback/aws-cdk/function';
import { reader } from '../../../lib/readback/aws-cdk/reader';
import { readTable } from '../../../lib/readback/aws-cdk/table';
import { cloudFormation } from '../aws-pieces';
import type { Piece } from '../pieces';
import { accessLogFormat, withCode, type Element } from '../shop';

const ref = (id: string) => ({ Ref: id });
const getAtt = (id: string, attribute: string) => ({ 'Fn::GetAtt': [id, attribute] });
const Tags = [{ Key: 'team', Value: 'x' }];

const made =
  (owner: Piece['owner']) =>
  (address: string, type: string, properties: object, others: object = {}): Piece => ({
    address,
    type: `AWS::${type}`,
    owner,
    properties: { Properties: properties, ...others },
  });

const ofFunction = made('functions.f');
const ofTable = made('tables.t');
const ofApi = made('apis.a');

const gone = { DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' };

const pieces: readonly Piece[] = [
  ofFunction('Logs', 'Logs::LogGroup', { RetentionInDays: 7, Tags }, gone),
  ofFunction('Role', 'IAM::Role', {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    },
    Policies: [
      {
        PolicyName: 'Permissions',
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
              Resource: getAtt('Logs', 'Arn'),
            },
            {
              Effect: 'Allow',
              Action: [
                'dynamodb:BatchGetItem',
                'dynamodb:ConditionCheckItem',
                'dynamodb:DescribeTable',
                'dynamodb:GetItem',
                'dynamodb:Query',
                'dynamodb:Scan',
              ],
              Resource: getAtt('Table', 'Arn'),
            },
          ],
        },
      },
    ],
    Tags,
  }),
  ofFunction(
    'Function',
    'Lambda::Function',
    {
      Architectures: ['arm64'],
      Code: {
        S3Bucket: { 'Fn::Sub': 'cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}' },
        S3Key: 'code.zip',
      },
      Environment: {
        Variables: {
          GREETING: 'hello ${you}',
          TABLE: ref('Table'),
          SELF: { 'Fn::Join': ['', ['at ', getAtt('Api', 'ApiEndpoint'), '/x']] },
        },
      },
      Handler: 'index.handler',
      LoggingConfig: { LogFormat: 'Text', LogGroup: ref('Logs') },
      MemorySize: 512,
      Role: getAtt('Role', 'Arn'),
      Runtime: 'nodejs22.x',
      Tags,
      Timeout: 10,
    },
    { DependsOn: ['Role'] },
  ),
  ofFunction('Version', 'Lambda::Version', { FunctionName: ref('Function') }),
  ofFunction('Alias', 'Lambda::Alias', {
    FunctionName: ref('Function'),
    FunctionVersion: getAtt('Version', 'Version'),
    Name: 'live',
    ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 5 },
  }),
  ofFunction(
    'Url',
    'Lambda::Url',
    { AuthType: 'NONE', Qualifier: 'live', TargetFunctionArn: getAtt('Function', 'Arn') },
    { DependsOn: ['Alias'] },
  ),
  ofFunction('Anyone', 'Lambda::Permission', {
    Action: 'lambda:InvokeFunction',
    FunctionName: ref('Alias'),
    InvokedViaFunctionUrl: true,
    Principal: '*',
  }),
  ofFunction('AnyoneUrl', 'Lambda::Permission', {
    Action: 'lambda:InvokeFunctionUrl',
    FunctionName: ref('Alias'),
    FunctionUrlAuthType: 'NONE',
    Principal: '*',
  }),
  ofFunction('FromApi', 'Lambda::Permission', {
    Action: 'lambda:InvokeFunction',
    FunctionName: ref('Alias'),
    Principal: 'apigateway.amazonaws.com',
    SourceArn: { 'Fn::Sub': 'arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*' },
  }),
  ofTable(
    'Table',
    'DynamoDB::Table',
    {
      AttributeDefinitions: [
        { AttributeName: 'id', AttributeType: 'S' },
        { AttributeName: 'at', AttributeType: 'N' },
      ],
      BillingMode: 'PAY_PER_REQUEST',
      DeletionProtectionEnabled: true,
      KeySchema: [
        { AttributeName: 'id', KeyType: 'HASH' },
        { AttributeName: 'at', KeyType: 'RANGE' },
      ],
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      Tags,
      TimeToLiveSpecification: { AttributeName: 'end', Enabled: true },
    },
    { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' },
  ),
  ofApi('Api', 'ApiGatewayV2::Api', { Name: 'shop-a', ProtocolType: 'HTTP', Tags: { team: 'x' } }),
  ofApi('AccessLogs', 'Logs::LogGroup', { RetentionInDays: 30, Tags }, gone),
  ofApi('Stage', 'ApiGatewayV2::Stage', {
    AccessLogSettings: { DestinationArn: getAtt('AccessLogs', 'Arn'), Format: accessLogFormat },
    ApiId: ref('Api'),
    AutoDeploy: true,
    StageName: '$default',
    Tags: { team: 'x' },
  }),
  ofApi('Integration', 'ApiGatewayV2::Integration', {
    ApiId: ref('Api'),
    IntegrationType: 'AWS_PROXY',
    IntegrationUri: ref('Alias'),
    PayloadFormatVersion: '2.0',
  }),
  ofApi('Orders', 'ApiGatewayV2::Route', {
    ApiId: ref('Api'),
    RouteKey: 'GET /orders/{id}',
    Target: { 'Fn::Join': ['', ['integrations/', ref('Integration')]] },
  }),
  ofApi('Rest', 'ApiGatewayV2::Route', {
    ApiId: ref('Api'),
    RouteKey: '$default',
    Target: { 'Fn::Join': ['/', ['integrations', ref('Integration')]] },
  }),
];

const open = (all: readonly Piece[]) => withCode(cloudFormation(all));

/** The elements of a small shop in a template that was written by hand. */
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
