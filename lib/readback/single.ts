import { isPointer } from './made';
import { equal, type Path, type Resource } from './resource';

/** A type of which a resource of the cloud has one, with the paths of the values that say which resource that is. */
type Single = readonly [what: string, ...of: Path[]];

/**
 * - queues: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html
 * - buckets: https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html and
 *   https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketNotificationConfiguration.html
 * - a bucket's other settings: the neighbors of these two
 * - retries: https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionEventInvokeConfig.html
 * - provisioned concurrency: https://docs.aws.amazon.com/lambda/latest/api/API_PutProvisionedConcurrencyConfig.html
 */
const singles: Readonly<Record<string, Single>> = {
  'AWS::SQS::QueuePolicy': ['a queue has one policy', ['Properties', 'Queues']],
  'aws:sqs/queuePolicy:QueuePolicy': ['a queue has one policy', ['inputs', 'queueUrl']],
  'AWS::S3::BucketPolicy': ['a bucket has one policy', ['Properties', 'Bucket']],
  'aws:s3/bucketPolicy:BucketPolicy': ['a bucket has one policy', ['inputs', 'bucket']],
  'aws:s3/bucketNotification:BucketNotification': ['a bucket has one set of notifications', ['inputs', 'bucket']],
  'aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration': [
    'a bucket has one lifecycle',
    ['inputs', 'bucket'],
  ],
  'aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock': [
    'a bucket has one block of public access',
    ['inputs', 'bucket'],
  ],
  'aws:s3/bucketOwnershipControls:BucketOwnershipControls': ['a bucket has one object ownership', ['inputs', 'bucket']],
  'aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration': [
    'a bucket has one default encryption',
    ['inputs', 'bucket'],
  ],
  'aws:s3/bucketVersioning:BucketVersioning': ['a bucket has one state of versioning', ['inputs', 'bucket']],
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
  'aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig': [
    'a version of a function has one provisioned concurrency',
    ['inputs', 'functionName'],
    ['inputs', 'qualifier'],
  ],
};

/** Says which element's resource another one replaces, because the cloud has only one of them. */
export function replacesOther(resource: Resource, resources: readonly Resource[]): string | undefined {
  const [what, ...of] = Object.hasOwn(singles, resource.type) ? singles[resource.type]! : [];
  const owner = what && ownerOfSame(resource, resources, of);
  return owner && `replaces that of ${owner}, or is replaced by it: ${what}`;
}

/** The element that has a resource of the same type for the same resources of the cloud. */
const ownerOfSame = (resource: Resource, resources: readonly Resource[], of: readonly Path[]): string | undefined =>
  resources.find(
    (one) =>
      one !== resource &&
      one.owner !== undefined &&
      one.type === resource.type &&
      (of.every((path) => meet(one.at(path), resource.at(path))) ||
        // An alias belongs to one function, whichever attribute names that.
        of.slice(1).some((path) => isSamePointer(one.at(path), resource.at(path)))),
  )?.owner;

/**
 * Consumers of a queue, with the path of the queue.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
 */
const consumers: Readonly<Record<string, Path>> = {
  'AWS::Lambda::EventSourceMapping': ['Properties', 'EventSourceArn'],
  'aws:lambda/eventSourceMapping:EventSourceMapping': ['inputs', 'eventSourceArn'],
};

/** Says which element gets only a part of its messages because of another consumer. */
export function sharesMessages(resource: Resource, resources: readonly Resource[]): string | undefined {
  const of = Object.hasOwn(consumers, resource.type) ? consumers[resource.type] : undefined;
  const owner = of && ownerOfSame(resource, resources, [of]);
  return owner && `takes messages away from ${owner}: each message goes to one consumer`;
}

/** Tests that two values name a resource in common. An attribute may be another one: a URL, an ARN. */
function meet(a: unknown, b: unknown): boolean {
  const [ours, theirs] = [a, b].map((value) => (Array.isArray(value) ? (value as unknown[]) : [value]));
  return ours!.some((one) =>
    theirs!.some((other) => (isPointer(one) && isPointer(other) ? one.at === other.at : equal(one, other))),
  );
}

const isSamePointer = (a: unknown, b: unknown): boolean => isPointer(a) && isPointer(b) && a.at === b.at;
