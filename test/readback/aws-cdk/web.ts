import type { Piece } from '../pieces';

const getAtt = (id: string, attribute: string) => ({ 'Fn::GetAtt': [id, attribute] });
const ref = (id: string) => ({ Ref: id });
const Tags = [{ Key: 'team', Value: 'x' }];
const trust = {
  Statement: [
    {
      Action: 'sts:AssumeRole',
      Condition: {
        ArnLike: {
          'aws:SourceArn': {
            'Fn::Join': [
              '',
              ['arn:', ref('AWS::Partition'), ':ecs:', ref('AWS::Region'), ':', ref('AWS::AccountId'), ':*'],
            ],
          },
        },
        StringEquals: { 'aws:SourceAccount': ref('AWS::AccountId') },
      },
      Effect: 'Allow',
      Principal: { Service: 'ecs-tasks.amazonaws.com' },
    },
  ],
  Version: '2012-10-17',
};
const out = [{ CidrIp: '0.0.0.0/0', Description: 'Allow all outbound traffic by default', IpProtocol: '-1' }];
const executionPolicyArn = {
  'Fn::Join': ['', ['arn:', ref('AWS::Partition'), ':iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy']],
};
const VpcId = ref('DefaultVpcId');
const subnets = ref('DefaultSubnetIds');

const made =
  (owner: Piece['owner']) =>
  (address: string, type: string, properties: object, others: object = {}): Piece => ({
    address,
    type: `AWS::${type}`,
    owner,
    properties: { Properties: { ...properties, ...(type === 'EC2::SecurityGroupIngress' ? {} : { Tags }) }, ...others },
  });

const ofGround = made('foundation');

/** A ground on the default network, as a template written by hand holds it. */
export const ground: readonly Piece[] = [
  ...(
    [
      ['DefaultVpcId', 'AWS::EC2::VPC::Id'],
      ['DefaultSubnetIds', 'List<AWS::EC2::Subnet::Id>'],
    ] as const
  ).map(([address, Type]): Piece => ({ address, type: 'Parameter', owner: 'foundation', properties: { Type } })),
  ofGround('LoadBalancerSecurityGroup', 'EC2::SecurityGroup', {
    GroupDescription: 'load balancer of shop',
    SecurityGroupEgress: out,
    SecurityGroupIngress: [
      {
        CidrIp: '10.0.0.0/8',
        Description: 'port 80 from 10.0.0.0/8',
        FromPort: 80,
        IpProtocol: 'tcp',
        ToPort: 80,
      },
    ],
    VpcId,
  }),
  ofGround('Cluster', 'ECS::Cluster', {}),
  ofGround('LoadBalancer', 'ElasticLoadBalancingV2::LoadBalancer', {
    LoadBalancerAttributes: [
      { Key: 'deletion_protection.enabled', Value: 'false' },
      { Key: 'routing.http.drop_invalid_header_fields.enabled', Value: 'true' },
    ],
    Scheme: 'internet-facing',
    SecurityGroups: [getAtt('LoadBalancerSecurityGroup', 'GroupId')],
    Subnets: subnets,
    Type: 'application',
  }),
  ofGround('Listener', 'ElasticLoadBalancingV2::Listener', {
    DefaultActions: [
      {
        FixedResponseConfig: {
          ContentType: 'text/plain',
          MessageBody: 'no service answers here',
          StatusCode: '404',
        },
        Type: 'fixed-response',
      },
    ],
    LoadBalancerArn: ref('LoadBalancer'),
    Port: 80,
    Protocol: 'HTTP',
  }),
  ofGround('ExecutionRole', 'IAM::Role', {
    AssumeRolePolicyDocument: trust,
    ManagedPolicyArns: [executionPolicyArn],
  }),
  ofGround('ExportSubnets', 'SSM::Parameter', {
    Name: '/triptych/shop/dev/ground/v1/publicSubnetIds',
    Type: 'String',
    Value: { 'Fn::Join': [',', subnets] },
  }),
];

/** Elements that the service uses, and nothing of which it is itself. */
export const around: readonly Piece[] = [
  made('tables.visits')('Visits', 'DynamoDB::Table', {}),
  made('secrets.token')('Token', 'SecretsManager::Secret', {}),
];

const allows = (...statements: readonly object[]) => [
  {
    PolicyName: 'Permissions',
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: statements.map((statement) => ({ Effect: 'Allow', ...statement })),
    },
  },
];

const ofWeb = made('services.web');

