import { nginx, planOf } from '../aws-shop';
import { only, synthesize } from './stack';

describe('a service without ingress on aws-cdk', () => {
  const { ofType, rendered } = synthesize(planOf({ services: { worker: { ...nginx, command: ['work'] } } }));

  it('has no target group, no listener rule and no inbound traffic', () => {
    expect(ofType('ElasticLoadBalancingV2::TargetGroup')).toEqual({});
    expect(ofType('ElasticLoadBalancingV2::ListenerRule')).toEqual({});
    expect(ofType('EC2::SecurityGroupIngress')).toEqual({});
    expect(ofType('EC2::SecurityGroup')['services/worker/SecurityGroup/Resource']!.Properties).not.toHaveProperty(
      'SecurityGroupIngress',
    );
    expect(rendered.services['worker']!.targetGroup).toBeUndefined();
  });

  it('runs one task, and rolls back a deployment that fails', () => {
    const { Properties } = only(ofType('ECS::Service'));
    expect(Properties).toMatchObject({
      DesiredCount: 1,
      LaunchType: 'FARGATE',
      DeploymentConfiguration: { DeploymentCircuitBreaker: { Enable: true, Rollback: true } },
    });
    expect(Properties).not.toHaveProperty('HealthCheckGracePeriodSeconds');
  });

  it('has no permissions, and adds none to the shared role', () => {
    expect(ofType('IAM::Policy')).toEqual({});
    expect(Object.keys(ofType('IAM::Role'))).toEqual([
      'foundation/ExecutionRole/Resource',
      'services/worker/TaskRole/Resource',
    ]);
  });
});

describe('a public service on aws-cdk', () => {
  const { ofType, rendered } = synthesize(
    planOf({
      services: {
        web: { ...nginx, ingress: 'public', host: 'a.example.com', path: '/a/*', coldStart: { provisioned: 3 } },
      },
    }),
  );

  it("admits the load balancer by one rule, and adds none to the load balancer's security group", () => {
    expect(only(ofType('EC2::SecurityGroupIngress')).Properties).toMatchInlineSnapshot(`
     {
       "Description": "port 80 from the load balancer",
       "FromPort": 80,
       "GroupId": {
         "Fn::GetAtt": [
           "ArchitectureserviceswebSecurityGroup5629994C",
           "GroupId",
         ],
       },
       "IpProtocol": "tcp",
       "SourceSecurityGroupId": {
         "Fn::GetAtt": [
           "ArchitecturefoundationLoadBalancerSecurityGroup0D9F20EA",
           "GroupId",
         ],
       },
       "ToPort": 80,
     }
    `);
  });

  it('has a listener rule for its host and path', () => {
    expect(only(ofType('ElasticLoadBalancingV2::ListenerRule')).Properties).toMatchInlineSnapshot(`
     {
       "Actions": [
         {
           "TargetGroupArn": {
             "Ref": "ArchitectureserviceswebTargetGroup375AF5B0",
           },
           "Type": "forward",
         },
       ],
       "Conditions": [
         {
           "Field": "path-pattern",
           "PathPatternConfig": {
             "Values": [
               "/a/*",
             ],
           },
         },
         {
           "Field": "host-header",
           "HostHeaderConfig": {
             "Values": [
               "a.example.com",
             ],
           },
         },
       ],
       "ListenerArn": {
         "Ref": "ArchitecturefoundationLoadBalancerListener107B093B",
       },
       "Priority": 14683,
     }
    `);
  });

  it('has a health check like a probe on Cloud Run', () => {
    expect(only(ofType('ElasticLoadBalancingV2::TargetGroup')).Properties).toMatchInlineSnapshot(`
     {
       "HealthCheckIntervalSeconds": 30,
       "HealthCheckPath": "/",
       "HealthCheckProtocol": "HTTP",
       "HealthCheckTimeoutSeconds": 5,
       "HealthyThresholdCount": 2,
       "Matcher": {
         "HttpCode": "200-399",
       },
       "Port": 80,
       "Protocol": "HTTP",
       "TargetGroupAttributes": [
         {
           "Key": "deregistration_delay.timeout_seconds",
           "Value": "60",
         },
         {
           "Key": "stickiness.enabled",
           "Value": "false",
         },
       ],
       "TargetType": "ip",
       "UnhealthyThresholdCount": 3,
       "VpcId": {
         "Ref": "DefaultVpcId",
       },
     }
    `);
  });

  it('starts after its listener rule exists', () => {
    const rule = rendered.services['web']!.targetGroup!;
    const { DependsOn, Properties } = only(ofType('ECS::Service'));
    expect(DependsOn).toEqual(expect.arrayContaining([expect.stringMatching(/Rule/)]));
    expect(Properties).toMatchObject({ DesiredCount: 3, HealthCheckGracePeriodSeconds: 120 });
    expect(rule.node.path).toBe('Stack/Architecture/services/web/TargetGroup');
  });
});
