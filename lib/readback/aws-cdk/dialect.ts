import { pascalCase } from '../../model/name';
import type { Dialect } from '../aws/dialect';
import { readLogs } from './logs';
import { getAtt, grantedAt, lookupIn } from './reference';

/** CDK writes CloudFormation's own words, and names parts by construct ids. */
export const dialect: Dialect = {
  types: {
    address: 'AWS::EC2::EIP',
    alarm: 'AWS::CloudWatch::Alarm',
    alias: 'AWS::Lambda::Alias',
    api: 'AWS::ApiGatewayV2::Api',
    association: 'AWS::EC2::SubnetRouteTableAssociation',
    endpoint: 'AWS::EC2::VPCEndpoint',
    eventRule: 'AWS::Events::Rule',
    flowLog: 'AWS::EC2::FlowLog',
    integration: 'AWS::ApiGatewayV2::Integration',
    internetGateway: 'AWS::EC2::InternetGateway',
    logs: 'AWS::Logs::LogGroup',
    natGateway: 'AWS::EC2::NatGateway',
    networkRoute: 'AWS::EC2::Route',
    parameter: 'AWS::SSM::Parameter',
    retry: 'AWS::Lambda::EventInvokeConfig',
    route: 'AWS::ApiGatewayV2::Route',
    routeTable: 'AWS::EC2::RouteTable',
    schedule: 'AWS::Scheduler::Schedule',
    stage: 'AWS::ApiGatewayV2::Stage',
    subnet: 'AWS::EC2::Subnet',
    subscription: 'AWS::SNS::Subscription',
    vpc: 'AWS::EC2::VPC',
  },
  word: (cloudFormation) => cloudFormation,
  path: (...words) => ['Properties', ...words],
  to: getAtt,
  part: pascalCase,
  dimensions: (values) => Object.entries(values).map(([name, value]) => ({ Name: name, Value: value })),
  actions: { redirect: 'RedirectConfig', 'fixed-response': 'FixedResponseConfig' },
  readCertificate: (listener) => {
    const path = ['Properties', 'Certificates'];
    const arn = listener.at([...path, '0', 'CertificateArn']);
    return typeof arn === 'string' ? listener.one(path, [[{ CertificateArn: arn }], arn]) : undefined;
  },
  conditions: {
    path: {
      of: (path) => ({ Field: 'path-pattern', PathPatternConfig: { Values: [path] } }),
      value: ['PathPatternConfig', 'Values', '0'],
    },
    host: {
      of: (host) => ({ Field: 'host-header', HostHeaderConfig: { Values: [host] } }),
      value: ['HostHeaderConfig', 'Values', '0'],
    },
  },
  exported: { name: ['Properties', 'Name'], value: ['Properties', 'Value'] },
  lookupIn,
  grantedAt,
  readLogs,
  // A template names the alias by a text, so the order has to be given as well.
  isForAlias: (config, alias) => {
    const isOrdered = config.fixed(['DependsOn'], [alias.address]);
    return config.fixed(['Properties', 'Qualifier'], 'live') && isOrdered;
  },
  requireTargetGroup: (group) => {
    group.fixed(['Properties', 'Matcher'], { HttpCode: '200-399' });
    group.fixed(
      ['Properties', 'TargetGroupAttributes'],
      [
        { Key: 'deregistration_delay.timeout_seconds', Value: '60' },
        { Key: 'stickiness.enabled', Value: 'false' },
      ],
    );
  },
};
