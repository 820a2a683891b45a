import type { Existing } from '../rig';
import type { Cloud, Service } from './cloud';

/** How resources of a type are listed. */
interface Listing {
  readonly type: string;
  readonly service: Service;
  readonly command: string;
  /** Where the list stands in the answer. */
  readonly list: string;
  /** What tells one resource from another. @default the list holds the ids themselves */
  readonly id?: string;
  /** The type of which each resource is asked for its own, and the name of its id in the request. */
  readonly each?: readonly [type: string, name: string];
  /** What else is asked. */
  readonly input?: object;
  /** A field, and what it holds in those that come with another resource, and are none of their own. */
  readonly implicit?: readonly [field: string, value: unknown];
}

/** All types of which CDK deploys something here. */
const listings: readonly Listing[] = [
  listing('AWS::ApiGatewayV2::Api', 'apigatewayv2', 'GetApis', 'Items', 'ApiId'),
  ...['Stage', 'Route', 'Integration'].map((part) => ({
    ...listing(`AWS::ApiGatewayV2::${part}`, 'apigatewayv2', `Get${part}s`, 'Items', `${part}Id`),
    ...(part === 'Stage' && { id: 'StageName' }),
    each: ['AWS::ApiGatewayV2::Api', 'ApiId'] as const,
  })),
  listing('AWS::ApiGatewayV2::VpcLink', 'apigatewayv2', 'GetVpcLinks', 'Items', 'VpcLinkId'),
  ...['ecs', 'lambda'].flatMap((ServiceNamespace) => [
    { ...scaling('ScalableTarget', 'DescribeScalableTargets', 'ScalableTargetARN'), input: { ServiceNamespace } },
    { ...scaling('ScalingPolicy', 'DescribeScalingPolicies', 'PolicyARN'), input: { ServiceNamespace } },
  ]),
  listing('AWS::CloudFormation::Stack', 'cloudformation', 'DescribeStacks', 'Stacks', 'StackName'),
  listing('AWS::CloudWatch::Alarm', 'cloudwatch', 'DescribeAlarms', 'MetricAlarms', 'AlarmName'),
  listing('AWS::DynamoDB::Table', 'dynamodb', 'ListTables', 'TableNames'),
  listing('AWS::EC2::SecurityGroup', 'ec2', 'DescribeSecurityGroups', 'SecurityGroups', 'GroupId'),
  listing('AWS::ECS::Cluster', 'ecs', 'ListClusters', 'clusterArns'),
  {
    ...listing('AWS::ECS::Service', 'ecs', 'ListServices', 'serviceArns'),
    each: ['AWS::ECS::Cluster', 'cluster'],
  },
  listing('AWS::ECS::TaskDefinition', 'ecs', 'ListTaskDefinitions', 'taskDefinitionArns'),
  ...['LoadBalancer', 'TargetGroup'].map((part) => balancing(part)),
  { ...balancing('Listener'), each: ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'LoadBalancerArn'] },
  {
    ...balancing('Rule'),
    type: 'AWS::ElasticLoadBalancingV2::ListenerRule',
    each: ['AWS::ElasticLoadBalancingV2::Listener', 'ListenerArn'],
    implicit: ['IsDefault', true],
  },
  listing('AWS::Events::Rule', 'eventbridge', 'ListRules', 'Rules', 'Name'),
  listing('AWS::IAM::Role', 'iam', 'ListRoles', 'Roles', 'RoleName'),
  listing('AWS::Lambda::Function', 'lambda', 'ListFunctions', 'Functions', 'FunctionName'),
  {
    ...listing('AWS::Lambda::Version', 'lambda', 'ListVersionsByFunction', 'Versions', 'FunctionArn'),
    each: ['AWS::Lambda::Function', 'FunctionName'],
    implicit: ['Version', '$LATEST'],
  },
  {
    ...listing('AWS::Lambda::Alias', 'lambda', 'ListAliases', 'Aliases', 'AliasArn'),
    each: ['AWS::Lambda::Function', 'FunctionName'],
  },
  {
    ...listing(
      'AWS::Lambda::EventInvokeConfig',
      'lambda',
      'ListFunctionEventInvokeConfigs',
      'FunctionEventInvokeConfigs',
      'FunctionArn',
    ),
    each: ['AWS::Lambda::Function', 'FunctionName'],
  },
  listing('AWS::Lambda::EventSourceMapping', 'lambda', 'ListEventSourceMappings', 'EventSourceMappings', 'UUID'),
  listing('AWS::Logs::LogGroup', 'cloudwatch-logs', 'DescribeLogGroups', 'logGroups', 'logGroupName'),
  listing('AWS::S3::Bucket', 's3', 'ListBuckets', 'Buckets', 'Name'),
  listing('AWS::SNS::Subscription', 'sns', 'ListSubscriptions', 'Subscriptions', 'SubscriptionArn'),
  listing('AWS::SNS::Topic', 'sns', 'ListTopics', 'Topics', 'TopicArn'),
  listing('AWS::SQS::Queue', 'sqs', 'ListQueues', 'QueueUrls'),
  { ...listing('AWS::SSM::Parameter', 'ssm', 'DescribeParameters', 'Parameters', 'Name'), input: { MaxResults: 50 } },
  listing('AWS::Scheduler::Schedule', 'scheduler', 'ListSchedules', 'Schedules', 'Arn'),
  listing('AWS::SecretsManager::Secret', 'secrets-manager', 'ListSecrets', 'SecretList', 'ARN'),
  listing('AWS::ServiceDiscovery::PrivateDnsNamespace', 'servicediscovery', 'ListNamespaces', 'Namespaces', 'Id'),
];

