import { counterIdentities, webIdentities } from './aws-identities';
import { orders } from './aws-orders';
import { counters, ofExample, type Case } from './mutation';

const onCdk = ['aws-cdk'] as const;
const onPulumi = ['aws-pulumi'] as const;
const admin = 'arn:aws:iam::aws:policy/AdministratorAccess';
const exported = 'foundation.exported./triptych/web/dev/ground/v1';

const web: readonly Case[] = [
  {
    what: "another port in the load balancer's security group",
    make: (edit) => {
      for (const [word, value] of Object.entries({
        FromPort: 22,
        ToPort: 22,
        Description: 'port 22 from 0.0.0.0/0',
      }))
        edit.set('foundation/LoadBalancerSecurityGroup', `SecurityGroupIngress.0.${word}`, value);
    },
    seen: ['foundation.ingress'],
  },
  {
    what: 'fewer callers of the load balancer',
    make: (edit) => {
      edit.set('foundation/LoadBalancerSecurityGroup', 'SecurityGroupIngress.0.CidrIp', '10.0.0.0/8');
      edit.set('foundation/LoadBalancerSecurityGroup', 'SecurityGroupIngress.0.Description', 'port 80 from 10.0.0.0/8');
    },
    on: onCdk,
    seen: ['foundation.ingress.allow'],
  },
  {
    what: 'a service that everybody reaches',
    make: (edit) =>
      edit.copy('foundation/LoadBalancerSecurityGroupIngress', {
        SecurityGroupId: edit.reference('services/web/SecurityGroup', 'GroupId'),
      }),
    on: onPulumi,
    seen: ['services.web.reachableFrom', 'services.web!options.dependsOn'],
    also: { 'aws-pulumi': ['foundation!part'] },
  },
  {
    what: 'an internal load balancer',
    make: (edit) => edit.set('foundation/LoadBalancer', 'Internal', true),
    on: onPulumi,
    seen: ['foundation!Internal'],
  },
  {
    what: "a wider policy in ECS's own role",
    make: (edit) => edit.set('foundation/ExecutionPolicy', 'PolicyArn', admin),
    on: onPulumi,
    seen: ['foundation.executionPolicies', 'foundation!PolicyArn'],
  },
  {
    what: 'tasks of another account in the role of a service',
    make: (edit) =>
      edit.replace('services/web/TaskRole', 'AssumeRolePolicyDocument', 'aws:SourceAccount', 'aws:PrincipalAccount'),
    seen: ['services.web.uses', 'services.web!AssumeRolePolicyDocument'],
  },
  {
    what: "another service's resources in ECS's own role",
    make: (edit) => edit.replace('foundation/ExecutionRole', 'AssumeRolePolicyDocument', ':ecs:', ':ec2:'),
    seen: ['foundation.executionPolicies', 'foundation!AssumeRolePolicyDocument'],
  },
  {
    what: 'another provider',
    make: ({ places }) => void (places.whole('web-service').options.provider = 'urn:pulumi:dev::other'),
    on: onPulumi,
    seen: ['services.web!options.provider'],
  },
  {
    what: 'a protected resource',
    make: ({ places }) => void (places.whole('web-service').options.protect = true),
    on: onPulumi,
    seen: ['services.web!options.protect'],
  },
  {
    what: 'another port of the target group',
    make: (edit) => edit.set('services/web/TargetGroup', 'Port', 8081),
    seen: ['services.web!Port'],
  },
  {
    what: 'one task fewer',
    make: (edit) => edit.set('services/web/Service', 'DesiredCount', 2),
    seen: ['services.web.coldStart.provisioned'],
  },
  {
    what: 'twice the memory',
    make: (edit) => edit.set('services/web/TaskDefinition', 'Memory', '1024'),
    seen: ['services.web.memoryMiB'],
  },
  {
    what: 'another instruction set',
    make: (edit) => edit.set('services/web/TaskDefinition', 'RuntimePlatform.CpuArchitecture', 'ARM64'),
    seen: ['services.web.architecture'],
  },
  {
    what: 'another image',
    make: (edit) => edit.replace('services/web/TaskDefinition', 'ContainerDefinitions', 'nginx:1.29', 'nginx:latest'),
    seen: ['services.web.image'],
  },
  {
    what: 'a read-only file system',
    make: (edit) => {
      const [from, added] = edit.pick({
        'aws-cdk': ['"Essential":true', '"ReadonlyRootFilesystem":true'],
        'aws-pulumi': ['"essential":true', '"readonlyRootFilesystem":true'],
      });
      edit.replace('services/web/TaskDefinition', 'ContainerDefinitions', from!, `${from},${added}`);
    },
    seen: ['services.web.readOnlyFilesystem'],
  },
  {
    what: "an administrator's policy in the task role",
    make: (edit) => edit.set('services/web/TaskRole', 'ManagedPolicyArns', [admin]),
    seen: ['services.web!ManagedPolicyArns'],
  },
  {
    what: 'tasks that everybody reaches past the load balancer',
    make: (edit) =>
      edit.set('services/web/SecurityGroup', 'SecurityGroupIngress', [
        { CidrIp: '0.0.0.0/0', Description: 'port 80 from 0.0.0.0/0', FromPort: 80, IpProtocol: 'tcp', ToPort: 80 },
      ]),
    on: onCdk,
    seen: ['services.web.reachableFrom'],
  },
  {
    what: 'a rule for one host only',
    make: (edit) =>
      edit.get('services/web/Rule', 'Conditions').push(
        edit.pick({
          'aws-cdk': { Field: 'host-header', HostHeaderConfig: { Values: ['a.example.com'] } },
          'aws-pulumi': { hostHeader: { values: ['a.example.com'] } },
        }),
      ),
    seen: ['services.web.host'],
  },
  {
    what: 'tasks without public addresses',
    make: (edit) =>
      edit.set(
        'services/web/Service',
        'NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp',
        edit.pick<string | boolean>({ 'aws-cdk': 'DISABLED', 'aws-pulumi': false }),
      ),
    seen: ['services.web.publicAddresses'],
  },
  {
    what: 'an export of another part of the foundation',
    make: (edit) => edit.take('foundation/ExportLoadBalancerSecurityGroupId', 'Value', 'foundation/ExportVpcId'),
    seen: [`${exported}/loadBalancerSecurityGroupId`],
  },
  {
    what: 'an output that is a text',
    make: (edit) => edit.output('url', { text: 'http://example.com' }),
    seen: ['outputs.url'],
    also: { 'aws-pulumi': ['!outputs.outputs'] },
  },
  {
    what: 'an export fewer',
    make: (edit) => edit.remove('foundation/ExportClusterArn'),
    seen: [`${exported}/clusterArn`],
  },
  { what: 'a bucket of its own', make: (edit) => edit.add('services/web/TaskRole'), seen: ['services.web!'] },
  {
    what: 'a tag on only one resource',
    make: (edit) =>
      edit.set(
        'services/web/Logs',
        'Tags',
        edit.pick<object>({ 'aws-cdk': [{ Key: 'team', Value: 'x' }], 'aws-pulumi': { team: 'x' } }),
      ),
    seen: ['services.web.tags.team'],
  },
  {
    what: 'a service that does not wait for its rule',
    make: (edit) => edit.unwait('services/web/Service', 'services/web/Rule'),
    seen: ['services.web!DependsOn.0'],
  },
];

