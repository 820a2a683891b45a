import type { RetryFact, TriggerFact } from '../../facts/trigger';
import type { Artefact } from '../artefact';
import { isPointer, Join } from '../made';
import { isObject, to, type Resource } from '../resource';
import { pathIn, type Dialect } from './dialect';
import { spell } from '../spell';
import { waitsFor } from './needs';
import { readEvents } from './notification';
import { letsPubSub } from './queue';
import { elementAt } from './reference';
import type { Called } from './timer';

/** A subscription that posts messages to an element. */
export interface ReadPush {
  readonly facts: readonly TriggerFact[];
  /** The retries of what fails; absent for a queue's messages, for which the queue has them. */
  readonly retry?: Pick<Partial<RetryFact>, 'maxAgeSeconds' | 'deadLetter'>;
  /** Its name among the element's parts: `queue-jobs`. */
  readonly part: string;
  readonly name: string;
  /** The name of the topic that only this subscription has; absent: it subscribes to another element's. */
  readonly topic?: string;
}

/** Pub/Sub's limits of an acknowledgement deadline, in seconds. */
const [least, most] = [10, 600];

/** Reads a subscription that pushes to the path for its source, as the triggers' service account. */
export function readPush(push: Resource, called: Called, dialect: Dialect, artefact: Artefact): ReadPush | undefined {
  const { url, account, permissions } = called;
  const at = (...words: readonly string[]) => pathIn(dialect, ...words);
  const source = readSource(push, dialect, artefact);
  const isRight = [
    push.fixed(at('push_config', 'push_endpoint'), source && new Join([url, `/triggers/${source.path}`])),
    push.fixed(at('push_config', 'oidc_token', 'service_account_email'), to(account, 'email')),
    push.fixed(at('push_config', 'oidc_token', 'audience'), url),
    push.fixed(at('retry_policy'), spell(dialect, { minimum_backoff: '10s', maximum_backoff: '600s' })),
    waitsFor(push, 'pubsub', dialect, artefact, permissions),
  ];
  const name = push.string(at('name'));
  const retry = source?.path.startsWith('queue/') ? undefined : readRetry(push, called, dialect, artefact);
  const isForwarded = push.at(at('dead_letter_policy')) === undefined || isTaken(push, dialect, artefact);
  if (!source || name === undefined || !isForwarded || !isRight.every(Boolean)) return undefined;
  if (!retry && !source.path.startsWith('queue/')) return undefined;
  const { path, ...read } = source;
  return { ...read, ...(retry && { retry }), part: path.replace('/', '-'), name };
}

/** Reads the source of a subscription's messages. */
function readSource(push: Resource, dialect: Dialect, artefact: Artefact): Source | undefined {
  return push.as(pathIn(dialect, 'topic'), (pointer): Source | undefined => {
    const [kind, element] = elementAt(pointer, 'topic', 'id', dialect, artefact)?.split('.') ?? [];
    if (kind === 'queues') return { path: `queue/${element}`, facts: [{ queue: element!, batchSize: 1 }] };
    if (kind === 'topics') return { path: `topic/${element}`, facts: [{ topic: element! }] };
    const own = artefact
      .parts(push.owner!, dialect.types.topic, 'trigger')
      .find(({ address }) => isPointer(pointer) && pointer.at === address && pointer.attribute === 'id');
    const events = own && readEvents(own, dialect, artefact);
    return events && { path: `bucket/${events.bucket}`, facts: events.facts, topic: events.topic };
  });
}

/** A source, and the path to which its messages are pushed: `queue/jobs`. */
type Source = Pick<ReadPush, 'facts' | 'topic'> & { readonly path: string };

/** Reads how long an event is retried, and the dead-letter queue that gets it then, if there is one. */
function readRetry(
  push: Resource,
  { timeoutSeconds }: Called,
  dialect: Dialect,
  artefact: Artefact,
): ReadPush['retry'] | undefined {
  const at = (...words: readonly string[]) => pathIn(dialect, ...words);
  const seconds = timeoutSeconds === undefined ? undefined : Math.min(Math.max(timeoutSeconds, least), most);
  const isRight = [
    push.fixed(at('ack_deadline_seconds'), seconds),
    push.fixed(at('enable_message_ordering'), false),
    push.fixed(at('expiration_policy'), { ttl: '' }),
  ];
  const maxAgeSeconds = push.as(at('message_retention_duration'), (text) => {
    const [, count] = typeof text === 'string' ? (/^([1-9]\d*)s$/.exec(text) ?? []) : [];
    return count === undefined ? undefined : Number(count);
  });
  const policy = push.at(at('dead_letter_policy'));
  const queue = isObject(policy)
    ? elementAt(policy[dialect.word('dead_letter_topic')], 'topic', 'id', dialect, artefact)
    : undefined;
  const deadLetter = queue?.startsWith('queues.') ? queue.slice('queues.'.length) : undefined;
  const forwards = { dead_letter_topic: isObject(policy) && policy[dialect.word('dead_letter_topic')] };
  // The model has no other number of deliveries for an event.
  if (deadLetter !== undefined)
    isRight.push(push.fixed(at('dead_letter_policy'), spell(dialect, { ...forwards, max_delivery_attempts: 5 })));
  if (!isRight.every(Boolean) || maxAgeSeconds === undefined || (policy !== undefined && deadLetter === undefined))
    return undefined;
  return { maxAgeSeconds, ...(deadLetter !== undefined && { deadLetter }) };
}

/** Reads that Pub/Sub may acknowledge in the subscription the messages that it forwards. */
const isTaken = (push: Resource, dialect: Dialect, artefact: Artefact): boolean =>
  letsPubSub(
    artefact.parts(push.owner!, dialect.types.onSubscription, 'trigger'),
    'subscription',
    to(push, 'id'),
    'roles/pubsub.subscriber',
    dialect,
    artefact,
  );
