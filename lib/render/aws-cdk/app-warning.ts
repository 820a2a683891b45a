import { Annotations } from 'aws-cdk-lib';
import type { AwsPlan } from '../../cloud/aws/architecture';
import { splitElementId } from '../../model/name';
import { mentions, type AppView, type Final } from './app-view';

/** A warning about a change of an app that an element may not survive. */
interface Doubt {
  readonly at: Final;
  /** The last part of its id. */
  readonly id: string;
  readonly message: string;
}

/** Warns of changes of an app that can stop an element from working, and that may be intended. */
export function warnOfApp(view: AppView, plan: AwsPlan): void {
  for (const { at, id, message } of [...ownKeys(view), ...unkeptData(view, plan), ...secondConsumers(view)]) {
    Annotations.of(at.construct).addWarningV2(`triptych:${id}`, `${at.element}: ${message}`);
  }
}

/** The place of the key in the properties of each type. */
const keys: Readonly<Record<string, RegExp>> = {
  'AWS::DynamoDB::Table': /"KMSMasterKeyId":/,
  'AWS::S3::Bucket': /"KMSMasterKeyID":/,
  'AWS::SNS::Topic': /"KmsMasterKeyId":/,
  'AWS::SQS::Queue': /"KmsMasterKeyId":/,
  'AWS::SecretsManager::Secret': /"KmsKeyId":/,
};

/**
 * A key of the app: permissions of the architecture don't include it, and services have no role that could.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
 */
const ownKeys = (view: AppView): Doubt[] =>
  Object.entries(keys).flatMap(([type, key]) =>
    view
      .ofType(type)
      .filter(({ element, properties }) => element !== undefined && key.test(JSON.stringify(properties)))
      .map((at) => ({
        at,
        id: 'key',
        message:
          'has a key of the app, which no permission of the architecture includes (call grantEncryptDecrypt of the ' +
          'key for each element that uses this one, and allow the services that send to it in the key policy: ' +
          'sns.amazonaws.com and events.amazonaws.com for dead letters, cloudwatch.amazonaws.com for alarms)',
      })),
  );

const kept = ['Retain', 'RetainExceptOnCreate'];

/** Data that the architecture retains, and the app has deleted with the stack. */
const unkeptData = (view: AppView, { tables, buckets, secrets }: AwsPlan): Doubt[] =>
  (
    [
      ['AWS::DynamoDB::Table', tables],
      ['AWS::S3::Bucket', buckets],
      ['AWS::SecretsManager::Secret', secrets],
    ] as const
  ).flatMap(([type, plans]) =>
    view
      .ofType(type)
      .filter(({ element }) => element !== undefined && plans[splitElementId(element).name]?.retain)
      .filter(({ deletionPolicy }) => !kept.includes(String(deletionPolicy)))
      .map((at) => ({
        at,
        id: 'retain',
        message:
          `has retain: true in the architecture, and the deletion policy ${String(deletionPolicyOf(at))} in the stack, ` +
          'which deletes its data (leave the element out of RemovalPolicies, or set retain: false)',
      })),
  );

const deletionPolicyOf = ({ deletionPolicy }: Final): unknown => deletionPolicy ?? 'Delete';

/** Queues of which two event sources receive messages: each message goes to one of them only. */
const secondConsumers = (view: AppView): Doubt[] => {
  const sources = view.ofType('AWS::Lambda::EventSourceMapping');
  return view
    .ofType('AWS::SQS::Queue')
    .filter(({ element }) => element !== undefined)
    .filter((queue) => sources.filter(({ properties }) => mentions(properties['EventSourceArn'], queue)).length > 1)
    .map((at) => ({
      at,
      id: 'consumer',
      message:
        'has two consumers, and each message goes to one of them only (publish to a topic to which both queues subscribe)',
    }));
};
