import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Written } from '../rendering';
import type { Case, Mutation } from './mutation';

const read = (file: string): Written => ({ text: readFileSync(join(__dirname, '../vendor', file), 'utf8') });

/** Architectures with networks that no example has, by name. */
export const networks = {
  landed: read('existing-network.yaml'),
  netted: read('own-network.yaml'),
} as const satisfies Record<string, Written>;

const exported = 'foundation.exported./triptych/landed/dev/ground/v1';
const awsvpc = 'NetworkConfiguration.AwsvpcConfiguration';

/** Changes of a network that exists already, and the differences that each makes. */
const landed: readonly Case[] = [
  {
    what: 'tasks in the public subnets',
    make: (edit) =>
      edit.set('services/web/Service', `${awsvpc}.Subnets`, ['subnet-0a1b2c3d4e5f67890', 'subnet-0a1b2c3d4e5f67891']),
    seen: ['services.web!NetworkConfiguration'],
  },
  {
    what: 'tasks with public addresses',
    make: (edit) =>
      edit.set(
        'services/web/Service',
        `${awsvpc}.AssignPublicIp`,
        edit.pick<unknown>({ 'aws-cdk': 'ENABLED', 'aws-pulumi': true }),
      ),
    seen: ['services.web.publicAddresses'],
  },
  {
    what: "a service's security group in another network",
    make: (edit) => edit.set('services/web/SecurityGroup', 'VpcId', 'vpc-0f1b2c3d4e5f67890'),
    seen: ['services.web!VpcId'],
  },
  {
    what: 'a load balancer in other subnets',
    make: (edit) =>
      edit.set('foundation/LoadBalancer', 'Subnets', ['subnet-0a1b2c3d4e5f67890', 'subnet-0a1b2c3d4e5f67899']),
    seen: ['foundation.network.existing.publicSubnetIds', `${exported}/publicSubnetIds`],
    also: { 'aws-cdk': ['foundation!Properties.Value'] },
  },
  {
    what: 'an export of other zones',
    make: (edit) => edit.set('foundation/ExportAvailabilityZones', 'Value', 'eu-west-1a,eu-west-1c'),
    seen: ['foundation.network.existing.availabilityZones', `${exported}/availabilityZones`],
  },
  {
    what: 'no export of the private subnets',
    make: (edit) => edit.remove('foundation/ExportPrivateSubnetIds'),
    seen: [
      'foundation.network.existing.privateSubnetIds',
      `${exported}/privateSubnetIds`,
      'services.web!NetworkConfiguration',
    ],
  },
];

/** The entries of a list of dependencies that isn't understood. */
const waits = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `services.web!DependsOn.${index}`);

/** The same property of all roles, which isn't understood if one of them differs; engines have them in other orders. */
const onRoles = (property: string) => ({
  'aws-cdk': ['foundation', 'services.web', 'functions.asks', 'functions.warmed'].map(
    (of) => `${of}!Properties.${property}`,
  ),
  'aws-pulumi': ['foundation', 'functions.asks', 'functions.warmed', 'services.web'].map(
    (of) => `${of}!inputs.${property[0]!.toLowerCase()}${property.slice(1)}`,
  ),
});

