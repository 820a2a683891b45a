import { reader } from '../../../lib/readback/gcp-pulumi/reader';
import { pulumi, urnOf } from '../aws-pieces';
import type { Piece } from '../pieces';
import type { Element } from '../shop';

const labels = { team: 'x' };
const region = { $ref: { config: 'gcp:region', path: [] } };
const messageStoragePolicy = { allowedPersistenceRegions: [region] };
const options = { dependsOn: [urnOf('shop-foundation-enable-pubsub')] };
const asked = { id: 'asked', token: 'gcp:organizations/getProject:getProject', args: {} };

const made =
  (owner: Piece['owner']) =>
  (address: string, type: string, inputs: object, options?: object): Piece => ({
    address,
    type: `gcp:${type}`,
    owner,
    properties: { inputs, ...(options && { options }) },
  });

const ofQueue = made('queues.q');
const to = (name: string, attribute = 'id') => ({ $ref: { urn: urnOf(name), path: [attribute] } });
const number = { $ref: { invoke: 'asked', path: ['number'] } };
const member = { $join: ['serviceAccount:service-', number, '@gcp-sa-pubsub.iam.gserviceaccount.com'] };

const afterAgents = { dependsOn: [urnOf('shop-foundation-agents-wait')] };

const pieces: readonly Piece[] = [
  made('foundation')('shop-foundation-enable-pubsub', 'projects/service:Service', { service: 'pubsub.googleapis.com' }),
  { ...made('foundation')('shop-foundation-agents-wait', 'x', {}), type: 'time:index/sleep:Sleep' },
  ofQueue('shop-q-topic', 'pubsub/topic:Topic', { name: 'shop-q-01234567', labels, messageStoragePolicy }, options),
  ofQueue(
    'shop-q-agent-topic',
    'pubsub/topicIAMMember:TopicIAMMember',
    {
      topic: to('shop-q-topic'),
      role: 'roles/pubsub.publisher',
      member,
    },
    afterAgents,
  ),
  ofQueue(
    'shop-q-dead-letters',
    'pubsub/topic:Topic',
    { name: 'shop-q-89abcdef', labels, messageStoragePolicy },
    options,
  ),
  ofQueue(
    'shop-q-agent-dead-letters',
    'pubsub/topicIAMMember:TopicIAMMember',
    {
      topic: to('shop-q-dead-letters'),
      role: 'roles/pubsub.publisher',
      member,
    },
    afterAgents,
  ),
  ofQueue('shop-q-subscription-dead-letters', 'pubsub/subscription:Subscription', {
    name: 'shop-q-89abcdef',
    topic: to('shop-q-dead-letters'),
    messageRetentionDuration: '1209600s',
    expirationPolicy: { ttl: '' },
    labels,
  }),
  ofQueue('shop-q-subscription', 'pubsub/subscription:Subscription', {
    name: 'shop-q-01234567',
    topic: to('shop-q-topic'),
    ackDeadlineSeconds: 90,
    messageRetentionDuration: '172800s',
    enableMessageOrdering: true,
    expirationPolicy: { ttl: '' },
    deadLetterPolicy: { deadLetterTopic: to('shop-q-dead-letters'), maxDeliveryAttempts: 6 },
    labels,
  }),
  ofQueue(
    'shop-q-agent-subscription',
    'pubsub/subscriptionIAMMember:SubscriptionIAMMember',
    {
      subscription: to('shop-q-subscription'),
      role: 'roles/pubsub.subscriber',
      member,
    },
    afterAgents,
  ),
  made('topics.t')(
    'shop-t-topic',
    'pubsub/topic:Topic',
    { name: 'shop-t-01234567', labels, messageStoragePolicy },
    options,
  ),
];

const open = (all: readonly Piece[]) => pulumi(all, [asked]);

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
