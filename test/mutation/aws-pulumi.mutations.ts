import type { Json } from './artefact';
import { counters, type Mutation } from './mutation';
import { orders } from './aws-pulumi.orders';
import type { Places } from './places';

const refTo = (places: Places, place: string, ...path: string[]) => ({ $ref: { urn: places.id(place), path } });

/** Changes a policy, which is a text of JSON around references. */
function edit(holder: Json, key: string, from: string, to: string): void {
  const text = JSON.stringify(holder[key]);
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`there is no ${from} in ${text}`);
  holder[key] = JSON.parse(changed);
}

const web: readonly Omit<Mutation, 'of'>[] = [
  {
    what: "the load balancer's group opened to another port",
    make: (places) =>
      Object.assign(places.at('foundation-load-balancer-security-group-from-0-0-0-0-0'), {
        fromPort: 22,
        toPort: 22,
        description: 'port 22 from 0.0.0.0/0',
      }),
    seen: ['foundation.ingress'],
  },
  {
    what: 'everybody let into the VPC link',
    make: (places) =>
      places.copy('foundation-load-balancer-security-group-from-0-0-0-0-0', (rule) => {
        rule.securityGroupId = refTo(places, 'foundation-vpc-link-security-group', 'id');
      }),
    seen: ['foundation.vpcLink.reachableFrom'],
  },
  {
    what: 'a target group with another port',
    make: (places) => void (places.at('web-target-group').port = 8081),
    seen: ['services.web!inputs.port'],
  },
  {
    what: 'one task fewer',
    make: (places) => void (places.at('web-service').desiredCount = 2),
    seen: ['services.web.coldStart.provisioned'],
  },
  {
    what: 'a task with twice the memory',
    make: (places) => void (places.at('web-task-definition').memory = '1024'),
    seen: ['services.web.memoryMiB'],
  },
  {
    what: 'another image',
    make: (places) => edit(places.at('web-task-definition'), 'containerDefinitions', 'nginx:1.29', 'nginx:latest'),
    seen: ['services.web.image'],
  },
  {
    what: 'a load balancer that is reached from inside',
    make: (places) => void (places.at('foundation-load-balancer').internal = true),
    seen: ['foundation!inputs.internal'],
  },
  {
    what: 'a wider policy for what ECS does',
    make: (places) =>
      void (places.at('foundation-execution-policy').policyArn = 'arn:aws:iam::aws:policy/AdministratorAccess'),
    seen: ['foundation.executionPolicies', 'foundation!inputs.policyArn', '!'],
  },
  {
    what: 'a rule for one host alone',
    make: (places) => places.at('web-rule').conditions.push({ hostHeader: { values: ['a.example.com'] } }),
    seen: ['services.web.host'],
  },
  {
    what: 'tasks without addresses of their own',
    make: (places) => void (places.at('web-service').networkConfiguration.assignPublicIp = false),
    seen: ['services.web.publicAddresses'],
  },
  {
    what: 'an output that is a text',
    make: ({ artefact }) => void (artefact.outputs.url = 'http://example.com'),
    seen: ['outputs.url', '!outputs.outputs'],
  },
  {
    what: 'an export removed',
    make: (places) => places.remove('foundation-export-cluster-arn'),
    seen: ['foundation.exported./triptych/web/dev/ground/v1/clusterArn'],
  },
  {
    what: 'a bucket that nobody asked for',
    make: (places) => places.add('web-task-role', 'aws:s3/bucket:Bucket', { bucket: 'x' }),
    seen: ['services.web!'],
  },
  {
    what: 'a tag on one resource alone',
    make: (places) => void (places.at('web-logs').tags = { team: 'x' }),
    seen: ['services.web.tags'],
  },
  {
    what: 'another provider for one resource',
    make: (places) => void (places.whole('web-service').options.provider = 'urn:pulumi:dev::other'),
    seen: ['services.web!options.provider'],
  },
];

const polyglot: readonly Omit<Mutation, 'of'>[] = [
  {
    what: 'a permission past the alias',
    make: (places) => delete places.at('python-invoke-anyone-url').qualifier,
    seen: ['functions.python.invokedBy'],
  },
  {
    what: 'one of the two permissions of a URL removed',
    make: (places) => places.remove('go-invoke-anyone'),
    seen: ['functions.go.invokedBy'],
  },
  {
    what: 'one more principal',
    make: (places) =>
      places.copy('go-invoke-anyone', (permission) => {
        permission.principal = '123456789012';
        delete permission.invokedViaFunctionUrl;
      }),
    seen: ['functions.go.invokedBy', 'functions.go!inputs.action', 'functions.go!inputs.principal'],
  },
  {
    what: 'the archive of another function',
    make: (places) => void (places.at('go-function').code = places.at('python-function').code),
    seen: ['functions.go.code.sha256'],
  },
  {
    what: 'a URL that asks for a signature',
    make: (places) => void (places.at('python-url').authorizationType = 'AWS_IAM'),
    seen: ['functions.python.http'],
  },
  {
    what: 'a URL past the alias',
    make: (places) => delete places.at('python-url').qualifier,
    seen: ['functions.python!inputs.qualifier'],
  },
  {
    what: 'an alias of what was written last, published or not',
    make: (places) => void (places.at('go-alias').functionVersion = '$LATEST'),
    seen: ['functions.go!inputs.functionVersion'],
  },
  {
    what: 'logs that are kept for ever',
    make: (places) => delete places.at('go-logs').retentionInDays,
    seen: ['functions.go.logRetentionDays', 'functions.go!inputs'],
  },
  {
    what: 'another processor',
    make: (places) => void (places.at('go-function').architectures = ['arm64']),
    seen: ['functions.go.architecture'],
  },
  {
    what: 'an output that points at the other function',
    make: ({ artefact: { outputs } }) => void (outputs.goEndpoint = outputs.pythonEndpoint),
    seen: ['outputs.goEndpoint', '!outputs.outputs'],
  },
  {
    what: 'a function that starts before its role may do its work',
    make: (places) => void (places.whole('go-function').options = {}),
    seen: ['functions.go!options.dependsOn'],
  },
];

