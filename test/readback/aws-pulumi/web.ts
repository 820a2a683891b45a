import { urnOf } from '../aws-pieces';
import type { Piece } from '../pieces';
import { asks, trustPolicy } from './trust';

const to = (name: string, attribute: string) => ({ $ref: { urn: urnOf(name), path: [attribute] } });
const asked = (invoke: string, attribute: string) => ({ $ref: { invoke, path: [attribute] } });
const tags = { team: 'x' };
const assumeRolePolicy = trustPolicy('ecs-tasks', 'ecs', '*');
const policyArn = {
  $join: ['arn:', asked('getPartition', 'partition'), ':iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy'],
};
const vpcId = asked('getVpc', 'id');
const subnets = asked('getSubnets', 'ids');

const made =
  (owner: Piece['owner']) =>
  (address: string, type: string, inputs: object, options: object = {}): Piece => ({
    address,
    type: `aws:${type}`,
    owner,
    properties: { inputs, options },
  });

const egress = (group: string) => ({ securityGroupId: to(group, 'id'), ipProtocol: '-1', cidrIpv4: '0.0.0.0/0', tags });

const ofGround = made('foundation');

/** What the program asks of AWS. */
export const invokes = [
  { id: 'getVpc', token: 'aws:ec2/getVpc:getVpc', args: { default: true } },
  {
    id: 'getSubnets',
    token: 'aws:ec2/getSubnets:getSubnets',
    args: {
      filters: [
        { name: 'vpc-id', values: [vpcId] },
        { name: 'default-for-az', values: ['true'] },
      ],
    },
  },
  ...asks,
];

/** A ground on the default network, as a recording written by hand holds it. */
export const ground: readonly Piece[] = [
  ofGround('shop-foundation-load-balancer-security-group', 'ec2/securityGroup:SecurityGroup', {
    description: 'load balancer of shop',
    vpcId,
    tags,
  }),
  ofGround(
    'shop-foundation-load-balancer-security-group-from-10-0-0-0-8',
    'vpc/securityGroupIngressRule:SecurityGroupIngressRule',
    {
      securityGroupId: to('shop-foundation-load-balancer-security-group', 'id'),
      cidrIpv4: '10.0.0.0/8',
      ipProtocol: 'tcp',
      fromPort: 80,
      toPort: 80,
      description: 'port 80 from 10.0.0.0/8',
      tags,
    },
  ),
  ofGround(
    'shop-foundation-load-balancer-security-group-out',
    'vpc/securityGroupEgressRule:SecurityGroupEgressRule',
    egress('shop-foundation-load-balancer-security-group'),
  ),
  ofGround('shop-foundation-cluster', 'ecs/cluster:Cluster', { tags }),
  ofGround('shop-foundation-load-balancer', 'lb/loadBalancer:LoadBalancer', {
    name: 'shop-ground-7a6237ca',
    loadBalancerType: 'application',
    internal: false,
    subnets,
    securityGroups: [to('shop-foundation-load-balancer-security-group', 'id')],
    dropInvalidHeaderFields: true,
    enableDeletionProtection: false,
    tags,
  }),
  ofGround('shop-foundation-listener', 'lb/listener:Listener', {
    loadBalancerArn: to('shop-foundation-load-balancer', 'arn'),
    port: 80,
    protocol: 'HTTP',
    defaultActions: [
      {
        type: 'fixed-response',
        fixedResponse: { statusCode: '404', contentType: 'text/plain', messageBody: 'no service answers here' },
      },
    ],
    tags,
  }),
  ofGround('shop-foundation-execution-role', 'iam/role:Role', { assumeRolePolicy, tags }),
  ofGround('shop-foundation-execution-policy', 'iam/rolePolicyAttachment:RolePolicyAttachment', {
    role: to('shop-foundation-execution-role', 'name'),
    policyArn,
  }),
  ofGround('shop-foundation-export-public-subnet-ids', 'ssm/parameter:Parameter', {
    name: '/triptych/shop/dev/ground/v1/publicSubnetIds',
    type: 'String',
    insecureValue: { $ref: { invoke: 'getSubnets', path: ['ids', '*'] } },
    tags,
  }),
];

/** Elements that the service uses, and nothing of which it is itself. */
export const around: readonly Piece[] = [
  made('tables.visits')('shop-visits-table', 'dynamodb/table:Table', {}),
  made('secrets.token')('shop-token-secret', 'secretsmanager/secret:Secret', {}),
  made('secrets.token')('shop-token-secret-placeholder', 'secretsmanager/secretVersion:SecretVersion', {}),
];

const allows = (actions: readonly string[], resource: object) => ({
  $join: [
    `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":${JSON.stringify(actions)},"Resource":"`,
    resource,
    '"}]}',
  ],
});

const writes = ['BatchWriteItem', 'DeleteItem', 'DescribeTable', 'PutItem', 'UpdateItem'];

const ofWeb = made('services.web');