const polyglot: readonly Case[] = [
  {
    what: 'permissions past the alias',
    make: (edit) => {
      for (const name of ['InvokeAnyone', 'InvokeAnyoneUrl'])
        edit.refer(`functions/python/${name}`, 'FunctionName', 'functions/python/Function', 'Ref');
    },
    on: onCdk,
    seen: ['functions.python.invokedBy'],
  },
  {
    what: 'a permission past the alias',
    make: (edit) => edit.unset('functions/python/InvokeAnyoneUrl', 'Qualifier'),
    on: onPulumi,
    seen: ['functions.python.invokedBy'],
  },
  {
    what: 'only one of the two permissions of a URL',
    make: (edit) => edit.remove('functions/go/InvokeAnyone'),
    seen: ['functions.go.invokedBy'],
  },
  {
    what: 'one more principal',
    make: (edit) =>
      edit.copy('functions/go/InvokeAnyone', { Principal: '123456789012', InvokedViaFunctionUrl: undefined }),
    seen: ['functions.go!may lambda:InvokeFunction'],
  },
  {
    what: 'the archive of another function',
    make: (edit) => edit.take('functions/go/Function', 'Code.S3Key', 'functions/python/Function'),
    seen: ['functions.go.code.sha256'],
    // No function has the other archive any more.
    also: { 'aws-cdk': ['!files.sha256'], 'aws-pulumi': ['!'] },
  },
  {
    what: 'a URL that requires a signature',
    make: (edit) => edit.set('functions/python/Url', 'AuthType', 'AWS_IAM'),
    seen: ['functions.python.http'],
  },
  {
    what: 'a URL past the alias',
    make: (edit) => edit.unset('functions/python/Url', 'Qualifier'),
    seen: ['functions.python!Qualifier'],
  },
  {
    what: 'an alias of the unpublished version',
    make: (edit) => edit.set('functions/go/Alias', 'FunctionVersion', '$LATEST'),
    seen: ['functions.go!FunctionVersion'],
  },
  {
    what: 'logs that are never deleted',
    make: (edit) => edit.unset('functions/go/Logs', 'RetentionInDays'),
    seen: ['functions.go.logRetentionDays', 'functions.go!{}'],
  },
  {
    what: 'another processor',
    make: (edit) => edit.set('functions/go/Function', 'Architectures', ['arm64']),
    seen: ['functions.go.architecture'],
  },
  {
    what: 'an output that refers to the other function',
    make: (edit) => edit.output('goEndpoint', { like: 'pythonEndpoint' }),
    seen: ['outputs.goEndpoint'],
    also: { 'aws-pulumi': ['!outputs.outputs'] },
  },
  {
    what: 'a function that does not wait for its permissions',
    make: (edit) => edit.unwaitAll('functions/go/Function'),
    seen: ['functions.go!DependsOn'],
  },
];

