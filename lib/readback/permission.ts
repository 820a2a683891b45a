import type { Artefact } from './artefact';
import { nameOf, permissionsIn, type Permission } from './statement';
import { isObject, propertiesOf, type Resource } from './resource';

/** A resource that gives permissions, and the properties that say which. */
interface Giver {
  /** The properties with policies. */
  readonly policies: readonly string[];
  /** The properties that name the roles, users and groups with the policy. */
  readonly by?: readonly string[];
  /** The property that names the resource with the policy. */
  readonly at?: string;
  /** Properties that permit nothing. */
  readonly others?: readonly string[];
}

const names = ['Description', 'ManagedPolicyName', 'Path', 'PolicyName', 'Tags'];
const pulumiNames = ['description', 'name', 'namePrefix', 'path', 'tags'];

/** Resources with a policy, by type. A policy of roles names resources, one of a resource names principals. */
const givers: Readonly<Record<string, Giver>> = {
  'AWS::IAM::Policy': { policies: ['PolicyDocument'], by: ['Roles', 'Users', 'Groups'], others: names },
  'AWS::IAM::ManagedPolicy': { policies: ['PolicyDocument'], by: ['Roles', 'Users', 'Groups'], others: names },
  'AWS::IAM::RolePolicy': { policies: ['PolicyDocument'], by: ['RoleName'], others: names },
  'AWS::SQS::QueuePolicy': { policies: ['PolicyDocument'], at: 'Queues' },
  'AWS::SNS::TopicPolicy': { policies: ['PolicyDocument'], at: 'Topics' },
  'AWS::S3::BucketPolicy': { policies: ['PolicyDocument'], at: 'Bucket' },
  'AWS::SecretsManager::ResourcePolicy': {
    policies: ['ResourcePolicy'],
    at: 'SecretId',
    others: ['BlockPublicPolicy'],
  },
  'aws:iam/rolePolicy:RolePolicy': { policies: ['policy'], by: ['role'], others: pulumiNames },
  'aws:iam/policy:Policy': { policies: ['policy'], by: [], others: pulumiNames },
  'aws:sqs/queuePolicy:QueuePolicy': { policies: ['policy'], at: 'queueUrl' },
  'aws:sns/topicPolicy:TopicPolicy': { policies: ['policy'], at: 'arn' },
  'aws:s3/bucketPolicy:BucketPolicy': { policies: ['policy'], at: 'bucket' },
  'aws:secretsmanager/secretPolicy:SecretPolicy': {
    policies: ['policy'],
    at: 'secretArn',
    others: ['blockPublicPolicy'],
  },
};

/**
 * Splits a resource that only gives permissions, such as a policy, into these.
 * @returns undefined for a resource that does more
 */
export function permissionsBy(resource: Resource, artefact: Artefact): Permission[] | undefined {
  const { type } = resource;
  const giver = Object.hasOwn(givers, type) ? givers[type] : undefined;
  if (giver) return given(resource, giver, artefact);
  const role = Object.hasOwn(roles, type) && resource.owner === undefined ? roles[type] : undefined;
  if (role) return ofRole(resource, role, artefact);
  if (Object.hasOwn(invocations, type)) return invoked(resource, invocations[type]!, artefact);
  if (Object.hasOwn(deliveries, type)) return delivered(resource, deliveries[type]!, artefact);
  if (Object.hasOwn(attachments, type)) return attached(resource, attachments[type]!, artefact);
  return isMember(type) ? roleOf(resource, artefact) : undefined;
}

function given(resource: Resource, giver: Giver, artefact: Artefact): Permission[] {
  const { policies, by = [], at, others = [] } = giver;
  const properties = propertiesOf(resource);
  const holders = by.flatMap((key) => properties[key] ?? []);
  // A policy that isn't attached here can be attached elsewhere.
  const holder = giver.by ? { by: holders.length > 0 ? holders : [resource.address] } : { at: onlyOf(properties[at!]) };
  const known = [...policies, ...by, ...others, ...(at === undefined ? [] : [at])];
  return [
    ...policies.flatMap((key) => permissionsIn(properties[key], holder, artefact)),
    ...beside(properties, known, artefact),
  ];
}

/** The properties of a role that give permissions: to assume it, and its own policies. */
interface Role {
  readonly trust: string;
  readonly policies: string;
  readonly document: string;
}

/** Roles of an app's own. One of the architecture's is read by its element. */
const roles: Readonly<Record<string, Role>> = {
  'AWS::IAM::Role': { trust: 'AssumeRolePolicyDocument', policies: 'Policies', document: 'PolicyDocument' },
  'aws:iam/role:Role': { trust: 'assumeRolePolicy', policies: 'inlinePolicies', document: 'policy' },
};

