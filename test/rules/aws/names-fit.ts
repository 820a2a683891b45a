import { givenName } from '../aws-shapes';
import { atLength } from '../reference';
import type { Rule } from '../rule';

/** Lengths and letters of the names that are written here, by type. */
const names: Readonly<Record<string, RegExp>> = {
  'AWS::ApiGatewayV2::Api': /^[^\n]{1,128}$/,
  'AWS::ElasticLoadBalancingV2::LoadBalancer': /^(?!internal-)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,30}[a-zA-Z0-9])?$/,
  'AWS::ElasticLoadBalancingV2::TargetGroup': /^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,30}[a-zA-Z0-9])?$/,
  'AWS::Lambda::Alias': /^(?!\d+$)[\w-]{1,128}$/,
  'AWS::Lambda::Function': /^[\w-]{1,64}$/,
  'AWS::SQS::Queue': /^[\w-]{1,80}$|^[\w-]{1,75}\.fifo$/,
  'AWS::SNS::Topic': /^[\w-]{1,256}$/,
  'AWS::Scheduler::Schedule': /^[\w.-]{1,64}$/,
  'AWS::Events::Rule': /^[\w.-]{1,64}$/,
  'AWS::IAM::Role': /^[\w+=,.@-]{1,64}$/,
  'AWS::ApplicationAutoScaling::ScalingPolicy': /^[^\n]{1,256}$/,
  'aws:appautoscaling/scheduledAction:ScheduledAction': /^[^|:/\n]{1,256}$/,
  'AWS::S3::Bucket': /^(?!xn--|sthree-|amzn-s3-demo-)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
  'AWS::DynamoDB::Table': /^[\w.-]{3,255}$/,
};

export const rule: Rule = {
  title: 'A name fits the letters and the length that its service has for it.',
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html',
    'https://docs.aws.amazon.com/lambda/latest/api/API_CreateAlias.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html',
  ],
  of: Object.keys(names),
  where: (one) => givenName(one) !== '',
  *check(one) {
    const name = atLength(givenName(one), 1);
    if (!names[one.type]!.test(name)) yield `is named ${name}`;
  },
  counterCase: (view) => {
    view.one('AWS::Lambda::Alias').set('Name', '1');
  },
};