const handler = 'functions/counter/Function';
const role = 'functions/counter/Role';
const policy = 'Policies.0.PolicyDocument';
const table = 'tables/counter/Table';
const unread = ['functions.counter.triggers', 'functions.counter.retry', 'functions.counter.uses'];

/** Everything that the role of the counter allows, in the order of its policy. */
const permitted = [
  ...['logs:CreateLogStream', 'logs:PutLogEvents'],
  ...['BatchGetItem', 'BatchWriteItem', 'ConditionCheckItem', 'DeleteItem', 'DescribeTable', 'GetItem', 'PutItem'].map(
    (action) => `dynamodb:${action}`,
  ),
  ...['Query', 'Scan', 'UpdateItem'].map((action) => `dynamodb:${action}`),
];

const counter: readonly Case[] = [
  {
    what: 'an API that invokes the unpublished version',
    make: (edit) => edit.refer('apis/counter/IntegrationCounter', 'IntegrationUri', handler, 'Arn'),
    seen: ['apis.counter.routes.ANY /{proxy+}', 'apis.counter!IntegrationUri', 'apis.counter!Target'],
  },
  {
    what: 'a permission for every API',
    make: (edit) => edit.unset('functions/counter/InvokeApisCounter', 'SourceArn'),
    seen: ['functions.counter.invokedBy', 'functions.counter!may lambda:InvokeFunction'],
  },
  {
    what: 'one more action in the policy',
    make: (edit) => edit.replace(role, policy, '"dynamodb:GetItem"', '"dynamodb:GetItem","dynamodb:DeleteTable"'),
    seen: ['functions.counter.uses.tables.counter', `functions.counter!${policy}`],
  },
  {
    what: 'every action in the policy',
    make: (edit) => edit.replace(role, policy, '"dynamodb:GetItem"', '"dynamodb:*"'),
    seen: ['functions.counter.uses.tables.counter', `functions.counter!${policy}`],
  },
  {
    what: 'a policy on every table',
    make: (edit) => edit.set(role, `${policy}.Statement.1.Resource`, '*'),
    on: onCdk,
    seen: ['functions.counter.uses.tables.counter', `functions.counter!${policy}`],
  },
  {
    what: 'a policy on the log group in place of the table',
    make: (edit) => edit.redirect(role, policy, table, 'functions/counter/Logs'),
    seen: ['functions.counter.uses.tables.counter', `functions.counter!${policy}`],
  },
  {
    what: 'a policy that allows only to read',
    make: (edit) => {
      for (const action of ['BatchWriteItem', 'DeleteItem', 'PutItem', 'UpdateItem'])
        edit.replace(role, policy, `,"dynamodb:${action}"`, '');
    },
    seen: ['functions.counter.uses.tables.counter'],
  },
  {
    what: 'one more policy',
    make: (edit) => edit.copy('functions/counter/Permissions'),
    on: onPulumi,
    seen: permitted.map((action) => `functions.counter!may ${action}`),
  },
  {
    what: 'a role that another service assumes',
    make: (edit) => edit.replace(role, 'AssumeRolePolicyDocument', 'lambda.amazonaws.com', 'ec2.amazonaws.com'),
    seen: [...unread, 'functions.counter.network', 'functions.counter!AssumeRolePolicyDocument'],
  },
  {
    what: 'twice the memory',
    make: (edit) => edit.set(handler, 'MemorySize', 512),
    seen: ['functions.counter.memoryMiB'],
  },
  {
    what: 'a table that is deleted with the stack',
    make: (edit) => edit.release(table),
    seen: ['tables.counter.retain'],
  },
  {
    what: 'a table without deletion protection',
    make: (edit) => edit.set(table, 'DeletionProtectionEnabled', false),
    seen: ['tables.counter.retain'],
  },
  {
    what: 'a table without continuous backups',
    make: (edit) =>
      edit.pick({
        'aws-cdk': () => edit.set(table, 'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled', false),
        'aws-pulumi': () => edit.set(table, 'PointInTimeRecovery.Enabled', false),
      })(),
    seen: ['tables.counter.pointInTimeRecovery'],
  },
  {
    what: "another type of the table's key",
    make: (edit) => edit.set(table, 'AttributeDefinitions.0.AttributeType', 'N'),
    seen: ['tables.counter.partitionKey.type'],
  },
  {
    what: 'a route for only one path',
    make: (edit) => edit.set('apis/counter/Route-any-proxy-89a42042', 'RouteKey', 'GET /'),
    seen: ['apis.counter.routes.ANY /{proxy+}', 'apis.counter.routes.GET /'],
    also: { 'aws-cdk': ['apis.counter!part'], 'aws-pulumi': ['apis.counter!part'] },
  },
  {
    what: 'one more environment variable',
    make: (edit) => edit.set(handler, 'Environment.Variables.DEBUG', '1'),
    seen: ['functions.counter.environment.DEBUG'],
  },
  {
    what: 'the name of a table as a text',
    make: (edit) => edit.set(handler, 'Environment.Variables.COUNTER_TABLE', 'counter'),
    seen: ['functions.counter.environment.COUNTER_TABLE'],
  },
  {
    what: 'an API without a stage',
    make: (edit) => edit.remove('apis/counter/Api/DefaultStage'),
    seen: ['apis.counter.routes', 'apis.counter.accessLogs', 'apis.counter!'],
  },
];