function ofRole(resource: Resource, { trust, policies, document }: Role, artefact: Artefact): Permission[] {
  const properties = propertiesOf(resource);
  const inline = properties[policies];
  const documents = Array.isArray(inline) ? inline.map((one: unknown) => (isObject(one) ? one[document] : one)) : [];
  return [
    ...permissionsIn(properties[trust], { at: resource.address }, artefact),
    ...documents.flatMap((one) => permissionsIn(one, { by: [resource.address] }, artefact)),
    ...beside(properties, [trust, policies], artefact).map((one) => ({ ...one, on: one.value })),
  ];
}

/** The properties of a permission to invoke a function. */
interface Invocation {
  readonly who: string;
  readonly action: string;
  readonly on: string;
  readonly qualifier?: string;
  readonly others?: readonly string[];
}

const invocations: Readonly<Record<string, Invocation>> = {
  'AWS::Lambda::Permission': { who: 'Principal', action: 'Action', on: 'FunctionName' },
  'aws:lambda/permission:Permission': {
    who: 'principal',
    action: 'action',
    on: 'function',
    qualifier: 'qualifier',
    others: ['statementId', 'statementIdPrefix'],
  },
};

function invoked(resource: Resource, invocation: Invocation, artefact: Artefact): Permission[] {
  const { who, action, on, qualifier = '', others: known = [] } = invocation;
  const { [who]: by, [action]: what, [on]: target, [qualifier]: alias, ...others } = propertiesOf(resource);
  const conditions = Object.fromEntries(Object.entries(others).filter(([key]) => !known.includes(key)));
  const [caller, called, verb] = [by, target, what].map((value) => nameOf(value, artefact));
  const through = alias === undefined ? '' : ` through ${nameOf(alias, artefact)}`;
  const condition = Object.keys(conditions).length === 0 ? '' : ` if ${nameOf(conditions, artefact)}`;
  return [{ name: `${caller} may ${verb} on ${called}${through}${condition}`, value: 'Allow', by, on: target }];
}

/** Deliveries of messages: the property of their source, and that of their destination. */
const deliveries: Readonly<Record<string, readonly [from: string, to: string]>> = {
  'AWS::SNS::Subscription': ['TopicArn', 'Endpoint'],
  'AWS::Lambda::EventSourceMapping': ['EventSourceArn', 'FunctionName'],
  'aws:sns/topicSubscription:TopicSubscription': ['topic', 'endpoint'],
  'aws:lambda/eventSourceMapping:EventSourceMapping': ['eventSourceArn', 'functionName'],
};

function delivered(resource: Resource, [from, to]: readonly [string, string], artefact: Artefact): Permission[] {
  const { [from]: by, [to]: on, ...others } = propertiesOf(resource);
  const said = Object.keys(others).length === 0 ? '' : ` with ${nameOf(others, artefact)}`;
  const name = `${nameOf(by, artefact)} delivers to ${nameOf(on, artefact)}${said}`;
  return [{ name, value: resource.type, by, on }];
}

/** Attachments of managed policies: the property of the role, user or group, and that of the policy. */
const attachments: Readonly<Record<string, readonly [by: string, policy: string]>> = {
  'aws:iam/rolePolicyAttachment:RolePolicyAttachment': ['role', 'policyArn'],
};

function attached(resource: Resource, [who, policy]: readonly [string, string], artefact: Artefact): Permission[] {
  const properties = propertiesOf(resource);
  const { [who]: by, [policy]: on } = properties;
  const name = `${nameOf(by, artefact)} may everything in ${nameOf(on, artefact)}`;
  return [{ name, value: 'Allow', by, on }, ...beside(properties, [who, policy], artefact)];
}

/**
 * Tests for a type that gives one member one role on a Google resource. A binding replaces every other member, so it
 * does more than that.
 */
const isMember = (type: string): boolean =>
  /^google_\w+_iam_member$/.test(type) || /^gcp:\w+\/\w*[iI][aA][mM]Member:\w+$/.test(type);

function roleOf(resource: Resource, artefact: Artefact): Permission[] {
  const { member: by, role, condition, depends_on: _, ...place } = propertiesOf(resource);
  const where = Object.keys(place)
    .sort()
    .map((key) => `${key} ${nameOf(place[key], artefact)}`);
  const said = condition === undefined ? '' : ` if ${nameOf(condition, artefact)}`;
  const name = `${nameOf(by, artefact)} may ${nameOf(role, artefact)} on ${where.join(', ')}${said}`;
  return [{ name, value: 'Allow', by, on: [...Object.values(place), condition] }];
}

/** Properties that aren't known to permit nothing, each by its name and value. */
const beside = (properties: Record<string, unknown>, known: readonly string[], artefact: Artefact): Permission[] =>
  Object.keys(properties)
    .filter((key) => !known.includes(key))
    .map((key) => ({ name: `${key} ${nameOf(properties[key], artefact)}`, value: properties[key] }));

/** The only item of a list; any other value as it is. */
const onlyOf = (value: unknown): unknown => (Array.isArray(value) && value.length === 1 ? value[0] : value);
