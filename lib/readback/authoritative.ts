import { isPointer } from './made';
import { plainText, type Place } from './places';
import { equal, propertiesOf, type Path, type Resource } from './resource';

/** Surroundings of a resource that may replace something in them. */
export interface Surroundings {
  readonly resources: readonly Resource[];
  readonly places: readonly Place[];
  /** Tests that a value in a resource refers to a resource of the architecture. */
  readonly refers: (resource: Resource, value: unknown) => boolean;
}

/**
 * Says what a resource of an app replaces or removes, of what the architecture's resources set. The engines deploy both
 * without a word.
 * @returns undefined for a resource that only adds something
 */
export const replaces = (resource: Resource, around: Surroundings): string | undefined =>
  replacesOther(resource, around) ??
  removesFromResource(resource, around) ??
  grantsAnew(resource, around) ??
  replacesWidely(resource, around);

/** Says what a resource removes from an architecture to which it doesn't refer: in the whole project or account. */
export const replacesWidely = (resource: Resource, around: Surroundings): string | undefined =>
  grantsAnewOnProject(resource, around) ?? attachesAnew(resource, around);

/** A type of which a resource of the cloud has one, with the paths of the values that say which resource that is. */
type Single = readonly [what: string, ...of: Path[]];

/**
 * - queues: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html
 * - buckets: https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html and
 *   https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketNotificationConfiguration.html
 * - retries: https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionEventInvokeConfig.html
 */
const singles: Readonly<Record<string, Single>> = {
  'AWS::SQS::QueuePolicy': ['a queue has one policy', ['Properties', 'Queues']],
  'aws:sqs/queuePolicy:QueuePolicy': ['a queue has one policy', ['inputs', 'queueUrl']],
  'AWS::S3::BucketPolicy': ['a bucket has one policy', ['Properties', 'Bucket']],
  'aws:s3/bucketPolicy:BucketPolicy': ['a bucket has one policy', ['inputs', 'bucket']],
  'aws:s3/bucketNotification:BucketNotification': ['a bucket has one set of notifications', ['inputs', 'bucket']],
  'AWS::Lambda::EventInvokeConfig': [
    'a version of a function has one set of retries',
    ['Properties', 'FunctionName'],
    ['Properties', 'Qualifier'],
  ],
  'aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig': [
    'a version of a function has one set of retries',
    ['inputs', 'functionName'],
    ['inputs', 'qualifier'],
  ],
};

function replacesOther(resource: Resource, { resources }: Surroundings): string | undefined {
  const [what, ...of] = Object.hasOwn(singles, resource.type) ? singles[resource.type]! : [];
  const other =
    what === undefined
      ? undefined
      : resources.find(
          (one) =>
            one !== resource &&
            one.owner !== undefined &&
            one.type === resource.type &&
            of.every((path) => meet(one.at(path), resource.at(path))),
        );
  return other && `replaces that of ${other.owner}, or is replaced by it: ${what}`;
}

/** Tests that two values name a resource in common. An attribute may be another one: a URL, an ARN. */
function meet(a: unknown, b: unknown): boolean {
  const [ours, theirs] = [a, b].map((value) => (Array.isArray(value) ? (value as unknown[]) : [value]));
  return ours!.some((one) =>
    theirs!.some((other) => (isPointer(one) && isPointer(other) ? one.at === other.at : equal(one, other))),
  );
}

/** Types that take something away from the resource that they name. */
const removals: Readonly<Record<string, readonly [what: string, of: Path]>> = {
  // https://repost.aws/knowledge-center/cloudwatch-receive-sns-for-alarm-trigger
  'AWS::SNS::TopicPolicy': ["replaces the topic's default policy, which lets alarms publish", ['Properties', 'Topics']],
  'aws:sns/topicPolicy:TopicPolicy': [
    "replaces the topic's default policy, which lets alarms publish",
    ['inputs', 'arn'],
  ],
  // https://www.pulumi.com/registry/packages/aws/api-docs/iam/rolepoliciesexclusive/ and its neighbours
  'aws:iam/rolePoliciesExclusive:RolePoliciesExclusive': [
    'removes all other inline policies from the role',
    ['inputs', 'roleName'],
  ],
  'aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive': [
    'detaches all other managed policies from the role',
    ['inputs', 'roleName'],
  ],
};

