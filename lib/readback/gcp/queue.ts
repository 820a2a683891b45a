import type { GcpQueueFact } from '../../facts/queue';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { type Pointer } from '../made';
import { equal, isObject, to, type Resource } from '../resource';
import { readAlarms } from './alarm';
import { pathIn, type Dialect } from './dialect';
import { labelsOf } from './label';
import { isStoredHere } from './location';
import { spell } from '../spell';
import { readNeeds } from './needs';
import { isPubSub } from './service-agent';
import { followsAgents } from './wait';

/** The delivery of a queue's messages by the subscription to its topic. */
interface ReadDelivery {
  readonly maxDeliveryAttempts: number | undefined;
  readonly retentionDays: number | undefined;
  readonly timeoutSeconds: number | undefined;
  readonly ordered: boolean | undefined;
}

export function readQueue(name: string, dialect: Dialect, artefact: Artefact): Partial<GcpQueueFact> | undefined {
  const id: ElementId = `queues.${name}`;
  const topic = artefact.part(id, dialect.types.topic);
  const deadLetterTopic = artefact.part(id, dialect.types.topic, 'dead letters');
  if (!topic || !deadLetterTopic) return undefined;
  const kept = subscriptionOf(deadLetterTopic, dialect, artefact);
  const deadLetters = kept?.owner === id ? kept : undefined;
  const subscription = subscriptionOf(topic, dialect, artefact);
  const own = subscription?.owner === id ? subscription : undefined;
  const names = [topic, deadLetterTopic, deadLetters, own].map((one) => one?.string(pathIn(dialect, 'name')));
  for (const one of [topic, deadLetterTopic]) isStoredHere(one, dialect);
  const needs = [topic, deadLetterTopic].map((one) => readNeeds(one, dialect, artefact));
  return {
    ...(subscription && readOutgoing(id, subscription, deadLetterTopic, dialect, artefact)),
    alarms: readAlarms(
      id,
      {
        'dead letters': deadLetters && to(deadLetters, 'name'),
        messages: own && to(own, 'name'),
        'old messages': subscription && to(subscription, 'name'),
      },
      dialect,
      artefact,
    ),
    deadLetters: { retentionDays: deadLetters && readKept(deadLetters, dialect) },
    getsDeadLetters: isForwardedTo(id, topic, dialect, artefact),
    physicalNames: {
      topic: names[0],
      deadLetterTopic: names[1],
      deadLetters: names[2],
      ...(own && { subscription: names[3] }),
    },
    needs: equal(needs[0], needs[1]) ? needs[0] : undefined,
    tags: labelsOf([topic, deadLetterTopic, deadLetters, own], artefact.parts(id, dialect.types.alarm), dialect),
  } as Partial<GcpQueueFact>;
}

/** The one subscription to a topic: the queue's own, or its consumer's. An app's own one gets copies, and takes nothing away. */
function subscriptionOf(topic: Resource, dialect: Dialect, artefact: Artefact): Resource | undefined {
  const [at, right] = [pathIn(dialect, 'topic'), to(topic, 'id')];
  const all = artefact.pointingAt(dialect.types.subscription, at, right);
  const [subscription, ...others] = all.filter(({ owner }) => owner !== undefined);
  subscription?.fixed(at, right);
  return others.length === 0 ? subscription : undefined;
}

/**
 * Reads the delivery of messages. Pub/Sub forwards none to the dead-letter topic unless it may publish there, and may
 * acknowledge them in the queue's own subscription.
 */
function readOutgoing(
  id: ElementId,
  subscription: Resource,
  deadLetterTopic: Resource,
  dialect: Dialect,
  artefact: Artefact,
): ReadDelivery {
  const read = readDelivery(subscription, dialect, to(deadLetterTopic, 'id'));
  const isTaken =
    subscription.owner !== id ||
    letsPubSub(
      artefact.parts(id, dialect.types.onSubscription),
      'subscription',
      to(subscription, 'id'),
      'roles/pubsub.subscriber',
      dialect,
      artefact,
    );
  const isForwarded = isForwardedTo(id, deadLetterTopic, dialect, artefact);
  return { ...read, maxDeliveryAttempts: isTaken && isForwarded ? read.maxDeliveryAttempts : undefined };
}

const isForwardedTo = (id: ElementId, topic: Resource, dialect: Dialect, artefact: Artefact): boolean =>
  letsPubSub(
    artefact.parts(id, dialect.types.onTopic),
    'topic',
    to(topic, 'id'),
    'roles/pubsub.publisher',
    dialect,
    artefact,
  );

/** Reads a subscription that forwards to `deadLetterTopic`, and never expires. */
function readDelivery(subscription: Resource, dialect: Dialect, deadLetterTopic: Pointer): ReadDelivery {
  return {
    maxDeliveryAttempts: subscription.as(pathIn(dialect, 'dead_letter_policy'), (policy) => {
      const count = isObject(policy) ? policy[dialect.word('max_delivery_attempts')] : undefined;
      const right = spell(dialect, { dead_letter_topic: deadLetterTopic, max_delivery_attempts: count });
      return equal(policy, right) && Number.isSafeInteger(count) ? (count as number) : undefined;
    }),
    retentionDays: readKept(subscription, dialect),
    timeoutSeconds: subscription.number(pathIn(dialect, 'ack_deadline_seconds')),
    ordered: subscription.one(pathIn(dialect, 'enable_message_ordering'), [true, true], [false, false]),
  };
}

/** Reads how many days a subscription keeps messages, and that it never expires. */
function readKept(subscription: Resource, dialect: Dialect): number | undefined {
  const days = subscription.as(pathIn(dialect, 'message_retention_duration'), (value) => {
    const [, seconds] = typeof value === 'string' ? (/^([1-9]\d*)s$/.exec(value) ?? []) : [];
    const count = Number(seconds) / 86_400;
    return Number.isInteger(count) ? count : undefined;
  });
  return subscription.fixed(pathIn(dialect, 'expiration_policy'), { ttl: '' }) ? days : undefined;
}

/** Reads that exactly one of these grants gives Pub/Sub that role on the topic or subscription that `on` points at. */
export function letsPubSub(
  grants: readonly Resource[],
  kind: 'topic' | 'subscription',
  on: Pointer,
  role: string,
  dialect: Dialect,
  artefact: Artefact,
): boolean {
  const found = grants.filter((grant) => equal(grant.at(pathIn(dialect, kind)), on));
  const right = found.filter((grant) => {
    const isRight = [
      grant.fixed(pathIn(dialect, kind), on),
      grant.fixed(pathIn(dialect, 'role'), role),
      followsAgents(grant, dialect, artefact),
    ].every(Boolean);
    const isAgent = grant.as(pathIn(dialect, 'member'), (member) => isPubSub(member, dialect, artefact) || undefined);
    return isAgent === true && isRight;
  });
  return right.length === 1 && found.length === 1;
}
