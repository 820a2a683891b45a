import type { ElementId } from '../../model/name';
import type { TriggerFact } from '../../facts/trigger';
import type { Artefact } from '../artefact';
import { equal, to, type Resource } from '../resource';
import { pathIn, type Dialect } from './dialect';
import { isStoredHere } from './location';
import { readNeeds, waitsFor } from './needs';
import { identifierOf } from '../existing';
import { elementAt } from './reference';
import { followsAgents, isWait } from './wait';

type BucketEventFact = Extract<TriggerFact, { readonly bucket: string }>;

/** The notifications about a bucket's objects that a topic gets. */
export interface ReadEvents {
  readonly bucket: string;
  readonly facts: readonly BucketEventFact[];
  readonly topic: string;
}

/**
 * Reads the notifications to a topic that is an element's own.
 * @returns undefined if one isn't understood, or if they are about more than one bucket
 */
export function readEvents(topic: Resource, dialect: Dialect, artefact: Artefact): ReadEvents | undefined {
  const { types } = dialect;
  const ofTopic = (type: string) =>
    artefact
      .parts(topic.owner!, type, 'trigger')
      .filter((one) => equal(one.at(pathIn(dialect, 'topic')), to(topic, 'id')));
  const [publisher, ...others] = ofTopic(types.onTopic);
  if (!publisher || others.length > 0) return undefined;
  const mayPublish = letsStorage(publisher, topic, dialect, artefact);
  const name = topic.string(pathIn(dialect, 'name'));
  const wait = waitAfter(publisher, name, dialect, artefact);
  if (!wait) return undefined;
  const facts = ofTopic(types.notification).map((one) => readNotification(one, topic, wait, dialect, artefact));
  const isThere = waitsFor(topic, 'pubsub', dialect, artefact);
  isStoredHere(topic, dialect);
  if (!mayPublish || !isThere || name === undefined || !facts.every((fact) => fact !== undefined)) return undefined;
  const [bucket, ...buckets] = new Set(facts.map((fact) => fact.bucket));
  return bucket === undefined || buckets.length > 0 ? undefined : { bucket, facts, topic: name };
}

/** Reads that Cloud Storage's agent in the project may publish to the topic. */
function letsStorage(publisher: Resource, topic: Resource, dialect: Dialect, artefact: Artefact): boolean {
  const agent = artefact.part('foundation', dialect.types.storageAgent);
  const isAsked = agent?.fixed([...dialect.asked.at, 'project'], dialect.project);
  return [
    isAsked,
    publisher.fixed(pathIn(dialect, 'topic'), to(topic, 'id')),
    publisher.fixed(pathIn(dialect, 'role'), 'roles/pubsub.publisher'),
    agent && publisher.fixed(pathIn(dialect, 'member'), to(agent, 'member')),
    followsAgents(publisher, dialect, artefact),
  ].every(Boolean);
}

/** The wait that follows the permission to publish to the topic of that name; undefined if there is none, or another. */
function waitAfter(
  publisher: Resource,
  topic: string | undefined,
  dialect: Dialect,
  artefact: Artefact,
): Resource | undefined {
  const agent = artefact.part('foundation', dialect.types.storageAgent);
  const wait = artefact
    .parts(publisher.owner!, dialect.types.wait, 'trigger')
    .find((one) => [one.at(dialect.waits)].flat().includes(publisher.address));
  const since = { publisher: agent && to(agent, 'member'), topic };
  return wait && isWait(wait, since, [], [publisher], dialect, artefact) ? wait : undefined;
}

function readNotification(
  notification: Resource,
  topic: Resource,
  wait: Resource,
  dialect: Dialect,
  artefact: Artefact,
): BucketEventFact | undefined {
  const at = (word: string) => pathIn(dialect, word);
  const isRight = [
    notification.fixed(at('topic'), to(topic, 'id')),
    notification.fixed(at('payload_format'), 'JSON_API_V1'),
    readNeeds(notification, dialect, artefact, [wait])?.length === 0,
  ];
  const bucket = notification.as(at('bucket'), (pointer) => elementAt(pointer, 'bucket', 'name', dialect, artefact));
  const on = bucket && notification.as(at('event_types'), (events) => readEvent(events, bucket, dialect, artefact));
  const prefix =
    notification.at(at('object_name_prefix')) === undefined ? undefined : notification.string(at('object_name_prefix'));
  if (!bucket || !on || !isRight.every(Boolean)) return undefined;
  return { bucket: bucket.slice('buckets.'.length), on, ...(prefix !== undefined && { prefix }) };
}

/** Reads Google's names of events. The ones for a deletion depend on whether the bucket keeps, or may keep, older versions. */
function readEvent(
  events: unknown,
  bucket: string,
  dialect: Dialect,
  artefact: Artefact,
): BucketEventFact['on'] | undefined {
  const [resource] = artefact.parts(bucket as `buckets.${string}`, dialect.types.bucket);
  const isExisting = identifierOf(bucket as ElementId, artefact) !== undefined;
  const isVersioned = isExisting || resource?.at(pathIn(dialect, 'versioning', 'enabled')) === true;
  const deleted = isVersioned ? ['OBJECT_ARCHIVE', 'OBJECT_DELETE'] : ['OBJECT_DELETE'];
  const meanings = [
    [['OBJECT_FINALIZE'], ['created']],
    [deleted, ['deleted']],
    [
      [...deleted, 'OBJECT_FINALIZE'],
      ['created', 'deleted'],
    ],
  ] as const;
  return meanings.find(([raw]) => equal(raw, events))?.[1].slice() as BucketEventFact['on'] | undefined;
}
