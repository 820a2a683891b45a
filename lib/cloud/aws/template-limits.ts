import type { ResolvedArchitecture } from '../../model/architecture';
import { environmentOf } from '../../model/function';
import { outputsOf } from '../../model/output';
import type { Finding } from '../../model/problem';
import type { Text } from '../../model/text';
import type { WithTriggers } from '../../model/trigger';
import type { StackPart } from './stack-resources';

/**
 * A template in a bucket, where CDK always puts it. (One within a request has 51,200.)
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
export const perTemplate = 1_000_000;

/** The part of a template that has nothing to do with elements: rules, parameters and the stamp. */
const frame: Size = [600, 1_600];

/** A size in bytes: the least that an app of one's own can make it, and a usual one. */
type Size = readonly [least: number, usual: number];

/**
 * Sizes of resources as CDK renders them, without tags and long texts. An app can turn indentation off, which makes the
 * least sizes smaller.
 */
const sizes: Readonly<Record<string, Size>> = {
  'ApiGatewayV2::Api': [130, 280],
  'ApiGatewayV2::Integration': [240, 470],
  'ApiGatewayV2::Route': [270, 540],
  'ApiGatewayV2::Stage': [500, 930],
  'ApplicationAutoScaling::ScalableTarget': [360, 1_330],
  'ApplicationAutoScaling::ScalingPolicy': [330, 650],
  'CloudWatch::Alarm': [480, 940],
  'DynamoDB::Table': [350, 840],
  'EC2::EIP': [90, 200],
  'EC2::FlowLog': [300, 640],
  'EC2::InternetGateway': [90, 200],
  'EC2::NatGateway': [200, 480],
  'EC2::Route': [180, 420],
  'EC2::RouteTable': [100, 260],
  'EC2::SecurityGroup': [260, 610],
  'EC2::SecurityGroupIngress': [420, 780],
  'EC2::Subnet': [200, 480],
  'EC2::SubnetRouteTableAssociation': [200, 400],
  'EC2::VPC': [120, 260],
  'EC2::VPCEndpoint': [300, 800],
  'EC2::VPCGatewayAttachment': [200, 380],
  'ECS::Cluster': [90, 190],
  'ECS::Service': [700, 1_400],
  'ECS::TaskDefinition': [750, 1_800],
  'ElasticLoadBalancingV2::Listener': [340, 610],
  'ElasticLoadBalancingV2::ListenerRule': [360, 750],
  'ElasticLoadBalancingV2::LoadBalancer': [420, 730],
  'ElasticLoadBalancingV2::TargetGroup': [460, 820],
  'Events::Rule': [430, 800],
  'IAM::Role': [500, 1_510],
  'Lambda::Alias': [260, 510],
  'Lambda::EventInvokeConfig': [250, 540],
  'Lambda::EventSourceMapping': [280, 590],
  'Lambda::Function': [480, 1_000],
  'Lambda::Permission': [210, 570],
  'Lambda::Url': [240, 450],
  'Lambda::Version': [220, 410],
  'Logs::LogGroup': [160, 310],
  'S3::Bucket': [520, 1_010],
  'S3::BucketPolicy': [600, 1_110],
  'SNS::Subscription': [260, 540],
  'SNS::Topic': [90, 190],
  'SQS::Queue': [190, 490],
  'SQS::QueuePolicy': [480, 830],
  'SSM::Parameter': [180, 420],
  'Scheduler::Schedule': [360, 770],
  'SecretsManager::Secret': [180, 360],
};

/** Types without tags. */
const untagged =
  /^(?:ApiGatewayV2::(?:Integration|Route)|ApplicationAutoScaling::ScalingPolicy|EC2::(?:Route|SecurityGroupIngress|SubnetRouteTableAssociation|VPCGatewayAttachment)|Lambda::(?:Alias|EventInvokeConfig|Permission|Url|Version)|S3::BucketPolicy|SNS::Subscription|SQS::QueuePolicy|Scheduler::Schedule)$/;

/** Finds a template that is too large before it is rendered, and warns of one that may be. */
export function templateProblems(
  architecture: ResolvedArchitecture,
  resources: readonly string[],
  largest: StackPart,
): Finding[] {
  const parts = templateParts(architecture, resources);
  const [least, usual] = total(Object.values(parts));
  if (usual <= perTemplate) return [];
  const isCertain = least > perTemplate;
  const ordered = Object.entries(parts).sort(([, [, a]], [, [, b]]) => b - a);
  const makeUp = ordered.filter(([, [, bytes]]) => bytes > 0).map(([part, [, bytes]]) => `${bytes} for ${part}`);
  return [
    {
      severity: isCertain ? 'error' : 'warning',
      path: ['tags', 'outputs'].includes(ordered[0]![0]) ? [ordered[0]![0]] : [largest],
      message:
        `the template ${isCertain ? 'must' : 'should'} be at most ${perTemplate} bytes on aws-cdk, ` +
        `got about ${usual}: ${makeUp.join(', ')}`,
      hint: "CloudFormation's limit; let the code read large values from a bucket, use fewer tags, or use aws-pulumi, which has no such limit",
    },
  ];
}

/** Parts of the size of a template. */
export function templateParts(
  architecture: ResolvedArchitecture,
  resources: readonly string[],
): Readonly<Record<'resources' | 'tags' | 'environments' | 'triggers' | 'commands' | 'outputs', Size>> {
  const { functions, services, tags } = architecture;
  const elements = [...Object.values(functions), ...Object.values(services)];
  const tagged = resources.filter((type) => !untagged.test(type)).length;
  const perTag = Object.entries(tags).map(([key, value]): Size => {
    const bytes = bytesOf(key) + bytesOf(value);
    // A list of `Key` and `Value`, in most types; without indentation and as a map, less.
    return [tagged * (bytes + 2), tagged * (bytes + 46)];
  });
  return {
    resources: total([frame, ...resources.map((type) => sizes[type]!)]),
    tags: total(perTag),
    environments: total(elements.flatMap((element) => Object.entries(environmentOf(element)).map(variable))),
    triggers: total(elements.flatMap(ofTriggers)),
    commands: total(Object.values(services).flatMap(({ command = [] }) => command.map((one) => ofText([one])))),
    outputs: total(
      Object.entries(outputsOf(architecture)).map(([name, text]) =>
        total([[name.length + 12, name.length + 24], ofText(text)]),
      ),
    ),
  };
}

const variable = ([name, text]: [string, Text]): Size => total([[name.length + 4, name.length + 12], ofText(text)]);

/** An input is JSON within a text. */
const ofTriggers = ({ triggers }: WithTriggers): Size[] =>
  triggers.map((trigger) => {
    if ('input' in trigger) return ofText([JSON.stringify(trigger.input)]);
    return ofText(['prefix' in trigger ? (trigger.prefix ?? '') : '']);
  });

/** A text, with a function of CloudFormation in place of each reference. */
const ofText = (text: Text): Size =>
  total(text.map((piece): Size => (typeof piece === 'string' ? [bytesOf(piece), bytesOf(piece) + 8] : [40, 130])));

const bytesOf = (text: string): number => Buffer.byteLength(JSON.stringify(text), 'utf8');

const total = (all: readonly Size[]): Size => [
  all.reduce((sum, [least]) => sum + least, 0),
  all.reduce((sum, [, usual]) => sum + usual, 0),
];
