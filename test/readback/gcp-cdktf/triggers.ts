import type { Artefact } from '../../../lib/readback/artefact';
import { readTriggers } from '../../../lib/readback/gcp/trigger';
import { dialect } from '../../../lib/readback/gcp-cdktf/dialect';
import { tagsOf } from '../../../lib/readback/tags';
import { body } from '../gcp-triggers';
import { terraform, type Piece } from '../pieces';
import type { Element } from '../shop';

const made =
  (owner: Piece['owner'], before = '') =>
  (id: string, type: string, properties: object, at = id): Piece => ({
    address: `google_${type}.${id}`,
    type: `google_${type}`,
    owner,
    local: `${before}${at}`,
    properties: properties as Piece['properties'],
  });

const ofGround = made('foundation');
const mine = made('functions.f', 'Trigger/');
const needs = (name: string, ...others: readonly string[]) => ({
  depends_on: [`google_project_service.${name}`, ...others],
});

const invoker = 'google_cloud_run_service_iam_member.invoker';
const url = '${google_cloudfunctions2_function.F.service_config[0].uri}';
const oidc_token = { service_account_email: '${google_service_account.trigger.email}', audience: url };
const agent = 'serviceAccount:service-${data.google_project.p.number}@gcp-sa-pubsub.iam.gserviceaccount.com';

const afterAgents = { depends_on: ['time_sleep.AgentsWait'] };

const push = (path: string, properties: object) => ({
  labels: { team: 'x' },
  push_config: { push_endpoint: `${url}/triggers/${path}`, oidc_token },
  retry_policy: { minimum_backoff: '10s', maximum_backoff: '600s' },
  ...needs('pubsub', invoker, 'google_service_account_iam_member.signer'),
  ...properties,
});

const forwarded = {
  ack_deadline_seconds: 90,
  message_retention_duration: '604800s',
  enable_message_ordering: false,
  expiration_policy: { ttl: '' },
  dead_letter_policy: { dead_letter_topic: '${google_pubsub_topic.D.id}', max_delivery_attempts: 5 },
};

const taken = (name: string, part: string): Piece =>
  mine(
    `agent-${name}`,
    'pubsub_subscription_iam_member',
    {
      subscription: `\${google_pubsub_subscription.${name}.id}`,
      role: 'roles/pubsub.subscriber',
      member: agent,
      ...afterAgents,
    },
    `${part}/Agent`,
  );

const pieces: readonly Piece[] = [
  ...['pubsub', 'iam', 'cloudscheduler', 'storage'].map((name) =>
    ofGround(name, 'project_service', { service: `${name}.googleapis.com` }),
  ),
  { ...ofGround('p', 'project', {}), address: 'data.google_project.p', type: 'data.google_project' },
  {
    ...ofGround('s', 'storage_project_service_account', { project: '${var.project}' }),
    address: 'data.google_storage_project_service_account.s',
    type: 'data.google_storage_project_service_account',
  },
  { ...ofGround('AgentsWait', 'x', {}), address: 'time_sleep.AgentsWait', type: 'time_sleep' },
  made('functions.f')('F', 'cloudfunctions2_function', { name: 'f' }),
  made('queues.q')('Q', 'pubsub_topic', {}, 'Topic'),
  made('queues.d')('D', 'pubsub_topic', {}, 'Topic'),
  made('topics.t')('T', 'pubsub_topic', {}, 'Topic'),
  made('buckets.b')('B', 'storage_bucket', { versioning: { enabled: true } }, 'Bucket'),
  mine(
    'trigger',
    'service_account',
    {
      account_id: 'shop-f-trigger',
      display_name: 'shop functions.f trigger',
      ...needs('iam'),
    },
    'ServiceAccount',
  ),
  mine(
    'invoker',
    'cloud_run_service_iam_member',
    {
      location: '${var.region}',
      service: '${google_cloudfunctions2_function.F.name}',
      role: 'roles/run.invoker',
      member: '${google_service_account.trigger.member}',
    },
    'Invoker',
  ),
  mine(
    'signer',
    'service_account_iam_member',
    {
      service_account_id: '${google_service_account.trigger.name}',
      role: 'roles/iam.serviceAccountOpenIdTokenCreator',
      member: agent,
      ...afterAgents,
    },
    'Signer',
  ),
  mine(
    'job',
    'cloud_scheduler_job',
    {
      name: 'shop-f-job',
      region: '${var.region}',
      description: 'shop functions.f schedule 2',
      schedule: '0 8 * * MON-FRI',
      time_zone: 'Europe/Berlin',
      attempt_deadline: '90s',
      retry_config: { retry_count: 1, min_backoff_duration: '10s' },
      http_target: {
        http_method: 'POST',
        uri: `${url}/triggers/schedule/2`,
        headers: { 'Content-Type': 'application/json' },
        body,
        oidc_token,
      },
      ...needs('cloudscheduler', invoker),
    },
    'Schedule2',
  ),
  mine(
    'q',
    'pubsub_subscription',
    push('queue/q', { name: 'shop-f-q', topic: '${google_pubsub_topic.Q.id}' }),
    'QueueQ/Subscription',
  ),
  mine(
    't',
    'pubsub_subscription',
    push('topic/t', { name: 'shop-f-t', topic: '${google_pubsub_topic.T.id}', ...forwarded }),
    'TopicT/Subscription',
  ),
  taken('t', 'TopicT'),
  mine(
    'b',
    'pubsub_subscription',
    push('bucket/b', { name: 'shop-f-b', topic: '${google_pubsub_topic.events.id}', ...forwarded }),
    'BucketB/Subscription',
  ),
  taken('b', 'BucketB'),
  mine(
    'events',
    'pubsub_topic',
    {
      name: 'shop-f-events',
      labels: { team: 'x' },
      message_storage_policy: { allowed_persistence_regions: ['${var.region}'] },
      ...needs('pubsub'),
    },
    'BucketB/Topic',
  ),
  mine(
    'publisher',
    'pubsub_topic_iam_member',
    {
      topic: '${google_pubsub_topic.events.id}',
      role: 'roles/pubsub.publisher',
      member: '${data.google_storage_project_service_account.s.member}',
      ...afterAgents,
    },
    'BucketB/Publisher',
  ),
  {
    ...mine(
      'wait',
      'x',
      {
        create_duration: '120s',
        triggers: { publisher: '${data.google_storage_project_service_account.s.member}', topic: 'shop-f-events' },
        depends_on: ['google_pubsub_topic_iam_member.publisher'],
      },
      'BucketB/Wait',
    ),
    address: 'time_sleep.wait',
    type: 'time_sleep',
  },
  mine(
    'notification',
    'storage_notification',
    {
      bucket: '${google_storage_bucket.B.name}',
      topic: '${google_pubsub_topic.events.id}',
      payload_format: 'JSON_API_V1',
      event_types: ['OBJECT_ARCHIVE', 'OBJECT_DELETE', 'OBJECT_FINALIZE'],
      object_name_prefix: 'in/',
      depends_on: ['time_sleep.wait'],
    },
    'BucketB/Notification0',
  ),
];

/** What invokes a function in Terraform's JSON that was written by hand. */
export const trigger: Element<object> = {
  of: 'functions.f',
  pieces,
  open: terraform,
  read: (artefact: Artefact) => {
    const element = artefact.part('functions.f', 'google_cloudfunctions2_function');
    if (!element) return {};
    const { triggers, retry, names, labelled } = readTriggers(element, dialect.functionUri, 90, dialect, artefact);
    const labels = tagsOf(labelled, ['labels']);
    return { name: element.string(['name']), triggers, ...retry, names: names?.trigger, labels };
  },
};
