// The counter of examples/provisioned/architecture.node.yaml, as somebody would write it for CDK.
const { App, Duration, RemovalPolicy, Stack, CfnOutput } = require('aws-cdk-lib');
const { HttpApi } = require('aws-cdk-lib/aws-apigatewayv2');
const { HttpLambdaIntegration } = require('aws-cdk-lib/aws-apigatewayv2-integrations');
const { AttributeType, BillingMode, Table } = require('aws-cdk-lib/aws-dynamodb');
const { Alias, Code, Function: LambdaFunction, Runtime } = require('aws-cdk-lib/aws-lambda');
const { LogGroup } = require('aws-cdk-lib/aws-logs');

process.env.CDK_VALIDATION = 'false';
const [code, outdir] = process.argv.slice(2);
const app = new App({ outdir, analyticsReporting: false, treeMetadata: false });
const stack = new Stack(app, 'counter');
const table = new Table(stack, 'Table', {
  partitionKey: { name: 'id', type: AttributeType.STRING },
  billingMode: BillingMode.PAY_PER_REQUEST,
  deletionProtection: true,
  removalPolicy: RemovalPolicy.RETAIN,
});
const counter = new LambdaFunction(stack, 'Function', {
  runtime: Runtime.NODEJS_22_X,
  handler: 'lambda.handler',
  code: Code.fromAsset(code),
  memorySize: 256,
  timeout: Duration.seconds(300),
  environment: { COUNTER_TABLE: table.tableName },
  logGroup: new LogGroup(stack, 'Logs', { retention: 30, removalPolicy: RemovalPolicy.DESTROY }),
});
table.grantReadWriteData(counter);
const alias = new Alias(stack, 'Alias', { aliasName: 'live', version: counter.currentVersion });
const api = new HttpApi(stack, 'Api', { defaultIntegration: new HttpLambdaIntegration('Counter', alias) });
new CfnOutput(stack, 'endpoint', { value: api.apiEndpoint });
app.synth();
