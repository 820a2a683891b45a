import { nearest } from './nearest';

/**
 * Names that other tools have for the fields of the model. Messages and the types of `defineArchitecture`
 * suggest a field only where it exists.
 */
export const habits = {
  memoryMiB: [
    'memory',
    'memoryMb',
    'memorySize',
    'memoryInMb',
    'memoryLimit',
    'memoryLimitMiB',
    'availableMemory',
    'ram',
  ],
  timeoutSeconds: [
    'timeout',
    'timeoutInSeconds',
    'timeoutSec',
    'timeoutMs',
    'visibilityTimeout',
    'visibilityTimeoutSeconds',
    'ackDeadline',
    'ackDeadlineSeconds',
  ],
  environment: ['env', 'envs', 'envVars', 'vars', 'variables', 'environmentVariables'],
  handler: ['entryPoint', 'main'],
  code: ['source', 'src', 'codeUri', 'path', 'folder', 'directory', 'zip'],
  architecture: ['arch', 'platform'],
  runtime: ['language'],
  http: ['url', 'functionUrl'],
  triggers: ['events', 'on', 'sources'],
  uses: ['grants', 'permissions', 'policies', 'access', 'iam'],
  concurrencyPerInstance: ['concurrency', 'maxConcurrency', 'maxInstanceRequestConcurrency'],
  retry: ['retries', 'retryPolicy'],
  deadLetter: ['dlq', 'deadLetterQueue', 'deadLetterTopic', 'onFailure'],
  maxRetries: ['retries', 'attempts', 'maxRetryAttempts', 'retryAttempts'],
  maxAgeSeconds: ['maxAge', 'maxEventAge', 'maximumEventAgeInSeconds'],
  maxDeliveryAttempts: ['attempts', 'maxAttempts', 'maxReceiveCount', 'maxReceives', 'retries'],
  retentionDays: ['retention', 'retentionPeriod'],
  ordered: ['fifo', 'fifoQueue'],
  logRetentionDays: ['logRetention', 'logRetentionInDays', 'retention', 'retentionInDays'],
  expireDays: ['expiration', 'expirationDays', 'expirationInDays', 'lifecycle'],
  versioned: ['versioning'],
  partitionKey: ['hashKey', 'primaryKey', 'pk', 'key'],
  sortKey: ['rangeKey', 'sk'],
  ttlAttribute: ['ttl', 'timeToLive', 'timeToLiveAttribute'],
  pointInTimeRecovery: ['pitr'],
  retain: ['removalPolicy', 'deletionPolicy', 'deletionProtection'],
  port: ['containerPort'],
  image: ['containerImage', 'dockerImage', 'container'],
  command: ['cmd', 'args', 'entrypoint'],
  host: ['hostname', 'domain'],
  healthCheck: ['health', 'liveness'],
  ingress: ['public', 'access'],
  provisioned: ['provisionedConcurrency', 'provisionedConcurrentExecutions'],
  schedule: ['cron', 'cronExpression'],
  queue: ['sqs', 'queueName', 'queueArn'],
  topic: ['sns', 'topicName', 'topicArn', 'pubsub'],
  bucket: ['s3', 'bucketName'],
  rate: ['interval', 'every'],
  batchSize: ['batch', 'maxBatchSize'],
  timezone: ['tz', 'timeZoneId'],
  input: ['payload', 'body', 'event'],
  every: ['rate', 'interval'],
  instances: ['count', 'concurrency', 'size'],
  min: ['minimum', 'minInstances', 'minCapacity', 'minReplicas'],
  max: ['maximum', 'maxInstances', 'maxCapacity', 'maxReplicas'],
  routes: ['paths', 'endpoints'],
  notify: ['topic', 'sns', 'target'],
  functions: ['lambda', 'lambdas'],
  services: ['containers'],
  apis: ['gateway', 'gateways', 'rest', 'http'],
  queues: ['sqs'],
  topics: ['sns', 'pubsub'],
  tables: ['database', 'databases', 'dynamodb', 'firestore'],
  buckets: ['s3', 'storage'],
  secrets: ['secret'],
  tags: ['labels'],
  parameters: ['params', 'inputs', 'variables'],
  outputs: ['exports'],
  foundation: ['ground', 'network', 'vpc'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Advice for a name that the model has at another place, or nowhere. */
interface Elsewhere {
  readonly names: readonly string[];
  readonly write: string;
  /** Field with which the place begins: the hint helps only where it exists. @default anywhere */
  readonly in?: string;
}

const elsewhere: readonly Elsewhere[] = [
  {
    names: ['reservedConcurrency', 'maxInstances'],
    write: 'write coldStart: { dynamic: { max: … } }',
    in: 'coldStart',
  },
  { names: ['minInstances'], write: 'write coldStart: { dynamic: { min: … } }', in: 'coldStart' },
  { names: ['replicas', 'desiredCount'], write: 'write coldStart: { provisioned: … }', in: 'coldStart' },
  { names: ['provisionedConcurrency', 'provisioned'], write: 'write coldStart: { provisioned: … }', in: 'coldStart' },
  { names: ['deadLetter', 'dlq', 'deadLetterQueue'], write: 'write retry: { deadLetter: <queue> }', in: 'retry' },
  { names: ['maxRetries'], write: 'write retry: { maxRetries: … }', in: 'retry' },
  {
    names: ['dlq', 'deadLetter', 'deadLetterQueue', 'redrivePolicy'],
    write: 'leave it out: every queue has a dead-letter queue',
    in: 'maxDeliveryAttempts',
  },
  { names: ['schedule', 'cron'], write: 'write triggers: [{ schedule: … }]', in: 'triggers' },
  { names: ['rate', 'every'], write: 'write triggers: [{ rate: … }]', in: 'triggers' },
  { names: ['queue', 'queues'], write: 'write triggers: [{ queue: … }]', in: 'triggers' },
  { names: ['topic', 'topics'], write: 'write triggers: [{ topic: … }]', in: 'triggers' },
  { names: ['role'], write: 'leave it out: `uses` says what the role allows', in: 'uses' },
  {
    names: ['region', 'account', 'project', 'profile', 'credentials', 'stage'],
    write: "leave it out: the engine's own settings decide where the architecture is deployed",
    in: 'targets',
  },
  { names: ['provider', 'cloud', 'engine', 'platform'], write: 'write targets: [aws-cdk]', in: 'targets' },
];

/** Letters and digits of a name, so that `memory_mb` and `memoryMB` are equal. */
const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

const byName = new Map<string, string[]>();
for (const [field, names] of Object.entries(habits))
  for (const name of [field, ...names]) byName.set(plain(name), [...(byName.get(plain(name)) ?? []), field]);

/** Field of the model that was probably meant: with the same letters, or by its name in other tools. */
export const fieldMeant = (name: string, fields: readonly string[]): string | undefined =>
  byName.get(plain(name))?.find((field) => fields.includes(field)) ?? nearest(name, fields);

/** Hint about a name that isn't a field here; undefined without a guess. */
export function hintForField(name: string, fields: readonly string[]): string | undefined {
  const place = elsewhere.find(
    (one) =>
      one.names.some((other) => plain(other) === plain(name)) && (one.in === undefined || fields.includes(one.in)),
  );
  if (place) return place.write;
  const field = fieldMeant(name, fields);
  return field === undefined ? undefined : `did you mean ${field}?`;
}