/** A public service on that ground. */
export const web: readonly Piece[] = [
  ofWeb('shop-web-security-group', 'ec2/securityGroup:SecurityGroup', {
    description: 'service web of shop',
    vpcId,
    tags,
  }),
  ofWeb('shop-web-security-group-from-load-balancer', 'vpc/securityGroupIngressRule:SecurityGroupIngressRule', {
    securityGroupId: to('shop-web-security-group', 'id'),
    referencedSecurityGroupId: to('shop-foundation-load-balancer-security-group', 'id'),
    ipProtocol: 'tcp',
    fromPort: 8_080,
    toPort: 8_080,
    description: 'port 8080 from the load balancer',
    tags,
  }),
  ofWeb(
    'shop-web-security-group-out',
    'vpc/securityGroupEgressRule:SecurityGroupEgressRule',
    egress('shop-web-security-group'),
  ),
  ofWeb('shop-web-logs', 'cloudwatch/logGroup:LogGroup', { retentionInDays: 7, tags }),
  ofWeb('shop-web-task-role', 'iam/role:Role', { assumeRolePolicy, tags }),
  ofWeb('shop-web-task-permissions', 'iam/rolePolicy:RolePolicy', {
    role: to('shop-web-task-role', 'id'),
    policy: allows(
      writes.map((action) => `dynamodb:${action}`),
      to('shop-visits-table', 'arn'),
    ),
  }),
  ofWeb('shop-web-execution-role', 'iam/role:Role', { assumeRolePolicy, tags }),
  ofWeb('shop-web-execution-policy', 'iam/rolePolicyAttachment:RolePolicyAttachment', {
    role: to('shop-web-execution-role', 'name'),
    policyArn,
  }),
  ofWeb('shop-web-execution-permissions', 'iam/rolePolicy:RolePolicy', {
    role: to('shop-web-execution-role', 'id'),
    policy: allows(['secretsmanager:GetSecretValue'], to('shop-token-secret', 'arn')),
  }),
  ofWeb('shop-web-task-definition', 'ecs/taskDefinition:TaskDefinition', {
    family: 'shop-web-01234567',
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '512',
    memory: '1024',
    runtimePlatform: { cpuArchitecture: 'X86_64', operatingSystemFamily: 'LINUX' },
    executionRoleArn: to('shop-web-execution-role', 'arn'),
    taskRoleArn: to('shop-web-task-role', 'arn'),
    containerDefinitions: {
      $join: [
        '[{"name":"web","image":"nginx","essential":true,"command":["serve"],' +
          '"portMappings":[{"containerPort":8080,"protocol":"tcp"}],' +
          '"environment":[{"name":"GREETING","value":"hello ${you}"},{"name":"SELF","value":"http://',
        to('shop-foundation-load-balancer', 'dnsName'),
        '"}],"secrets":[{"name":"KEY","valueFrom":"',
        to('shop-token-secret', 'arn'),
        '"},{"name":"TOKEN","valueFrom":"',
        to('shop-token-secret', 'arn'),
        '"}],"logConfiguration":{"logDriver":"awslogs","options":{"awslogs-group":"',
        to('shop-web-logs', 'name'),
        '","awslogs-region":"',
        { $ref: { config: 'aws:region', path: [] } },
        '","awslogs-stream-prefix":"web","mode":"non-blocking","max-buffer-size":"25m"}}}]',
      ],
    },
    tags,
  }),
  ofWeb('shop-web-target-group', 'lb/targetGroup:TargetGroup', {
    vpcId,
    targetType: 'ip',
    protocol: 'HTTP',
    port: 8_080,
    deregistrationDelay: 60,
    healthCheck: {
      protocol: 'HTTP',
      path: '/health',
      interval: 30,
      timeout: 5,
      healthyThreshold: 2,
      unhealthyThreshold: 3,
      matcher: '200-399',
    },
    tags,
  }),
  ofWeb('shop-web-rule', 'lb/listenerRule:ListenerRule', {
    listenerArn: to('shop-foundation-listener', 'arn'),
    priority: 12_345,
    conditions: [{ pathPattern: { values: ['/a/*'] } }, { hostHeader: { values: ['a.example.com'] } }],
    actions: [{ type: 'forward', targetGroupArn: to('shop-web-target-group', 'arn') }],
    tags,
  }),
  ofWeb(
    'shop-web-service',
    'ecs/service:Service',
    {
      cluster: to('shop-foundation-cluster', 'arn'),
      launchType: 'FARGATE',
      taskDefinition: to('shop-web-task-definition', 'arn'),
      desiredCount: 3,
      networkConfiguration: {
        subnets,
        securityGroups: [to('shop-web-security-group', 'id')],
        assignPublicIp: true,
      },
      deploymentMinimumHealthyPercent: 100,
      deploymentMaximumPercent: 200,
      deploymentCircuitBreaker: { enable: true, rollback: true },
      availabilityZoneRebalancing: 'ENABLED',
      propagateTags: 'SERVICE',
      healthCheckGracePeriodSeconds: 120,
      loadBalancers: [
        { targetGroupArn: to('shop-web-target-group', 'arn'), containerName: 'web', containerPort: 8_080 },
      ],
      waitForSteadyState: true,
      tags,
    },
    {
      dependsOn: [
        'shop-web-execution-policy',
        'shop-web-execution-permissions',
        'shop-web-task-permissions',
        'shop-token-secret-placeholder',
        'shop-web-security-group-from-load-balancer',
        'shop-web-security-group-out',
        'shop-web-rule',
      ].map(urnOf),
    },
  ),
];
