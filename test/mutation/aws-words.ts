import type { Json } from './artefact';
import { kebab, type Vocabulary } from './edit';

/** CDK writes CloudFormation's own words; a table gives places as CDK has them. */
export const cdk: Vocabulary = {
  place: (path) => path,
  keys: (property) => property.split('.'),
  reference: (id, attribute) => (attribute === 'Ref' ? { Ref: id } : { 'Fn::GetAtt': [id, attribute] }),
  unrecognized: (property) => {
    if (property === '' || property.startsWith('DependsOn')) return property;
    return property === '{}' ? 'Properties' : `Properties.${property.split('.')[0]}`;
  },
  bucket: 'AWS::S3::Bucket',
  output: ({ Outputs: outputs }, name) => ({ holder: outputs[name], key: 'Value' }),
  waits: (whole) => ({ holder: whole, key: 'DependsOn' }),
  release: (whole) => void (whole.DeletionPolicy = 'Delete'),
  unignore: () => {
    throw new Error('CloudFormation ignores no property');
  },
};

/** The parts whose names on Pulumi don't follow from their construct ids. */
const parts: Readonly<Record<string, string>> = {
  'Api/DefaultStage': 'stage',
  ScheduleRole: 'role-schedule',
  'LoadBalancer/Listener': 'listener',
  'LoadBalancer/HttpsListener': 'https-listener',
  LoadBalancerSecurityGroupIngress: 'load-balancer-security-group-from-0-0-0-0-0',
};

/** Properties that Pulumi has in a resource of their own, with the name of that part. */
const moved: readonly (readonly [property: RegExp, from: RegExp, part: string])[] = [
  [/^SecurityGroupIngress\.0\./, /SecurityGroup$/, 'SecurityGroupIngress'],
  [/^Policies\./, /Role$/, 'Permissions'],
  [/^PublicAccessBlockConfiguration/, /Bucket$/, 'BucketPublicAccess'],
  [/^SecretString$/, /Secret$/, 'SecretPlaceholder'],
  [/^Targets\.0\./, /Rule0$/, 'RuleTarget0'],
];

/** Properties for which Pulumi has another word than the same in camelCase, or another place. */
const properties: Readonly<Record<string, string>> = {
  AssumeRolePolicyDocument: 'assumeRolePolicy',
  'AttributeDefinitions.0.AttributeType': 'attributes.0.type',
  AuthType: 'authorizationType',
  'Code.S3Key': 'code',
  'Dimensions.0.Value': 'dimensions.QueueName',
  MessageRetentionPeriod: 'messageRetentionSeconds',
  OKActions: 'okActions',
  'NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp': 'networkConfiguration.assignPublicIp',
  'NetworkConfiguration.AwsvpcConfiguration.Subnets': 'networkConfiguration.subnets',
  'Policies.0.PolicyDocument': 'policy',
  PolicyDocument: 'policy',
  'PublicAccessBlockConfiguration.BlockPublicPolicy': 'blockPublicPolicy',
  'Targets.0.DeadLetterConfig': 'deadLetterConfig',
  TopicArn: 'topic',
  Value: 'insecureValue',
  VisibilityTimeout: 'visibilityTimeoutSeconds',
};

/** Names in capitals are the architecture's own. */
const camel = (word: string): string => word.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());

const spell = (property: string): string[] =>
  (
    properties[property] ??
    property
      .replace(/^SecurityGroupIngress\.0\./, '')
      .split('.')
      .map(camel)
      .join('.')
  ).split('.');

/** Outputs for CloudFormation's attributes whose names differ; those for `Ref`, by type. */
const attributes: Readonly<Record<string, string>> = {
  Arn: 'arn',
  QueueName: 'name',
  GroupId: 'id',
  Version: 'version',
};
const refs: Readonly<Record<string, string>> = { 'aws:sns/topic:Topic': 'arn' };

/** Pulumi's words: camelCase, kebab case in place of construct ids, and some resources in place of properties. */
export const pulumi: Vocabulary = {
  place: (path, property = '') => {
    const [, from, part] = moved.find(([name, owner]) => name.test(property) && owner.test(path)) ?? [];
    const [kind, element = '', ...rest] = (from ? path.replace(from, part!) : path).split('/');
    const name = (kind === 'foundation' ? [element, ...rest] : rest).join('/');
    return `${kind === 'foundation' ? kind : element}-${parts[name] ?? kebab(name)}`;
  },
  keys: spell,
  reference: (urn, attribute, type): Json => ({
    $ref: { urn, path: [attribute === 'Ref' ? refs[type] : attributes[attribute]] },
  }),
  unrecognized: (property) => {
    if (property === '' || property.startsWith('options.')) return property;
    if (property.startsWith('DependsOn')) return 'options.dependsOn';
    return property === '{}' ? 'inputs' : `inputs.${spell(property)[0]}`;
  },
  bucket: 'aws:s3/bucket:Bucket',
  output: ({ outputs }, name) => ({ holder: outputs, key: name }),
  waits: ({ options }) => ({ holder: options, key: 'dependsOn' }),
  release: (whole) => void (whole.options = {}),
  unignore: ({ options }) => void (options.ignoreChanges = []),
};
