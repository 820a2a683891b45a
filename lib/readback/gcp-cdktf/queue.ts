import type { QueueFact } from '../../facts/queue';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { readNeeds } from '../gcp/needs';
import {
  letsPubSub,
  readDelivery,
  readKept,
  type AgentWords,
  type DeliveryWords,
  type ReadDelivery,
} from '../gcp/queue';
import { equal, type Resource } from '../resource';
import { tagsOf } from '../tags';
import { readAlarms } from './alarm';
import { isOwn, servicesIn, to } from './reference';

const types = {
  topic: 'google_pubsub_topic',
  subscription: 'google_pubsub_subscription',
  onTopic: 'google_pubsub_topic_iam_member',
  onSubscription: 'google_pubsub_subscription_iam_member',
  project: 'data.google_project',
};

const words: DeliveryWords = {
  ackDeadline: ['ack_deadline_seconds'],
  retention: ['message_retention_duration'],
  ordered: ['enable_message_ordering'],
  expiration: ['expiration_policy'],
  deadLetters: ['dead_letter_policy'],
  topic: 'dead_letter_topic',
  attempts: 'max_delivery_attempts',
};

const granted = (on: 'topic' | 'subscription'): AgentWords => ({ on: [on], role: ['role'], member: ['member'] });

export function readQueue(name: string, artefact: Artefact): Partial<QueueFact> | undefined {
  const id: ElementId = `queues.${name}`;
  const topics = artefact.parts(id, types.topic);
  const topic = topics.find(isOwn);
  const deadLetterTopic = topics.find((one) => !isOwn(one));
  if (!topic || !deadLetterTopic) return undefined;
  const kept = subscriptionOf(deadLetterTopic, artefact);
  const deadLetters = kept?.owner === id ? kept : undefined;
  const subscription = subscriptionOf(topic, artefact);
  const own = subscription?.owner === id ? subscription : undefined;
  const names = [topic, deadLetterTopic, deadLetters, own].map((one) => one?.string(['name']));
  const needs = [topic, deadLetterTopic].map((one) => readNeeds(one, ['depends_on'], servicesIn(artefact)));
  return {
    ...(subscription && readHandedOut(id, subscription, deadLetterTopic, artefact)),
    alarms: readAlarms(
      id,
      [
        { means: 'dead letters', name: deadLetters && to(deadLetters, 'name') },
        { means: 'messages', name: own && to(own, 'name') },
      ],
      artefact,
    ),
    deadLetters: { retentionDays: deadLetters && readKept(deadLetters, words) },
    getsDeadLetters: isForwardedTo(id, topic, artefact),
    physicalNames: {
      topic: names[0],
      deadLetterTopic: names[1],
      deadLetters: names[2],
      ...(own && { subscription: names[3] }),
    },
    needs: equal(needs[0], needs[1]) ? needs[0] : undefined,
    tags: tagsOf([topic, deadLetterTopic, deadLetters, own], ['labels']),
  } as Partial<QueueFact>;
}

/** The one subscription to a topic, whosever it is. */
function subscriptionOf(topic: Resource, artefact: Artefact): Resource | undefined {
  const [subscription, ...others] = artefact.pointingAt(types.subscription, ['topic'], to(topic, 'id'));
  subscription?.fixed(['topic'], to(topic, 'id'));
  return others.length === 0 ? subscription : undefined;
}

/** What Pub/Sub may not take from a queue's own subscription, or not put among the dead letters, it never forwards. */
function readHandedOut(
  id: ElementId,
  subscription: Resource,
  deadLetterTopic: Resource,
  artefact: Artefact,
): ReadDelivery {
  const read = readDelivery(subscription, words, to(deadLetterTopic, 'id'));
  const isTaken =
    subscription.owner !== id ||
    letsPubSub(
      artefact.parts(id, types.onSubscription),
      granted('subscription'),
      to(subscription, 'id'),
      'roles/pubsub.subscriber',
      projectIn(artefact),
    );
  const isForwarded = isForwardedTo(id, deadLetterTopic, artefact);
  return { ...read, maxDeliveryAttempts: isTaken && isForwarded ? read.maxDeliveryAttempts : undefined };
}

const isForwardedTo = (id: ElementId, topic: Resource, artefact: Artefact): boolean =>
  letsPubSub(
    artefact.parts(id, types.onTopic),
    granted('topic'),
    to(topic, 'id'),
    'roles/pubsub.publisher',
    projectIn(artefact),
  );

const projectIn = (artefact: Artefact): Resource | undefined => artefact.part('foundation', types.project);