const counter: readonly Omit<Mutation, 'of'>[] = [
  {
    what: 'an API that invokes $LATEST',
    make: (places) =>
      void (places.at('counter-integration-counter').integrationUri = refTo(places, 'counter-function', 'arn')),
    seen: ['apis.counter.routes', 'apis.counter!inputs.integrationUri', 'apis.counter!inputs.target'],
  },
  {
    what: 'a permission for every API there is',
    make: (places) => delete places.at('counter-invoke-apis-counter').sourceArn,
    seen: ['functions.counter.invokedBy', 'functions.counter!inputs.action', 'functions.counter!inputs.principal'],
  },
  {
    what: 'a wider action in the policy',
    make: (places) => edit(places.at('counter-permissions'), 'policy', 'dynamodb:GetItem', 'dynamodb:*'),
    seen: [
      'functions.counter.uses',
      'functions.counter.triggers',
      'functions.counter.retry',
      'functions.counter!inputs.policy',
    ],
  },
  {
    what: 'a policy on the log group of the function in place of its table',
    make: (places) =>
      edit(places.at('counter-permissions'), 'policy', places.id('counter-table'), places.id('counter-logs')),
    seen: [
      'functions.counter.uses',
      'functions.counter.triggers',
      'functions.counter.retry',
      'functions.counter!inputs.policy',
    ],
  },
  {
    what: 'a role that another service takes on',
    make: (places) => edit(places.at('counter-role'), 'assumeRolePolicy', 'lambda.', 'ec2.'),
    seen: [
      'functions.counter.uses',
      'functions.counter.triggers',
      'functions.counter.retry',
      'functions.counter!inputs.assumeRolePolicy',
    ],
  },
  {
    what: 'one more policy for the role',
    make: (places) => places.copy('counter-permissions'),
    seen: ['functions.counter!'],
  },
  {
    what: 'memory doubled',
    make: (places) => void (places.at('counter-function').memorySize = 512),
    seen: ['functions.counter.memoryMiB'],
  },
  {
    what: 'a table that goes with the stack',
    make: (places) => void (places.whole('counter-table').options = {}),
    seen: ['tables.counter.retain'],
  },
  {
    what: 'a table without protection',
    make: (places) => void (places.at('counter-table').deletionProtectionEnabled = false),
    seen: ['tables.counter.retain'],
  },
  {
    what: "a number for the table's key",
    make: (places) => void (places.at('counter-table').attributes[0].type = 'N'),
    seen: ['tables.counter.partitionKey.type'],
  },
  {
    what: 'a route for one path alone',
    make: (places) => void (places.at('counter-route-any-proxy-89a42042').routeKey = 'GET /'),
    seen: ['apis.counter.routes.ANY /{proxy+}', 'apis.counter.routes.GET /'],
  },
  {
    what: 'one more variable in the environment',
    make: (places) => void (places.at('counter-function').environment.variables.DEBUG = '1'),
    seen: ['functions.counter.environment.DEBUG'],
  },
  {
    what: 'the name of a table as text',
    make: (places) => void (places.at('counter-function').environment.variables.COUNTER_TABLE = 'counter'),
    seen: ['functions.counter.environment.COUNTER_TABLE'],
  },
  {
    what: 'an API that is reached without its stage',
    make: (places) => places.remove('counter-stage'),
    seen: ['apis.counter.routes', 'apis.counter.accessLogs', 'apis.counter!'],
  },
];

/** What can be different in a recording for AWS, and where it is seen. */
export const mutations: readonly Mutation[] = [
  ...web.map((mutation) => ({ of: ['web'] as const, ...mutation })),
  ...polyglot.map((mutation) => ({ of: ['polyglot'] as const, ...mutation })),
  ...counter.map((mutation) => ({ of: counters, ...mutation })),
  ...orders.map((mutation) => ({ of: ['orders'] as const, ...mutation })),
  {
    of: ['provisioned'],
    what: 'provisioned concurrency dropped',
    make: (places) => places.remove('counter-provisioned'),
    seen: ['functions.counter.coldStart.provisioned'],
  },
  {
    of: ['provisioned'],
    what: 'provisioned concurrency for a version that nobody invokes',
    make: (places) => void (places.at('counter-provisioned').qualifier = refTo(places, 'counter-function', 'version')),
    seen: ['functions.counter!inputs.qualifier'],
  },
];
