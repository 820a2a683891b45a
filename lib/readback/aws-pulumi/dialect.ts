import type { Dialect } from '../aws/dialect';
import { to, type Path } from '../resource';
import { grantedAt, lookupIn } from './reference';

/** CloudFormation's words for which Pulumi has another word than the same in camelCase, or another place. */
const others: Readonly<Record<string, Path>> = {
  HealthCheckIntervalSeconds: ['healthCheck', 'interval'],
  HealthCheckPath: ['healthCheck', 'path'],
  HealthCheckProtocol: ['healthCheck', 'protocol'],
  HealthCheckTimeoutSeconds: ['healthCheck', 'timeout'],
  HealthyThresholdCount: ['healthCheck', 'healthyThreshold'],
  MessageRetentionPeriod: ['messageRetentionSeconds'],
  OKActions: ['okActions'],
  StageName: ['name'],
  UnhealthyThresholdCount: ['healthCheck', 'unhealthyThreshold'],
};

const types: Dialect['types'] = {
  address: 'aws:ec2/eip:Eip',
  alarm: 'aws:cloudwatch/metricAlarm:MetricAlarm',
  alias: 'aws:lambda/alias:Alias',
  api: 'aws:apigatewayv2/api:Api',
  association: 'aws:ec2/routeTableAssociation:RouteTableAssociation',
  endpoint: 'aws:ec2/vpcEndpoint:VpcEndpoint',
  eventRule: 'aws:cloudwatch/eventRule:EventRule',
  flowLog: 'aws:ec2/flowLog:FlowLog',
  integration: 'aws:apigatewayv2/integration:Integration',
  internetGateway: 'aws:ec2/internetGateway:InternetGateway',
  logs: 'aws:cloudwatch/logGroup:LogGroup',
  natGateway: 'aws:ec2/natGateway:NatGateway',
  networkRoute: 'aws:ec2/route:Route',
  parameter: 'aws:ssm/parameter:Parameter',
  retry: 'aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig',
  route: 'aws:apigatewayv2/route:Route',
  routeTable: 'aws:ec2/routeTable:RouteTable',
  schedule: 'aws:scheduler/schedule:Schedule',
  stage: 'aws:apigatewayv2/stage:Stage',
  subnet: 'aws:ec2/subnet:Subnet',
  subscription: 'aws:sns/topicSubscription:TopicSubscription',
  vpc: 'aws:ec2/vpc:Vpc',
};

/** The output that stands for CloudFormation's `Ref`, by type; an ARN wherever no other is named. */
const refs: Readonly<Record<string, string>> = {
  [types.api]: 'id',
  [types.integration]: 'id',
  ...Object.fromEntries(
    [types.endpoint, types.internetGateway, types.natGateway, types.routeTable, types.subnet, types.vpc].map((type) => [
      type,
      'id',
    ]),
  ),
  'aws:lambda/function:Function': 'name',
};

const word = (cloudFormation: string): string => cloudFormation.charAt(0).toLowerCase() + cloudFormation.slice(1);

/** Pulumi records a resource's inputs apart from its options, and names parts in kebab case. */
export const dialect: Dialect = {
  types,
  word,
  path: (...words) => ['inputs', ...words.flatMap((one) => others[one] ?? [word(one)])],
  to: (resource, attribute) => to(resource, attribute === 'Ref' ? (refs[resource.type] ?? 'arn') : word(attribute)),
  part: (name) => name,
  dimensions: (values) => values,
  actions: { redirect: 'Redirect', 'fixed-response': 'FixedResponse' },
  readCertificate: (listener) => listener.string(['inputs', 'certificateArn']),
  conditions: {
    path: { of: (path) => ({ pathPattern: { values: [path] } }), value: ['pathPattern', 'values', '0'] },
    host: { of: (host) => ({ hostHeader: { values: [host] } }), value: ['hostHeader', 'values', '0'] },
  },
  exported: { name: ['inputs', 'name'], value: ['inputs', 'insecureValue'] },
  lookupIn,
  grantedAt,
  // Pulumi deletes a resource with its stack unless an option says otherwise, which nothing here would understand.
  readLogs: (logs) => logs.number(['inputs', 'retentionInDays']),
  isForAlias: (config, alias) => config.fixed(['inputs', 'qualifier'], to(alias, 'name')),
  requireTargetGroup: (group) => {
    group.fixed(['inputs', 'healthCheck', 'matcher'], '200-399');
    group.fixed(['inputs', 'deregistrationDelay'], 60);
  },
};
