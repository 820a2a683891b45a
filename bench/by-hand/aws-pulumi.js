// The counter of examples/provisioned/architecture.node.yaml, as somebody would write it for Pulumi, run with its mocks.
const pulumi = require('@pulumi/pulumi');

pulumi.runtime.setMocks({
  newResource: ({ name, inputs }) => ({ id: name, state: { arn: `arn:${name}`, version: '1', ...inputs } }),
  call: ({ inputs }) => inputs,
});

const [code] = process.argv.slice(2);
pulumi.runtime.runInPulumiStack(async () => {
  const { LogGroup } = require('@pulumi/aws/cloudwatch');
  const { Table } = require('@pulumi/aws/dynamodb');
  const { Role, RolePolicy } = require('@pulumi/aws/iam');
  const { Alias, Function: LambdaFunction, Permission } = require('@pulumi/aws/lambda');
  const { Api, Integration, Route, Stage } = require('@pulumi/aws/apigatewayv2');
  const table = new Table('counter', {
    attributes: [{ name: 'id', type: 'S' }],
    hashKey: 'id',
    billingMode: 'PAY_PER_REQUEST',
  });
  const logs = new LogGroup('counter', { retentionInDays: 30 });
  const assumeRolePolicy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
  });
  const role = new Role('counter', { assumeRolePolicy });
  const allow = (Action, Resource) => ({ Effect: 'Allow', Action, Resource });
  const policy = pulumi
    .all([logs.arn, table.arn])
    .apply(([log, items]) =>
      JSON.stringify({ Version: '2012-10-17', Statement: [allow('logs:*', log), allow('dynamodb:*', items)] }),
    );
  new RolePolicy('counter', { role: role.id, policy });
  const counter = new LambdaFunction('counter', {
    runtime: 'nodejs22.x',
    handler: 'lambda.handler',
    code: new pulumi.asset.FileArchive(code),
    timeout: 300,
    role: role.arn,
    environment: { variables: { COUNTER_TABLE: table.name } },
    publish: true,
  });
  const alias = new Alias('counter', { name: 'live', functionName: counter.name, functionVersion: counter.version });
  const api = new Api('counter', { protocolType: 'HTTP' });
  new Stage('counter', { apiId: api.id, name: '$default', autoDeploy: true });
  const integration = new Integration('counter', {
    apiId: api.id,
    integrationType: 'AWS_PROXY',
    integrationUri: alias.arn,
    payloadFormatVersion: '2.0',
  });
  new Route('counter', {
    apiId: api.id,
    routeKey: '$default',
    target: pulumi.interpolate`integrations/${integration.id}`,
  });
  new Permission('counter', {
    action: 'lambda:InvokeFunction',
    function: counter.name,
    principal: 'apigateway.amazonaws.com',
  });
  return { endpoint: api.apiEndpoint };
});
