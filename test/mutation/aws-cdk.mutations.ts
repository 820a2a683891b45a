import { counters, type Mutation } from './mutation';
import { orders } from './aws-cdk.orders';

const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });

const web: readonly Omit<Mutation, 'of'>[] = [
  {
    what: "the load balancer's group opened to another port",
    make: (places) => {
      const [rule] = places.at('foundation/LoadBalancerSecurityGroup').SecurityGroupIngress;
      Object.assign(rule, { FromPort: 22, ToPort: 22, Description: 'port 22 from 0.0.0.0/0' });
    },
    seen: ['foundation.ingress'],
  },
  {
    what: 'the load balancer open to fewer',
    make: (places) => {
      const [rule] = places.at('foundation/LoadBalancerSecurityGroup').SecurityGroupIngress;
      Object.assign(rule, { CidrIp: '10.0.0.0/8', Description: 'port 80 from 10.0.0.0/8' });
    },
    seen: ['foundation.ingress.allow'],
  },
  {
    what: 'a target group with another port',
    make: (places) => void (places.at('services/web/TargetGroup').Port = 8081),
    seen: ['services.web!Properties.Port'],
  },
  {
    what: 'one task fewer',
    make: (places) => void (places.at('services/web/Service').DesiredCount = 2),
    seen: ['services.web.coldStart.provisioned'],
  },
  {
    what: 'a task with twice the memory',
    make: (places) => void (places.at('services/web/TaskDefinition').Memory = '1024'),
    seen: ['services.web.memoryMiB'],
  },
  {
    what: 'another image',
    make: (places) => void (places.at('services/web/TaskDefinition').ContainerDefinitions[0].Image = 'nginx:latest'),
    seen: ['services.web.image'],
  },
  {
    what: 'a task role that may do everything',
    make: (places) =>
      void (places.at('services/web/TaskRole').ManagedPolicyArns = ['arn:aws:iam::aws:policy/AdministratorAccess']),
    seen: ['services.web!Properties.ManagedPolicyArns'],
  },
  {
    what: 'tasks that everybody reaches past the load balancer',
    make: (places) =>
      void (places.at('services/web/SecurityGroup').SecurityGroupIngress = [
        { CidrIp: '0.0.0.0/0', Description: 'port 80 from 0.0.0.0/0', FromPort: 80, IpProtocol: 'tcp', ToPort: 80 },
      ]),
    seen: ['services.web.reachableFrom'],
  },
  {
    what: 'a rule for one host alone',
    make: (places) =>
      places
        .at('services/web/Rule')
        .Conditions.push({ Field: 'host-header', HostHeaderConfig: { Values: ['a.example.com'] } }),
    seen: ['services.web.host'],
  },
  {
    what: 'tasks without addresses of their own',
    make: (places) =>
      void (places.at('services/web/Service').NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp = 'DISABLED'),
    seen: ['services.web.publicAddresses'],
  },
  {
    what: 'an export that points at another part of the ground',
    make: (places) => {
      const value = places.at('foundation/ExportVpcLinkSecurityGroupId').Value;
      places.at('foundation/ExportLoadBalancerSecurityGroupId').Value = value;
    },
    seen: ['foundation.exported./triptych/web/dev/ground/v1/loadBalancerSecurityGroupId'],
  },
  {
    what: 'an output that is a text',
    make: ({ artefact }) => void (artefact.Outputs.url.Value = 'http://example.com'),
    seen: ['outputs.url'],
  },
  {
    what: 'an export removed',
    make: (places) => places.remove('foundation/ExportClusterArn'),
    seen: ['foundation.exported./triptych/web/dev/ground/v1/clusterArn'],
  },
  {
    what: 'a bucket that nobody asked for',
    make: (places) => places.add('services/web/TaskRole/Resource', 'AWS::S3::Bucket', { BucketName: 'x' }),
    seen: ['services.web!'],
  },
  {
    what: 'a tag on one resource alone',
    make: (places) => void (places.at('services/web/Logs').Tags = [{ Key: 'team', Value: 'x' }]),
    seen: ['services.web.tags'],
  },
  {
    what: 'a service that starts before its rule is there',
    make: (places) => {
      const service = places.whole('services/web/Service');
      service.DependsOn = service.DependsOn.filter((id: string) => id !== places.id('services/web/Rule'));
    },
    seen: ['services.web!DependsOn.0'],
  },
];