const provisioned: readonly Case[] = [
  {
    what: 'no provisioned concurrency',
    make: (edit) =>
      edit.pick({
        'aws-cdk': () => edit.unset('functions/counter/Alias', 'ProvisionedConcurrencyConfig'),
        'aws-pulumi': () => edit.remove('functions/counter/Provisioned'),
      })(),
    seen: ['functions.counter.coldStart.provisioned'],
  },
  {
    what: 'provisioned concurrency of another version',
    make: (edit) => edit.refer('functions/counter/Provisioned', 'Qualifier', handler, 'Version'),
    on: onPulumi,
    seen: ['functions.counter!Qualifier'],
  },
];

const notProvisioned: readonly Case[] = [
  {
    what: 'provisioned concurrency',
    make: (edit) =>
      edit.set('functions/counter/Alias', 'ProvisionedConcurrencyConfig', { ProvisionedConcurrentExecutions: 5 }),
    on: onCdk,
    seen: ['functions.counter.coldStart.provisioned'],
  },
];

/** Changes of artefacts for AWS, and the differences that each makes. */
export const mutations = [
  ...ofExample(['web'], [...web, ...webIdentities]),
  ...ofExample(['polyglot'], polyglot),
  ...ofExample(counters, [...counter, ...counterIdentities]),
  ...ofExample(['orders'], orders),
  ...ofExample(['provisioned'], provisioned),
  ...ofExample(['provisioned-node'], notProvisioned),
];
