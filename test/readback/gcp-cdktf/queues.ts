import { reader } from '../../../lib/readback/gcp-cdktf/reader';
import { terraform, type Piece } from '../pieces';
import type { Element } from '../shop';

const labels = { team: 'x' };
const message_storage_policy = { allowed_persistence_regions: ['${var.region}'] };
const depends_on = ['google_project_service.pubsub'];

const made =
  (owner: Piece['owner']) =>
  (id: string, type: string, properties: object): Piece => ({
    address: `google_${type}.${id}`,
    type: `google_${type}`,
    owner,
    properties: properties as Piece['properties'],
  });

const ofQueue = made('queues.q');
const to = (type: string, id: string, attribute = 'id') => `\${google_${type}.${id}.${attribute}}`;
const member = 'serviceAccount:service-${data.google_project.Project.number}@gcp-sa-pubsub.iam.gserviceaccount.com';

const pieces: readonly Piece[] = [
  made('foundation')('pubsub', 'project_service', { service: 'pubsub.googleapis.com' }),
  { address: 'data.google_project.Project', type: 'data.google_project', owner: 'foundation', properties: {} },
  { address: 'time_sleep.AgentsWait', type: 'time_sleep', owner: 'foundation', properties: {} },
  ofQueue('Topic', 'pubsub_topic', { name: 'shop-q-01234567', labels, message_storage_policy, depends_on }),
  ofQueue('TopicAgent', 'pubsub_topic_iam_member', {
    topic: to('pubsub_topic', 'Topic'),
    role: 'roles/pubsub.publisher',
    member,
    depends_on: ['time_sleep.AgentsWait'],
  }),
  ofQueue('DeadLetterTopic', 'pubsub_topic', { name: 'shop-q-89abcdef', labels, message_storage_policy, depends_on }),
  ofQueue('DeadLetterTopicAgent', 'pubsub_topic_iam_member', {
    topic: to('pubsub_topic', 'DeadLetterTopic'),
    role: 'roles/pubsub.publisher',
    member,
    depends_on: ['time_sleep.AgentsWait'],
  }),
  ofQueue('DeadLetters', 'pubsub_subscription', {
    name: 'shop-q-89abcdef',
    topic: to('pubsub_topic', 'DeadLetterTopic'),
    message_retention_duration: '1209600s',
    expiration_policy: { ttl: '' },
    labels,
  }),
  ofQueue('Subscription', 'pubsub_subscription', {
    name: 'shop-q-01234567',
    topic: to('pubsub_topic', 'Topic'),
    ack_deadline_seconds: 90,
    message_retention_duration: '172800s',
    enable_message_ordering: true,
    expiration_policy: { ttl: '' },
    dead_letter_policy: { dead_letter_topic: to('pubsub_topic', 'DeadLetterTopic'), max_delivery_attempts: 6 },
    labels,
  }),
  ofQueue('SubscriptionAgent', 'pubsub_subscription_iam_member', {
    subscription: to('pubsub_subscription', 'Subscription'),
    role: 'roles/pubsub.subscriber',
    member,
    depends_on: ['time_sleep.AgentsWait'],
  }),
  made('topics.t')('Topic_t', 'pubsub_topic', { name: 'shop-t-01234567', labels, message_storage_policy, depends_on }),
];

const open = terraform;

/** A queue that was written by hand. */
export const queue: Element<ReturnType<typeof reader.nouns.queues>> = {
  of: 'queues.q',
  pieces,
  open,
  read: (artefact) => reader.nouns.queues('q', artefact),
};

/** A topic that was written by hand. */
export const topic: Element<ReturnType<typeof reader.nouns.topics>> = {
  of: 'topics.t',
  pieces,
  open,
  read: (artefact) => reader.nouns.topics('t', artefact),
};