function removesFromResource(resource: Resource, { refers }: Surroundings): string | undefined {
  const [what, of] = Object.hasOwn(removals, resource.type) ? removals[resource.type]! : [];
  return of && refers(resource, resource.at(of)) ? what : undefined;
}

/**
 * A binding or policy of IAM, which is authoritative; a member only adds.
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_project_iam
 */
function grantIn({ type }: Resource): { of: 'binding' | 'policy'; onProject: boolean } | undefined {
  const [, on = '', of = ''] = /^(?:google_|gcp:)(.+?)(?:_|\/\w+:\w*?)iam_?(binding|policy)$/i.exec(type) ?? [];
  return of === ''
    ? undefined
    : { of: of.toLowerCase() as 'binding' | 'policy', onProject: on === 'project' || on === 'projects' };
}

/** Properties that say who gets what, and what the engine waits for. */
const notOn = ['members', 'role', 'condition', 'policy_data', 'policyData', 'depends_on', 'lifecycle', 'provider'];

function grantsAnew(resource: Resource, { refers }: Surroundings): string | undefined {
  const grant = grantIn(resource);
  if (!grant || grant.onProject) return undefined;
  const on = Object.entries(propertiesOf(resource)).filter(([key]) => !notOn.includes(key));
  if (!on.some(([, value]) => refers(resource, value))) return undefined;
  return grant.of === 'policy'
    ? 'removes all other members of every role there'
    : `removes all other members with ${roleIn(resource)} there`;
}

function roleIn(resource: Resource): string {
  const { role } = propertiesOf(resource);
  return typeof role === 'string' ? role : 'its role';
}

/** The types with which an architecture grants a role on the project. */
const membersOfProject = ['google_project_iam_member', 'gcp:projects/iAMMember:IAMMember'];

function grantsAnewOnProject(resource: Resource, { resources, places }: Surroundings): string | undefined {
  const grant = grantIn(resource);
  if (!grant?.onProject) return undefined;
  const { project, role, condition } = propertiesOf(resource);
  const where = projectOf(project, places);
  // A binding is authoritative for its role together with its condition.
  const removed = resources.find((one) => {
    if (one.owner === undefined || !membersOfProject.includes(one.type)) return false;
    const ours = propertiesOf(one);
    const isSame = ours['role'] === role && equal(first(ours['condition']), first(condition));
    return grant.of === 'policy' || typeof role !== 'string' || isSame;
  });
  if (!removed || where === 'another') return undefined;
  const all = grant.of === 'policy' ? 'of every role' : `with ${roleIn(resource)}`;
  const unsure = where === 'unknown' ? " (if this is the architecture's project)" : '';
  return `removes all other members ${all} from the project, also of ${removed.owner}${unsure}`;
}

const first = (value: unknown): unknown => (Array.isArray(value) ? (value as unknown[])[0] : value);

/** The pointers that stand for an architecture's project. */
const ofProject = ['project', 'gcp:project'];

/** Compares a project with that of the architecture. A text may be the value of a variable. */
function projectOf(value: unknown, places: readonly Place[]): 'same' | 'another' | 'unknown' {
  if (isPointer(value) && ['var', 'config'].includes(value.at) && ofProject.includes(value.attribute)) return 'same';
  if (isPointer(value) && value.at === 'another place') return 'another';
  const own = places.find(({ pointer }) => ofProject.includes(pointer.attribute))?.written;
  const text = plainText(value, places);
  if (typeof own !== 'string' || text === undefined) return 'unknown';
  return text === own ? 'same' : 'another';
}

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/iam/policyattachment/ */
function attachesAnew(resource: Resource, { resources }: Surroundings): string | undefined {
  if (resource.type !== 'aws:iam/policyAttachment:PolicyAttachment') return undefined;
  const policy = ['inputs', 'policyArn'];
  const removed = resources.find(
    (one) =>
      one.owner !== undefined &&
      one.type === 'aws:iam/rolePolicyAttachment:RolePolicyAttachment' &&
      equal(one.at(policy), resource.at(policy)),
  );
  return removed && `detaches the policy from everything that it doesn't list, also from ${removed.owner}`;
}
