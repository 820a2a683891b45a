import { pascalCase } from '../../model/name';
import type { Dialect } from '../aws/dialect';
import { readLogs } from './logs';
import { getAtt, grantedAt, lookupIn } from './reference';

/** CDK writes CloudFormation's own words, and names parts by construct ids. */
export const dialect: Dialect = {
  types: {
    alarm: 'AWS::CloudWatch::Alarm',
    alias: 'AWS::Lambda::Alias',
    api: 'AWS::ApiGatewayV2::Api',
    eventRule: 'AWS::Events::Rule',
    integration: 'AWS::ApiGatewayV2::Integration',
    logs: 'AWS::Logs::LogGroup',
    parameter: 'AWS::SSM::Parameter',
    retry: 'AWS::Lambda::EventInvokeConfig',
    route: 'AWS::ApiGatewayV2::Route',
    schedule: 'AWS::Scheduler::Schedule',
    stage: 'AWS::ApiGatewayV2::Stage',
    subscription: 'AWS::SNS::Subscription',
  },
  word: (cloudFormation) => cloudFormation,
  path: (...words) => ['Properties', ...words],
  to: getAtt,
  part: pascalCase,
  dimensions: (values) => Object.entries(values).map(([name, value]) => ({ Name: name, Value: value })),
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