/** A public service on that ground. */
export const web: readonly Piece[] = [
  ofWeb('SecurityGroup', 'EC2::SecurityGroup', {
    GroupDescription: 'service web of shop',
    SecurityGroupEgress: out,
    VpcId,
  }),
  ofWeb('FromLoadBalancer', 'EC2::SecurityGroupIngress', {
    Description: 'port 8080 from the load balancer',
    FromPort: 8_080,
    GroupId: getAtt('SecurityGroup', 'GroupId'),
    IpProtocol: 'tcp',
    SourceSecurityGroupId: getAtt('LoadBalancerSecurityGroup', 'GroupId'),
    ToPort: 8_080,
  }),
  ofWeb('Logs', 'Logs::LogGroup', { RetentionInDays: 7 }, { DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' }),
  ofWeb('TaskRole', 'IAM::Role', {
    AssumeRolePolicyDocument: trust,
    Policies: allows({
      Action: [
        'dynamodb:BatchWriteItem',
        'dynamodb:DeleteItem',
        'dynamodb:DescribeTable',
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
      ],
      Resource: getAtt('Visits', 'Arn'),
    }),
  }),
  ofWeb('TaskExecutionRole', 'IAM::Role', {
    AssumeRolePolicyDocument: trust,
    ManagedPolicyArns: [executionPolicyArn],
    Policies: allows({ Action: 'secretsmanager:GetSecretValue', Resource: ref('Token') }),
  }),
  ofWeb('Task', 'ECS::TaskDefinition', {
    ContainerDefinitions: [
      {
        Command: ['serve'],
        Environment: [
          { Name: 'GREETING', Value: 'hello ${you}' },
          { Name: 'SELF', Value: { 'Fn::Join': ['', ['http://', getAtt('LoadBalancer', 'DNSName')]] } },
        ],
        Essential: true,
        Image: 'nginx',
        LogConfiguration: {
          LogDriver: 'awslogs',
          Options: {
            'awslogs-group': ref('Logs'),
            'awslogs-stream-prefix': 'web',
            'awslogs-region': ref('AWS::Region'),
            mode: 'non-blocking',
            'max-buffer-size': '26214400b',
          },
        },
        Name: 'web',
        PortMappings: [{ ContainerPort: 8_080, Protocol: 'tcp' }],
        Secrets: [
          { Name: 'KEY', ValueFrom: ref('Token') },
          { Name: 'TOKEN', ValueFrom: ref('Token') },
        ],
      },
    ],
    Cpu: '512',
    ExecutionRoleArn: getAtt('TaskExecutionRole', 'Arn'),
    Family: 'shop-web-01234567',
    Memory: '1024',
    NetworkMode: 'awsvpc',
    RequiresCompatibilities: ['FARGATE'],
    RuntimePlatform: { CpuArchitecture: 'X86_64', OperatingSystemFamily: 'LINUX' },
    TaskRoleArn: getAtt('TaskRole', 'Arn'),
  }),
  ofWeb('TargetGroup', 'ElasticLoadBalancingV2::TargetGroup', {
    HealthCheckIntervalSeconds: 30,
    HealthCheckPath: '/health',
    HealthCheckProtocol: 'HTTP',
    HealthCheckTimeoutSeconds: 5,
    HealthyThresholdCount: 2,
    Matcher: { HttpCode: '200-399' },
    Port: 8_080,
    Protocol: 'HTTP',
    TargetGroupAttributes: [
      { Key: 'deregistration_delay.timeout_seconds', Value: '60' },
      { Key: 'stickiness.enabled', Value: 'false' },
    ],
    TargetType: 'ip',
    UnhealthyThresholdCount: 3,
    VpcId,
  }),
  ofWeb('Rule', 'ElasticLoadBalancingV2::ListenerRule', {
    Actions: [{ TargetGroupArn: ref('TargetGroup'), Type: 'forward' }],
    Conditions: [
      { Field: 'path-pattern', PathPatternConfig: { Values: ['/a/*'] } },
      { Field: 'host-header', HostHeaderConfig: { Values: ['a.example.com'] } },
    ],
    ListenerArn: ref('Listener'),
    Priority: 12_345,
  }),
  ofWeb(
    'Service',
    'ECS::Service',
    {
      AvailabilityZoneRebalancing: 'ENABLED',
      Cluster: ref('Cluster'),
      DeploymentConfiguration: {
        DeploymentCircuitBreaker: { Enable: true, Rollback: true },
        MaximumPercent: 200,
        MinimumHealthyPercent: 100,
      },
      DesiredCount: 3,
      HealthCheckGracePeriodSeconds: 120,
      LaunchType: 'FARGATE',
      LoadBalancers: [{ ContainerName: 'web', ContainerPort: 8_080, TargetGroupArn: ref('TargetGroup') }],
      NetworkConfiguration: {
        AwsvpcConfiguration: {
          AssignPublicIp: 'ENABLED',
          SecurityGroups: [getAtt('SecurityGroup', 'GroupId')],
          Subnets: subnets,
        },
      },
      PropagateTags: 'SERVICE',
      TaskDefinition: ref('Task'),
    },
    { DependsOn: ['Rule', 'TaskRole'] },
  ),
];
