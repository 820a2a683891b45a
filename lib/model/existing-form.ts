import type { Kind } from './kind';
import type { Cloud } from './target';

/** The form of an identifier, as a pattern, in words and as an example. */
interface Form {
  readonly pattern: RegExp;
  readonly form: string;
  readonly example: string;
}

/** The kinds whose elements may stand for resources that something else owns. */
export type ExistingKind = Extract<Kind, 'queues' | 'topics' | 'buckets' | 'tables' | 'secrets'>;

const partition = 'aws(?:-[a-z]+)*';
const region = '[a-z]{2}(?:-[a-z]+)+-\\d';
const account = '\\d{12}';
const project = '(?:[a-z0-9.-]+:)?[a-z][a-z0-9-]{4,28}[a-z0-9]';

/** An ARN: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
const arn = (service: string, resource: string): RegExp =>
  new RegExp(`^arn:${partition}:${service}:${region}:${account}:${resource}$`);

/** The ARN of a bucket, whose name is unique without a region and an account. */
const bucketArn = new RegExp(`^arn:${partition}:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$`);

/** A name below a project, with the project's id: its number doesn't do in conditions of IAM. */
const inProject = (resource: string): RegExp => new RegExp(`^projects/${project}/${resource}$`);

/** Of Pub/Sub. */
const topicName = inProject('topics/[A-Za-z][A-Za-z0-9._~+%-]{2,254}');

/**
 * The identifiers of resources. Lengths and characters are the services' own:
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-queues.html,
 * https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html,
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html,
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html,
 * https://cloud.google.com/pubsub/docs/pubsub-basics#resource_names, https://cloud.google.com/storage/docs/buckets#naming,
 * https://cloud.google.com/secret-manager/docs/reference/rest/v1/projects.secrets/create,
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html,
 * https://cloud.google.com/firestore/docs/reference/rest/v1/projects.databases/create
 */
export const existingForms: Readonly<Record<ExistingKind, Readonly<Record<Cloud, Form>>>> = {
  queues: {
    aws: {
      pattern: arn('sqs', '[A-Za-z0-9_-]{1,80}(?:\\.fifo)?'),
      form: "a queue's ARN",
      example: 'arn:aws:sqs:eu-west-1:111122223333:jobs',
    },
    gcp: { pattern: topicName, form: "the name of a queue's topic", example: 'projects/my-project/topics/jobs' },
  },
  topics: {
    aws: {
      pattern: arn('sns', '[A-Za-z0-9_-]{1,256}'),
      form: "a standard topic's ARN",
      example: 'arn:aws:sns:eu-west-1:111122223333:events',
    },
    gcp: { pattern: topicName, form: "a topic's name", example: 'projects/my-project/topics/events' },
  },
  buckets: {
    aws: { pattern: bucketArn, form: "a bucket's ARN", example: 'arn:aws:s3:::my-uploads' },
    gcp: {
      pattern: /^projects\/_\/buckets\/[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]$/,
      form: "a bucket's name",
      example: 'projects/_/buckets/my-uploads',
    },
  },
  tables: {
    aws: {
      pattern: arn('dynamodb', 'table/[A-Za-z0-9_.-]{3,255}'),
      form: "a table's ARN",
      example: 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders',
    },
    gcp: {
      pattern: inProject('databases/(?:\\(default\\)|[a-z][a-z0-9-]{2,61}[a-z0-9])'),
      form: "a Firestore database's name",
      example: 'projects/my-project/databases/orders',
    },
  },
  secrets: {
    aws: {
      pattern: arn('secretsmanager', 'secret:[A-Za-z0-9/_+=.@-]{1,512}-[A-Za-z0-9]{6}'),
      form: "a secret's whole ARN, with the six characters at its end",
      example: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:token-a1B2c3',
    },
    gcp: {
      pattern: new RegExp(`^projects/(?:${project}|\\d+)/secrets/[A-Za-z0-9_-]{1,255}$`),
      form: "a secret's name",
      example: 'projects/my-project/secrets/token',
    },
  },
};
