import { isPointer } from './made';
import { plainText, type Place } from './places';
import { equal, propertiesOf, type Path, type Resource } from './resource';
import { replacesOther, sharesMessages } from './single';

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
  replacesOther(resource, around.resources) ??
  sharesMessages(resource, around.resources) ??
  removesFromResource(resource, around) ??
  grantsAnew(resource, around) ??
  replacesWidely(resource, around);

/** Says what a resource removes from an architecture to which it doesn't refer: in the whole project or account. */
export const replacesWidely = (resource: Resource, around: Surroundings): string | undefined =>
  grantsAnewOnProject(resource, around) ?? attachesAnew(resource, around);

/** Types that take something away from the resource that they name. */
const removals: Readonly<Record<string, readonly [what: string, of: Path]>> = {
  // https://www.pulumi.com/registry/packages/aws/api-docs/sqs/redrivepolicy/
  'aws:sqs/redrivePolicy:RedrivePolicy': ["replaces the queue's own dead-letter queue", ['inputs', 'queueUrl']],
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