const polyglot: readonly Omit<Mutation, 'of'>[] = [
  {
    what: 'a permission past the alias',
    make: (places) => {
      const id = places.id('functions/python/Function');
      for (const name of ['InvokeAnyone', 'InvokeAnyoneUrl'])
        places.at(`functions/python/${name}`).FunctionName = { Ref: id };
    },
    seen: ['functions.python.invokedBy'],
  },
  {
    what: 'one of the two permissions of a URL removed',
    make: (places) => places.remove('functions/go/InvokeAnyone'),
    seen: ['functions.go.invokedBy'],
  },
  {
    what: 'one more principal',
    make: (places) =>
      places.copy('functions/go/InvokeAnyone', (permission) => {
        permission.Principal = '123456789012';
        delete permission.InvokedViaFunctionUrl;
      }),
    seen: ['functions.go.invokedBy', 'functions.go!Properties.Action', 'functions.go!Properties.Principal'],
  },
  {
    what: 'the archive of another function',
    make: (places) =>
      void (places.at('functions/go/Function').Code.S3Key = places.at('functions/python/Function').Code.S3Key),
    seen: ['functions.go.code.sha256'],
  },
  {
    what: 'a URL that asks for a signature',
    make: (places) => void (places.at('functions/python/Url').AuthType = 'AWS_IAM'),
    seen: ['functions.python.http'],
  },
  {
    what: 'a URL past the alias',
    make: (places) => delete places.at('functions/python/Url').Qualifier,
    seen: ['functions.python!Properties.Qualifier'],
  },
  {
    what: 'an alias of what was written last, published or not',
    make: (places) => void (places.at('functions/go/Alias').FunctionVersion = '$LATEST'),
    seen: ['functions.go!Properties.FunctionVersion'],
  },
  {
    what: 'logs that are kept for ever',
    make: (places) => delete places.at('functions/go/Logs').RetentionInDays,
    seen: ['functions.go.logRetentionDays', 'functions.go!Properties'],
  },
  {
    what: 'another processor',
    make: (places) => void (places.at('functions/go/Function').Architectures = ['arm64']),
    seen: ['functions.go.architecture'],
  },
  {
    what: 'an output that points at the other function',
    make: ({ artefact: { Outputs: outputs } }) => void (outputs.goEndpoint.Value = outputs.pythonEndpoint.Value),
    seen: ['outputs.goEndpoint'],
  },
  {
    what: 'a function that starts before its role may do its work',
    make: (places) => delete places.whole('functions/go/Function').DependsOn,
    seen: ['functions.go!DependsOn'],
  },
];

