import type { Part, PartNames } from '../part';

/** The parts of what can have more or fewer workers. */
const scaled: readonly Part[] = [
  ['AWS::ApplicationAutoScaling::ScalableTarget', 'Scaling'],
  ['AWS::ApplicationAutoScaling::ScalingPolicy', 'ScalingPolicy'],
];

/** The construct ids of all resources, without the `Resource` at the end that CDK's own constructs add. */
export const partNames: PartNames = {
  functions: [
    ...scaled,
    ['AWS::CloudWatch::Alarm', 'AlarmErrors'],
    ['AWS::CloudWatch::Alarm', 'AlarmThrottles'],
    ['AWS::Events::Rule', 'Rule<number>'],
    ['AWS::IAM::Role', 'Role'],
    ['AWS::IAM::Role', 'ScheduleRole', 'schedule role'],
    ['AWS::IAM::Role', 'Warmer/Role', 'warmer'],
    ['AWS::IAM::Role', 'Warmer/ScheduleRole', 'warmer'],
    ['AWS::Lambda::Alias', 'Alias'],
    ['AWS::Lambda::EventInvokeConfig', 'Retry'],
    ['AWS::Lambda::EventSourceMapping', 'EventSource<queue>'],
    ['AWS::Lambda::Function', 'Function'],
    ['AWS::Lambda::Function', 'Warmer/Function', 'warmer'],
    ['AWS::Lambda::Permission', 'InvokeAnyone'],
    ['AWS::Lambda::Permission', 'InvokeAnyoneUrl'],
    ['AWS::Lambda::Permission', 'InvokeApis<api>'],
    ['AWS::Lambda::Permission', 'InvokeRule<number>'],
    ['AWS::Lambda::Permission', 'InvokeTopics<topic>'],
    ['AWS::Lambda::Url', 'Url'],
    ['AWS::Lambda::Version', 'Function/CurrentVersion'],
    ['AWS::Logs::LogGroup', 'Logs'],
    ['AWS::Logs::LogGroup', 'Warmer/Logs', 'warmer'],
    ['AWS::SNS::Subscription', 'Subscription<topic>'],
    ['AWS::Scheduler::Schedule', 'Schedule<number>'],
    ['AWS::Scheduler::Schedule', 'Warmer/Schedule', 'warmer'],
  ],
  services: [
    ...scaled,
    ['AWS::CloudWatch::Alarm', 'AlarmUnhealthy'],
    ['AWS::EC2::SecurityGroup', 'SecurityGroup'],
    // CDK names a rule after the logical id of its source.
    ['AWS::EC2::SecurityGroupIngress', 'SecurityGroup/from <source>:<number>'],
    ['AWS::ECS::Service', 'Service/Service'],
    ['AWS::ECS::TaskDefinition', 'TaskDefinition'],
    ['AWS::ElasticLoadBalancingV2::ListenerRule', 'Rule'],
    ['AWS::ElasticLoadBalancingV2::TargetGroup', 'TargetGroup'],
    ['AWS::IAM::Role', 'ExecutionRole'],
    ['AWS::IAM::Role', 'TaskRole'],
    ['AWS::Logs::LogGroup', 'Logs'],
  ],
  apis: [
    ['AWS::ApiGatewayV2::Api', 'Api'],
    ['AWS::ApiGatewayV2::Integration', 'Integration<function>'],
    ['AWS::ApiGatewayV2::Route', 'Route-<route>'],
    ['AWS::ApiGatewayV2::Stage', 'Api/DefaultStage'],
    ['AWS::CloudWatch::Alarm', 'AlarmServerErrors'],
    ['AWS::Logs::LogGroup', 'AccessLogs'],
  ],
  queues: [
    ['AWS::CloudWatch::Alarm', 'AlarmDeadLetters'],
    ['AWS::CloudWatch::Alarm', 'AlarmMessages'],
    ['AWS::CloudWatch::Alarm', 'AlarmOldMessages'],
    ['AWS::SQS::Queue', 'DeadLetters', 'dead letters'],
    ['AWS::SQS::Queue', 'Queue'],
    ['AWS::SQS::QueuePolicy', 'QueuePolicy'],
  ],
  topics: [['AWS::SNS::Topic', 'Topic']],
  buckets: [
    ['AWS::S3::Bucket', 'Bucket'],
    ['AWS::S3::BucketPolicy', 'Bucket/Policy'],
  ],
  tables: [['AWS::DynamoDB::Table', 'Table']],
  secrets: [['AWS::SecretsManager::Secret', 'Secret']],
  foundation: [
    ['AWS::EC2::SecurityGroup', 'LoadBalancerSecurityGroup'],
    ['AWS::ECS::Cluster', 'Cluster'],
    ['AWS::ElasticLoadBalancingV2::Listener', 'LoadBalancer/Listener'],
    ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'LoadBalancer'],
    ['AWS::IAM::Role', 'ExecutionRole'],
    ['AWS::SSM::Parameter', 'Export<key>'],
  ],
};