/** Changes of a network that the foundation creates, and the differences that each makes. */
const netted: readonly Case[] = [
  {
    what: 'a role without the boundary of the others',
    make: (edit) => edit.unset('services/web/TaskRole', 'PermissionsBoundary'),
    seen: ['permissionsBoundary'],
    also: onRoles('PermissionsBoundary'),
  },
  {
    what: 'a role with another path than the others',
    make: (edit) => edit.set('foundation/ExecutionRole', 'Path', '/'),
    seen: ['rolePath'],
    also: onRoles('Path'),
  },
  {
    what: 'another certificate',
    make: (edit) =>
      edit.set(
        'foundation/LoadBalancer/HttpsListener',
        edit.pick({ 'aws-cdk': 'Certificates.0.CertificateArn', 'aws-pulumi': 'CertificateArn' }),
        'arn:aws:acm:eu-west-1:111122223333:certificate/87654321-4321-4321-4321-210987654321',
      ),
    seen: ['foundation.ingress.https.aws.certificateArn'],
  },
  {
    what: 'a policy with old versions of TLS',
    make: (edit) => edit.set('foundation/LoadBalancer/HttpsListener', 'SslPolicy', 'ELBSecurityPolicy-2016-08'),
    seen: ['foundation.ingress.tlsPolicy'],
  },
  {
    what: 'no policy, and so the oldest one',
    make: (edit) => edit.unset('foundation/LoadBalancer/HttpsListener', 'SslPolicy'),
    seen: ['foundation.ingress.tlsPolicy'],
  },
  {
    what: 'a redirect that browsers forget',
    make: (edit) => edit.replace('foundation/LoadBalancer/Listener', 'DefaultActions', 'HTTP_301', 'HTTP_302'),
    seen: ['foundation.ingress.redirect', 'foundation!DefaultActions'],
  },
  {
    what: 'a redirect to another host',
    make: (edit) =>
      edit.replace('foundation/LoadBalancer/Listener', 'DefaultActions', '"443"', '"443","Host":"evil.example.com"'),
    on: ['aws-cdk'],
    seen: ['foundation.ingress.redirect', 'foundation!DefaultActions'],
  },
  {
    what: 'a service that answers over HTTP',
    make: (edit) =>
      edit.refer(
        'services/web/Rule',
        'ListenerArn',
        'foundation/LoadBalancer/Listener',
        edit.pick({ 'aws-cdk': 'Ref', 'aws-pulumi': 'Arn' }),
      ),
    seen: ['services.web!ListenerArn'],
  },
  {
    what: 'HTTP where HTTPS is promised',
    make: (edit) => edit.set('foundation/LoadBalancer/HttpsListener', 'Protocol', 'HTTP'),
    seen: ['foundation!Protocol'],
  },
  {
    what: 'a load balancer that keeps odd headers',
    make: (edit) =>
      edit.set(
        'foundation/LoadBalancer',
        edit.pick({ 'aws-cdk': 'LoadBalancerAttributes.1.Value', 'aws-pulumi': 'DropInvalidHeaderFields' }),
        edit.pick<unknown>({ 'aws-cdk': 'false', 'aws-pulumi': false }),
      ),
    seen: ['foundation.loadBalancer.dropInvalidHeaders'],
  },
  {
    what: 'a network with another range',
    make: (edit) => edit.set('foundation/Vpc', 'CidrBlock', '10.21.0.0/16'),
    seen: ['foundation.network.cidr'],
  },
  {
    what: 'a subnet with another range',
    make: (edit) => edit.set('foundation/PrivateSubnet1', 'CidrBlock', '10.20.96.0/19'),
    seen: ['foundation.network.privateSubnets'],
  },
  {
    what: 'a subnet that gives everything a public address',
    make: (edit) => edit.set('foundation/PublicSubnet0', 'MapPublicIpOnLaunch', true),
    seen: ['foundation!MapPublicIpOnLaunch'],
  },
  {
    what: 'a private subnet with the routes of the public ones',
    make: (edit) =>
      edit.redirect(
        'foundation/PrivateAssociation0',
        'RouteTableId',
        'foundation/PrivateRouteTable0',
        'foundation/PublicRouteTable',
      ),
    seen: ['foundation!RouteTableId'],
  },
  {
    what: "a route through another zone's NAT gateway",
    make: (edit) =>
      edit.redirect('foundation/PrivateRoute0', 'NatGatewayId', 'foundation/NatGateway0', 'foundation/NatGateway1'),
    seen: ['foundation.network.waysOut'],
  },
  {
    what: 'a private subnet without a way out',
    make: (edit) => edit.remove('foundation/PrivateRoute2'),
    seen: ['foundation.network.waysOut'],
    also: {
      'aws-cdk': waits(8),
      'aws-pulumi': ['services.web!options.dependsOn'],
    },
  },
  {
    what: 'no gateway endpoint for S3',
    make: (edit) => edit.remove('foundation/S3Endpoint'),
    seen: ['foundation.network.endpoints'],
  },
  {
    what: 'a load balancer before the way to the internet',
    make: (edit) => edit.unwaitAll('foundation/LoadBalancer'),
    seen: ['foundation!DependsOn'],
  },
  {
    what: 'a service before the way out of its subnets',
    make: (edit) => edit.unwait('services/web/Service', 'foundation/PrivateRoute0'),
    seen: [],
    also: { 'aws-cdk': waits(7), 'aws-pulumi': ['services.web!options.dependsOn'] },
  },
  {
    what: 'no records of refused traffic',
    make: (edit) => edit.set('foundation/FlowLog', 'TrafficType', 'ACCEPT'),
    seen: ['foundation.network.flowLogs.retentionDays', 'foundation!TrafficType'],
  },
  {
    what: 'records of traffic that are kept for a day',
    make: (edit) => edit.set('foundation/FlowLogs', 'RetentionInDays', 1),
    seen: ['foundation.network.flowLogs.retentionDays'],
  },
  {
    what: 'another service in the role of flow logs',
    make: (edit) =>
      edit.replace(
        edit.pick({ 'aws-cdk': 'foundation/FlowLogsRole', 'aws-pulumi': 'foundation/RoleFlowLogs' }),
        'AssumeRolePolicyDocument',
        'vpc-flow-logs.amazonaws.com',
        'ec2.amazonaws.com',
      ),
    seen: ['foundation.network.flowLogs.retentionDays', 'foundation!AssumeRolePolicyDocument'],
  },
  {
    what: 'a function in the public subnets',
    make: (edit) =>
      edit.redirect(
        'functions/asks/Function',
        'VpcConfig.SubnetIds',
        'foundation/PrivateSubnet0',
        'foundation/PublicSubnet0',
      ),
    seen: ['functions.asks.network', 'functions.asks!VpcConfig'],
  },
  {
    what: 'a function in no network',
    make: (edit) => edit.unset('functions/asks/Function', 'VpcConfig'),
    seen: ['functions.asks.network', 'functions.asks!VpcConfig'],
  },
  {
    what: 'a function whose role can not make network interfaces',
    make: (edit) =>
      edit.replace(
        'functions/asks/Role',
        'Policies.0.PolicyDocument',
        '"ec2:CreateNetworkInterface"',
        '"ec2:DescribeInstances"',
      ),
    seen: ['functions.asks.network', 'functions.asks!Policies.0.PolicyDocument'],
  },
  {
    what: 'a default security group with a rule',
    make: (edit) =>
      edit.set('foundation/DefaultSecurityGroup', 'Ingress', [{ protocol: '-1', fromPort: 0, toPort: 0, self: true }]),
    on: ['aws-pulumi'],
    seen: ['foundation!Ingress'],
  },
  {
    what: 'a default security group as AWS makes it',
    make: (edit) => edit.remove('foundation/DefaultSecurityGroup'),
    on: ['aws-pulumi'],
    seen: ['foundation.network.isDefaultGroupClosed'],
  },
];

export const networkMutations: readonly Mutation[] = [
  ...landed.map((one) => ({ of: ['landed'], ...one })),
  ...netted.map((one) => ({ of: ['netted'], ...one })),
];
