import { splitElementId } from '../../model/name';
import { mentions, type AppView, type Final } from './app-view';

/** Types of which AWS keeps one for each resource, so that a second one replaces the first. */
const policies = [
  { type: 'AWS::SQS::QueuePolicy', property: 'Queues', of: 'AWS::SQS::Queue' },
  { type: 'AWS::SNS::TopicPolicy', property: 'Topics', of: 'AWS::SNS::Topic' },
  { type: 'AWS::S3::BucketPolicy', property: 'Bucket', of: 'AWS::S3::Bucket' },
] as const;

/**
 * Errors about policies that an app creates for an element's resource although it has one.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queuepolicy.html
 */
export const secondPolicies = (view: AppView): string[] =>
  policies.flatMap(({ type, property, of }) => {
    const all = view.ofType(type);
    if (all.length < 2) return [];
    return view
      .ofType(of)
      .filter(({ element }) => element !== undefined)
      .flatMap((resource) => {
        const [first, second] = all
          .filter(({ properties }) => mentions(properties[property], resource))
          .sort(oursFirst);
        return first && second ? [refusal(resource, second)] : [];
      });
  });

const oursFirst = (one: Final, other: Final): number => Number(!one.element) - Number(!other.element);

const refusal = ({ element }: Final, { construct }: Final): string =>
  `${element}: must have one policy, got a second one at ${construct.node.path.replace(/\/Resource$/, '')}, which ` +
  'replaces the first (AWS keeps one for each resource; add statements with addToResourcePolicy of the element)';

/**
 * Errors about policies that an app creates for a topic of alarms, where nothing lets alarms publish.
 * @see https://repost.aws/knowledge-center/cloudwatch-receive-sns-for-alarm-trigger
 */
export function silencedAlarms(view: AppView, topics: ReadonlySet<string>): string[] {
  const foreign = view.ofType('AWS::SNS::TopicPolicy').filter(({ element }) => element === undefined);
  if (foreign.length === 0) return [];
  return view
    .ofType('AWS::SNS::Topic')
    .filter(({ element }) => element !== undefined && topics.has(splitElementId(element).name))
    .flatMap((topic) => {
      const policy = foreign.find(({ properties }) => mentions(properties['Topics'], topic));
      return policy ? [silence(topic, policy)] : [];
    });
}

const silence = ({ element }: Final, { construct }: Final): string =>
  `${element}: must be published to by alarms, got the policy ${construct.node.path.replace(/\/Resource$/, '')}, which ` +
  "replaces SNS's default one (add its statements with addToResourcePolicy of the topic)";
