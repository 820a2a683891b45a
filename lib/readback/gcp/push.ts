import type { RetryFact, TriggerFact } from '../../facts/trigger';
import type { Artefact } from '../artefact';
import { isObject, isPointer, type Resource } from '../resource';
import { mapIn, pathIn, to, waitsFor, type Dialect } from './dialect';
import { readEvents } from './notification';
import { letsPubSub } from './queue';
import type { Called } from './timer';

/** A subscription that posts messages to an element. */
export interface ReadPush {
  readonly facts: readonly TriggerFact[];
  /** What becomes of what fails; of a queue's messages, the queue says it. */
  readonly retry?: Pick<Partial<RetryFact>, 'maxAgeSeconds' | 'deadLetter'>;
  /** What it gets: `queue-jobs`. */
  readonly part: string;
  readonly name: string;
  /** The name of the topic that is the subscription's own. */
  readonly topic?: string;
}

/** How long Pub/Sub waits for an answer, in seconds. */
const [least, most] = [10, 600];

/** Undefined where it does anything but post what it gets to the path for that, as who the triggers are. */
export function readPush(push: Resource, called: Called, dialect: Dialect, artefact: Artefact): ReadPush | undefined {
  const { url, account, invoker } = called;
  const at = (...words: readonly string[]) => pathIn(dialect, ...words);
  const source = readSource(push, dialect, artefact);
  const isRight = [
    push.fixed(at('push_config', 'push_endpoint'), source && { join: [url, `/triggers/${source.path}`] }),
    push.fixed(at('push_config', 'oidc_token', 'service_account_email'), to(account, 'email')),
    push.fixed(at('push_config', 'oidc_token', 'audience'), url),
    push.fixed(at('retry_policy'), mapIn(dialect, { minimum_backoff: '10s', maximum_backoff: '600s' })),
    waitsFor(push, 'pubsub', dialect, artefact, [invoker]),
  ];
  const name = push.string(at('name'));
  const retry = source?.path.startsWith('queue/') ? undefined : readRetry(push, called, dialect, artefact);
  const isForwarded = push.at(at('dead_letter_policy')) === undefined || isTaken(push, dialect, artefact);
  if (!source || name === undefined || !isForwarded || !isRight.every(Boolean)) return undefined;
  if (!retry && !source.path.startsWith('queue/')) return undefined;
  const { path, ...read } = source;
  return { ...read, ...(retry && { retry }), part: path.replace('/', '-'), name };
}

/** Whose messages it gets, by the path to which they are posted: `queue/jobs`. */
function readSource(push: Resource, dialect: Dialect, artefact: Artefact): Source | undefined {
  const { types, elementAt } = dialect;
  return push.as(pathIn(dialect, 'topic'), (pointer): Source | undefined => {
    const [kind, element] = elementAt(pointer, types.topic, 'id', artefact)?.split('.') ?? [];
    if (kind === 'queues') return { path: `queue/${element}`, facts: [{ queue: element!, batchSize: 1 }] };
    if (kind === 'topics') return { path: `topic/${element}`, facts: [{ topic: element! }] };
    const own = artefact
      .parts(push.owner!, types.topic, 'trigger')
      .find(({ address }) => isPointer(pointer) && pointer.at === address && pointer.attribute === 'id');
    const events = own && readEvents(own, dialect, artefact);
    return events && { path: `bucket/${events.bucket}`, facts: events.facts, topic: events.topic };
  });
}

type Source = Pick<ReadPush, 'facts' | 'topic'> & { readonly path: string };

/** For how long an event is posted again, and where it goes then, if that is anywhere. */
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
    ? dialect.elementAt(policy[dialect.word('dead_letter_topic')], dialect.types.topic, 'id', artefact)
    : undefined;
  const deadLetter = queue?.startsWith('queues.') ? queue.slice('queues.'.length) : undefined;
  const forwards = { dead_letter_topic: isObject(policy) && policy[dialect.word('dead_letter_topic')] };
  // Of what is forwarded after fewer or more deliveries, the model has no word.
  if (deadLetter !== undefined)
    isRight.push(push.fixed(at('dead_letter_policy'), mapIn(dialect, { ...forwards, max_delivery_attempts: 5 })));
  if (!isRight.every(Boolean) || maxAgeSeconds === undefined || (policy !== undefined && deadLetter === undefined))
    return undefined;
  return { maxAgeSeconds, ...(deadLetter !== undefined && { deadLetter }) };
}

/** Whether Pub/Sub may take out of the subscription what it forwards. */
const isTaken = (push: Resource, dialect: Dialect, artefact: Artefact): boolean =>
  letsPubSub(
    artefact.parts(push.owner!, dialect.types.onSubscription, 'trigger'),
    'subscription',
    to(push, 'id'),
    'roles/pubsub.subscriber',
    dialect,
    artefact,
  );
