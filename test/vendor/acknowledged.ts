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
    reason: 'the architecture names the runtime; all that the model has are in support',
  },
  {
    rule: 'AwsSolutions-L1',
    at: 'functions/*/Warmer/Function/Resource',
    reason: 'the runtime is in support, and code that does nothing but invoke a function has no use for a newer one',
  },
  {
    rule: 'AwsSolutions-DDB3',
    at: 'tables/*/Table/Resource',
    reason:
      'recovery to a point in time is paid for by size, and no field asks for it; `retain` guards against deletion',
  },
  {
    rule: 'AwsSolutions-S1',
    at: 'buckets/*/Bucket/Resource',
    reason: 'an access log needs a bucket of its own and is paid for by size, and no field asks for it',
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::<Architecturebuckets….Arn>/*]',
    at: 'functions/*/Role/Resource',
    reason: 'objects have no names that could be known before; the function uses all of this one bucket, as it says',
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::<Architecturebuckets….Arn>/*]',
    at: 'services/*/TaskRole/Resource',
    reason: 'objects have no names that could be known before; the service uses all of this one bucket, as it says',
  },
  {
    rule: 'AwsSolutions-SMG4',
    at: 'secrets/*/Secret/Resource',
    reason: 'what a value is, and who makes a new one, only people know; they set it, and no deployment touches it',
  },
  {
    rule: 'AwsSolutions-SQS4',
    at: 'queues/*/*/Resource',
    reason: 'SDKs and the services of AWS speak HTTPS, and whoever has no permission is refused either way',
  },
  {
    rule: 'AwsSolutions-SNS3',
    at: 'topics/*/Topic/Resource',
    reason: 'SDKs and the services of AWS speak HTTPS, and whoever has no permission is refused either way',
  },
  {
    rule: 'AwsSolutions-APIG4',
    at: 'apis/*/*',
    reason: 'an API without `auth` is open: none is the default, and the only one that is rendered yet',
  },
  {
    rule: 'AwsSolutions-EC23',
    at: 'foundation/LoadBalancerSecurityGroup/Resource',
    reason: 'the load balancer takes requests from where `foundation.ingress.allow` says, the whole world here',
  },
  {
    rule: 'AwsSolutions-ELB2',
    at: 'foundation/LoadBalancer/Resource',
    reason: 'access logs need a bucket, which the ground does not have; no field asks for one',
  },
  {
    rule: 'AwsSolutions-ECS4',
    at: 'foundation/Cluster/Resource',
    reason: 'Container Insights are paid for by metric, and no field asks for them',
  },
  {
    rule: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy]',
    at: 'foundation/ExecutionRole/Resource',
    reason: 'the model says so: "an execution role with `AmazonECSTaskExecutionRolePolicy` alone"; the role is for ECS',
  },
  {
    rule: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy]',
    at: 'services/*/ExecutionRole/Resource',
    reason: "the role does for one service what the ground's does for all, and reads the secrets of that one as well",
  },
  {
    rule: 'AwsSolutions-ECS2',
    at: 'services/*/TaskDefinition/Resource',
    reason: '`environment` is for what is no secret, and shows in the template; `secrets` is for what is',
  },
  {
    rule: 'W3694',
    at: 'functions/*/*',
    reason:
      'an alias is called by the ARN that its `Ref` is, as a function is by its own: the rule knows functions alone',
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::*]',
    at: 'functions/*/Role/Resource',
    reason: 'a function that is traced writes to X-Ray, which has no resources that a policy could name',
  },
  {
    rule: 'E1029',
    at: 'services/*/TaskDefinition/Resource',
    reason: 'a literal ${ is meant for the code: CloudFormation expands it in Fn::Sub alone, which nothing here uses',
  },
];