const counter: readonly Omit<Mutation, 'of'>[] = [
  {
    what: 'an API that invokes $LATEST',
    make: (places) =>
      void (places.at('apis/counter/IntegrationCounter').IntegrationUri = arnOf(
        places.id('functions/counter/Function'),
      )),
    seen: ['apis.counter.routes', 'apis.counter!Properties.IntegrationUri', 'apis.counter!Properties.Target'],
  },
  {
    what: 'a permission for every API there is',
    make: (places) => delete places.at('functions/counter/InvokeApisCounter').SourceArn,
    seen: [
      'functions.counter.invokedBy',
      'functions.counter!Properties.Action',
      'functions.counter!Properties.Principal',
    ],
  },
  {
    what: 'a wider action in the policy',
    make: (places) =>
      places.at('functions/counter/Role').Policies[0].PolicyDocument.Statement[1].Action.push('dynamodb:DeleteTable'),
    seen: [
      'functions.counter.uses',
      'functions.counter.triggers',
      'functions.counter.retry',
      'functions.counter!Properties.Policies',
    ],
  },
  {
    what: 'a policy on all tables',
    make: (places) => void (places.at('functions/counter/Role').Policies[0].PolicyDocument.Statement[1].Resource = '*'),
    seen: [
      'functions.counter.uses',
      'functions.counter.triggers',
      'functions.counter.retry',
      'functions.counter!Properties.Policies',
    ],
  },
  {
    what: 'a policy that lets it read alone',
    make: (places) => {
      const [, statement] = places.at('functions/counter/Role').Policies[0].PolicyDocument.Statement;
      statement.Action = statement.Action.filter((action: string) => !/Write|Put|Update|Delete/.test(action));
    },
    seen: ['functions.counter.uses.tables.counter'],
  },
  {
    what: 'a role that another service takes on',
    make: (places) =>
      void (places.at('functions/counter/Role').AssumeRolePolicyDocument.Statement[0].Principal.Service =
        'ec2.amazonaws.com'),
    seen: [
      'functions.counter.uses',
      'functions.counter.triggers',
      'functions.counter.retry',
      'functions.counter!Properties.AssumeRolePolicyDocument',
    ],
  },
  {
    what: 'memory doubled',
    make: (places) => void (places.at('functions/counter/Function').MemorySize = 512),
    seen: ['functions.counter.memoryMiB'],
  },
  {
    what: 'a table that goes with the stack',
    make: (places) => void (places.whole('tables/counter/Table').DeletionPolicy = 'Delete'),
    seen: ['tables.counter.retain'],
  },
  {
    what: 'a table without protection',
    make: (places) => void (places.at('tables/counter/Table').DeletionProtectionEnabled = false),
    seen: ['tables.counter.retain'],
  },
  {
    what: "a number for the table's key",
    make: (places) => void (places.at('tables/counter/Table').AttributeDefinitions[0].AttributeType = 'N'),
    seen: ['tables.counter.partitionKey.type'],
  },
  {
    what: 'a route for one path alone',
    make: (places) => void (places.at('apis/counter/Route-any-proxy-89a42042').RouteKey = 'GET /'),
    seen: ['apis.counter.routes.ANY /{proxy+}', 'apis.counter.routes.GET /'],
  },
  {
    what: 'one more variable in the environment',
    make: (places) => void (places.at('functions/counter/Function').Environment.Variables.DEBUG = '1'),
    seen: ['functions.counter.environment.DEBUG'],
  },
  {
    what: 'the name of a table as text',
    make: (places) => void (places.at('functions/counter/Function').Environment.Variables.COUNTER_TABLE = 'counter'),
    seen: ['functions.counter.environment.COUNTER_TABLE'],
  },
  {
    what: 'an API that is reached without its stage',
    make: (places) => places.remove('apis/counter/Api/DefaultStage'),
    seen: ['apis.counter.routes', 'apis.counter.accessLogs', 'apis.counter!'],
  },
];

/** What can be different in a template, and where it is seen. */
export const mutations: readonly Mutation[] = [
  ...web.map((mutation) => ({ of: ['web'] as const, ...mutation })),
  ...polyglot.map((mutation) => ({ of: ['polyglot'] as const, ...mutation })),
  ...counter.map((mutation) => ({ of: counters, ...mutation })),
  ...orders.map((mutation) => ({ of: ['orders'] as const, ...mutation })),
  {
    of: ['provisioned'],
    what: 'provisioned concurrency dropped',
    make: (places) => delete places.at('functions/counter/Alias').ProvisionedConcurrencyConfig,
    seen: ['functions.counter.coldStart.provisioned'],
  },
  {
    of: ['provisioned-node'],
    what: 'provisioned concurrency that nobody asked for',
    make: (places) =>
      void (places.at('functions/counter/Alias').ProvisionedConcurrencyConfig = {
        ProvisionedConcurrentExecutions: 5,
      }),
    seen: ['functions.counter.coldStart.provisioned'],
  },
];