/** The types of resources that an inventory lists. */
export const listed: ReadonlySet<string> = new Set(listings.map(({ type }) => type));

function listing(type: string, service: Service, command: string, list: string, id?: string): Listing {
  return { type, service, command, list, ...(id !== undefined && { id }) };
}

function scaling(part: string, command: string, id: string): Listing {
  const list = command.replace('Describe', '');
  return listing(`AWS::ApplicationAutoScaling::${part}`, 'application-auto-scaling', command, list, id);
}

function balancing(part: string): Listing {
  const type = `AWS::ElasticLoadBalancingV2::${part}`;
  return listing(type, 'elastic-load-balancing-v2', `Describe${part}s`, `${part}s`, `${part}Arn`);
}

/** All that is in a cloud, asked of its services one by one, in an order of their own. */
export async function inventoryOf({ send }: Pick<Cloud, 'send'>): Promise<readonly Existing[]> {
  const found = new Map<string, readonly string[]>();
  const all: Pick<Existing, 'type' | 'id'>[] = [];
  for (const { type, service, command, list, id, each, input, implicit } of listings) {
    const parents = each === undefined ? [undefined] : (found.get(each[0]) ?? []);
    const listsOfIds = parents.map(async (parent) => {
      const asked = { ...input, ...(parent !== undefined && { [each![1]]: parent }) };
      const items = (await send<Record<string, readonly unknown[]>>(service, command, asked))[list] ?? [];
      const own = items.filter((item) => implicit === undefined || fieldOf(item, implicit[0]) !== implicit[1]);
      const ids = own.map((item) => String(id === undefined ? item : fieldOf(item, id))).sort();
      all.push(...ids.map((one) => ({ type, id: parent === undefined ? one : `${parent} ${one}` })));
      return ids;
    });
    found.set(type, (await Promise.all(listsOfIds)).flat());
  }
  all.sort((a, b) => (`${a.type} ${a.id}` < `${b.type} ${b.id}` ? -1 : 1));
  return Promise.all(all.map(async (one) => ({ ...one, protected: await isProtected(send, one) })));
}

const fieldOf = (item: unknown, name: string): unknown => (item as Readonly<Record<string, unknown>>)[name];

async function isProtected(send: Cloud['send'], { type, id }: Pick<Existing, 'type' | 'id'>): Promise<boolean> {
  if (type !== 'AWS::DynamoDB::Table') return false;
  const { Table } = await send<{ Table: { DeletionProtectionEnabled?: boolean } }>('dynamodb', 'DescribeTable', {
    TableName: id,
  });
  return Table.DeletionProtectionEnabled === true;
}
