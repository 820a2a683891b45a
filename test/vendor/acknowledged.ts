/** A rule of a vendor's that an architecture breaks, and is to break. */
export interface Acknowledged {
  /** As its vendor names it; a finding of a rule with several is named in brackets, `…` for a part of it. */
  readonly rule: string;
  /** The constructs that break it, by their paths below an architecture; `*` stands for one name in a path. */
  readonly at: string;
  /** Why that is right. */
  readonly reason: string;
}

/**
 * Every finding of cdk-nag's AWS Solutions rules, and of CloudFormation's own validation, that isn't mended. Whoever has
 * to meet such a rule reaches the construct from an app of their own, and declares the divergence.
 */
export const acknowledged: readonly Acknowledged[] = [
  {
    rule: 'AwsSolutions-L1',
    at: 'functions/*/Function/Resource',
    reason: 'the architecture names the runtime; AWS supports every runtime of the model',
  },
  {
    rule: 'AwsSolutions-L1',
    at: 'functions/*/Warmer/Function/Resource',
    reason: 'AWS supports the runtime, and code that only invokes a function needs no newer one',
  },
  {
    rule: 'AwsSolutions-DDB3',
    at: 'tables/*/Table/Resource',
    reason: 'the table has `pointInTimeRecovery: false`; `retain` protects it against deletion',
  },
  {
    rule: 'AwsSolutions-S1',
    at: 'buckets/*/Bucket/Resource',
    reason: 'an access log requires a second bucket and costs by size; the model has no field for it',
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::<Architecturebuckets….Arn>/*]',
    at: 'functions/*/Role/Resource',
    reason: 'the names of objects are not known before a deployment; the function uses all objects of this one bucket',
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::<Architecturebuckets….Arn>/*]',
    at: 'services/*/TaskRole/Resource',
    reason: 'the names of objects are not known before a deployment; the service uses all objects of this one bucket',
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::arn:aws:s3:::…/*]',
    at: 'functions/*/Role/Resource',
    reason: 'as above, for a bucket that exists already',
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::arn:aws:s3:::…/*]',
    at: 'services/*/TaskRole/Resource',
    reason: 'as above, for a bucket that exists already',
  },
  {
    rule: 'AwsSolutions-SMG4',
    at: 'secrets/*/Secret/Resource',
    reason: 'people set the value and rotate it; no deployment changes it',
  },
  {
    rule: 'AwsSolutions-SQS4',
    at: 'queues/*/*/Resource',
    reason: 'the SDKs and services of AWS use HTTPS, and a caller without a permission is refused either way',
  },
  {
    rule: 'AwsSolutions-SNS3',
    at: 'topics/*/Topic/Resource',
    reason: 'the SDKs and services of AWS use HTTPS, and a caller without a permission is refused either way',
  },
  {
    rule: 'AwsSolutions-APIG4',
    at: 'apis/*/*',
    reason: 'an API is public, and has no authorizer',
  },
  {
    rule: 'AwsSolutions-EC23',
    at: 'foundation/LoadBalancerSecurityGroup/Resource',
    reason: 'the load balancer accepts requests from the ranges in `foundation.ingress.allow`, here from any address',
  },
  {
    rule: 'AwsSolutions-ELB2',
    at: 'foundation/LoadBalancer/Resource',
    reason: 'access logs require a bucket that exists already, which `foundation.loadBalancer.accessLogs` names',
  },
  {
    rule: 'AwsSolutions-ECS4',
    at: 'foundation/Cluster/Resource',
    reason: 'Container Insights cost by metric; the model has no field for them',
  },
  {
    rule: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy]',
    at: 'foundation/ExecutionRole/Resource',
    reason: 'the role is for ECS, and has only the policy that AWS recommends for it',
  },
  {
    rule: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy]',
    at: 'services/*/ExecutionRole/Resource',
    reason: 'the role is for ECS, and also reads the secrets of its one service',
  },
  {
    rule: 'AwsSolutions-ECS2',
    at: 'services/*/TaskDefinition/Resource',
    reason: '`environment` holds values that are not secret; `secrets` holds the others',
  },
  {
    rule: 'W3694',
    at: 'functions/*/*',
    reason: 'the `Ref` of an alias is its ARN, which is what the subscription requires; the rule expects a function',
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::*]',
    at: 'functions/*/Role/Resource',
    reason:
      'X-Ray, which a traced function writes to, and network interfaces of Lambda have actions that support no resource',
  },
  {
    rule: 'E1029',
    at: 'services/*/TaskDefinition/Resource',
    reason:
      'the literal text ${ is for the code: CloudFormation expands it only in Fn::Sub, which the template does not use',
  },
];
