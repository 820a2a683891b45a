import type { ResolvedArchitecture } from '../../model/architecture';
import { withoutExisting } from '../../model/existing';
import type { ResolvedFunction } from '../../model/function';
import { kinds, type Kind } from '../../model/kind';
import { elementId, splitElementId, type ElementId } from '../../model/name';
import type { ResolvedService } from '../../model/service';
import { planAlarms } from './alarm';
import { planApi } from './api';
import { planFunctionWarmth, planServiceWarmth, type AwsScalingPlan } from './cold-start';
import { planFoundation } from './foundation';
import { planInvokers } from './invoker';
import type { AwsNetworkPlan } from './network';
import { planQueuePolicies } from './queue-policy';
import { planRetry } from './retry';
import { planTriggers, type AwsTriggerPlan } from './trigger';

/** A part of an architecture of which resources are counted. */
export type StackPart = Kind | 'foundation';

/** Types of resources, without `AWS::`, one for each resource of a template. */
export type StackResources = Readonly<Record<StackPart, readonly string[]>>;

/** The resources of an architecture in a CloudFormation template. What belongs to an element counts as its kind. */
export function stackResources(architecture: ResolvedArchitecture): StackResources {
  const { functions, services, apis, queues, topics, buckets, tables, secrets, name } = withoutExisting(architecture);
  const naming = { architecture: name };
  const foundation = planFoundation(architecture, naming);
  const triggers = planTriggers(architecture, naming);
  const alarms = planAlarms(architecture, naming);
  const own: StackResources = {
    foundation: foundation
      ? [
          ...ofFoundation,
          ...Object.values(foundation.listeners).map(() => 'ElasticLoadBalancingV2::Listener'),
          ...ofNetwork(foundation.network),
          ...times(Object.keys(foundation.exports.values).length, 'SSM::Parameter'),
        ]
      : [],
    functions: [
      ...Object.entries(functions).flatMap(([id, spec]) => ofFunction(elementId('functions', id), spec)),
      ...times(planInvokers(architecture).length, 'Lambda::Permission'),
    ],
    services: Object.entries(services).flatMap(([id, spec]) => ofService(elementId('services', id), spec)),
    apis: Object.entries(apis).flatMap(([id, spec]) => {
      const { integrations, routes } = planApi(id, spec, naming);
      return [
        ...['ApiGatewayV2::Api', 'ApiGatewayV2::Stage', 'Logs::LogGroup'],
        ...times(integrations.length, 'ApiGatewayV2::Integration'),
        ...times(routes.length, 'ApiGatewayV2::Route'),
      ];
    }),
    queues: [
      // A queue, and one for its dead letters.
      ...times(2 * Object.keys(queues).length, 'SQS::Queue'),
      ...times(planQueuePolicies(architecture).length, 'SQS::QueuePolicy'),
    ],
    topics: Object.keys(topics).map(() => 'SNS::Topic'),
    buckets: Object.keys(buckets).flatMap(() => ['S3::Bucket', 'S3::BucketPolicy']),
    tables: Object.keys(tables).map(() => 'DynamoDB::Table'),
    secrets: Object.keys(secrets).map(() => 'SecretsManager::Secret'),
  };
  const withEvents = kinds.map((kind): [Kind, readonly string[]] => [
    kind,
    [
      ...own[kind],
      ...triggers.filter(({ element }) => isOf(kind, element)).flatMap(ofTrigger),
      ...alarms.filter(({ element }) => isOf(kind, element)).map(() => 'CloudWatch::Alarm'),
    ],
  ]);
  return { ...own, ...Object.fromEntries(withEvents) };
}

const isOf = (kind: Kind, element: ElementId): boolean => splitElementId(element).kind === kind;

const times = (count: number, type: string): string[] => Array.from({ length: count }, () => type);

const ofFoundation = [
  'EC2::SecurityGroup',
  'ECS::Cluster',
  'ElasticLoadBalancingV2::LoadBalancer',
  'IAM::Role',
] as const;

const ofNetwork = (network: AwsNetworkPlan): string[] =>
  network.kind === 'own'
    ? [
        ...['EC2::VPC', 'EC2::InternetGateway', 'EC2::VPCGatewayAttachment', 'EC2::RouteTable', 'EC2::Route'],
        ...['EC2::FlowLog', 'Logs::LogGroup', 'IAM::Role'],
        ...times(network.endpoints.length, 'EC2::VPCEndpoint'),
        ...network.zones.flatMap(({ hasNatGateway, natGateway }) => [
          ...times(2, 'EC2::Subnet'),
          ...times(2, 'EC2::SubnetRouteTableAssociation'),
          'EC2::RouteTable',
          ...(natGateway === undefined ? [] : ['EC2::Route']),
          ...(hasNatGateway ? ['EC2::EIP', 'EC2::NatGateway'] : []),
        ]),
      ]
    : [];

const ofFunction = (element: ElementId, { http, network, triggers, retry, coldStart }: ResolvedFunction): string[] => [
  ...['Lambda::Function', 'Lambda::Version', 'Lambda::Alias', 'IAM::Role', 'Logs::LogGroup'],
  ...(coldStart.warming ? ofWarmer : []),
  ...(http ? ['Lambda::Url'] : []),
  ...(network === 'foundation' ? ['EC2::SecurityGroup'] : []),
  ...(planRetry(triggers, retry) ? ['Lambda::EventInvokeConfig'] : []),
  ...ofScaling(planFunctionWarmth(element, coldStart).scaling),
];

/** A warmer has no version and no alias. Its schedule has a role of its own. */
const ofWarmer = ['Lambda::Function', 'IAM::Role', 'Logs::LogGroup', 'Scheduler::Schedule', 'IAM::Role'] as const;

const ofService = (element: ElementId, service: ResolvedService): string[] => [
  ...['ECS::Service', 'ECS::TaskDefinition', 'IAM::Role', 'Logs::LogGroup', 'EC2::SecurityGroup'],
  ...(service.ingress === 'public'
    ? ['ElasticLoadBalancingV2::TargetGroup', 'ElasticLoadBalancingV2::ListenerRule', 'EC2::SecurityGroupIngress']
    : []),
  ...(Object.keys(service.secrets).length > 0 ? ['IAM::Role'] : []),
  ...ofScaling(planServiceWarmth(element, service).scaling),
];

/** Scheduled actions are properties of the scalable target. */
const ofScaling = (scaling: AwsScalingPlan | undefined): string[] =>
  scaling
    ? ['ApplicationAutoScaling::ScalableTarget', ...(scaling.tracking ? ['ApplicationAutoScaling::ScalingPolicy'] : [])]
    : [];

function ofTrigger(plan: AwsTriggerPlan): string[] {
  switch (plan.kind) {
    case 'schedules':
      // One role for all of them.
      return ['IAM::Role', ...times(plan.schedules.length, 'Scheduler::Schedule')];
    case 'queue':
      return ['Lambda::EventSourceMapping'];
    case 'topic':
      return ['SNS::Subscription', 'Lambda::Permission'];
    case 'bucket':
      return ['Events::Rule', 'Lambda::Permission'];
  }
}
