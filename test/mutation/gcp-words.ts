import { kebab, type Vocabulary } from './edit';

/** Terraform's words are Google's; a table gives places as CDKTF has them. */
export const cdktf: Vocabulary = {
  place: (path) => path,
  keys: (property) => property.split('.'),
  reference: (id, attribute) => `\${${id}.${attribute}}`,
  unrecognized: (property) => property,
  bucket: 'google_storage_bucket',
  output: ({ output }, name) => ({ holder: output[name], key: 'value' }),
  waits: (whole) => ({ holder: whole, key: 'depends_on' }),
  release: (whole) => delete whole.lifecycle,
  unignore: (whole) => delete whole.lifecycle,
};

const camel = (word: string): string => word.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The parts whose names on Pulumi don't follow from their construct ids. */
const parts: Readonly<Record<string, string>> = {
  SourceObject: 'source',
  'Trigger/Schedule0': 'job-trigger-schedule-0',
  'Trigger/Invoker': 'invoker-trigger',
  'Trigger/Signer': 'signer-trigger',
  'Trigger/QueueJobs/Subscription': 'subscription-trigger-queue-jobs',
  'Trigger/TopicEvents/Subscription': 'subscription-trigger-topic-events',
  'Trigger/BucketReports/Topic': 'topic-trigger-bucket-reports',
  'Trigger/BucketReports/Notification0': 'notification-trigger-bucket-reports-0',
  'Trigger/BucketReports/Wait': 'wait-trigger-bucket-reports',
  DeadLetters: 'subscription-dead-letters',
  DeadLetterTopic: 'dead-letters',
  TopicAgent: 'agent-topic',
};

/** Blocks that Pulumi names in the plural. */
const lists: Readonly<Record<string, string>> = {
  lifecycle_rule: 'lifecycleRules',
  match_rules: 'matchRules',
  path_matcher: 'pathMatchers',
  route_rules: 'routeRules',
};

/** Properties that are an engine's own, not Google's. */
const options: Readonly<Record<string, string>> = {
  depends_on: 'options.dependsOn',
  lifecycle: 'options.ignoreChanges',
};

/** Pulumi's words: camelCase in place of snake_case, kebab case in place of construct ids. */
export const pulumi: Vocabulary = {
  place: (path) => {
    const [kind, element, ...rest] = path.split('/');
    const [names, part] = kind === 'foundation' ? ['foundation', [element, ...rest]] : [element, rest];
    const name = part.join('/');
    return `${names}-${parts[name] ?? kebab(name)}`;
  },
  keys: (property) => property.split('.').map((word) => lists[word] ?? camel(word)),
  reference: (urn, attribute) => ({ $ref: { urn, path: [attribute] } }),
  unrecognized: (property) => {
    const [first = ''] = property.split('.');
    return first === '' ? '' : (options[first] ?? `inputs.${lists[first] ?? camel(first)}`);
  },
  bucket: 'gcp:storage/bucket:Bucket',
  output: ({ outputs }, name) => ({ holder: outputs, key: name }),
  waits: ({ options }) => ({ holder: options, key: 'dependsOn' }),
  release: ({ options }) => void (options.retainOnDelete = false),
  unignore: ({ options }) => void (options.ignoreChanges = []),
};
