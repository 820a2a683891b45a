import type { TriggerFact } from '../../facts/trigger';
import type { Artefact } from '../artefact';
import { equal, type Resource } from '../resource';
import { pathIn, to, waitsFor, type Dialect } from './dialect';
import { readNeeds } from './needs';

type BucketFact = Extract<TriggerFact, { readonly bucket: string }>;

/** What tells a topic what happens to the objects of a bucket. */
export interface ReadEvents {
  readonly bucket: string;
  readonly facts: readonly BucketFact[];
  readonly topic: string;
}

/** Undefined where a topic of an element's own is told of more than one bucket, or isn't told all that it is to be. */
export function readEvents(topic: Resource, dialect: Dialect, artefact: Artefact): ReadEvents | undefined {
  const { types } = dialect;
  const ofTopic = (type: string) =>
    artefact
      .parts(topic.owner!, type, 'trigger')
      .filter((one) => equal(one.at(pathIn(dialect, 'topic')), to(topic, 'id')));
  const [publisher, ...others] = ofTopic(types.onTopic);
  if (!publisher || others.length > 0) return undefined;
  const mayTell = isStorages(publisher, topic, dialect, artefact);
  const facts = ofTopic(types.notification).map((one) => readNotification(one, topic, publisher, dialect, artefact));
  const name = topic.string(pathIn(dialect, 'name'));
  const isThere = waitsFor(topic, 'pubsub', dialect, artefact);
  if (!mayTell || !isThere || name === undefined || !facts.every((fact) => fact !== undefined)) return undefined;
  const [bucket, ...buckets] = new Set(facts.map((fact) => fact.bucket));
  return bucket === undefined || buckets.length > 0 ? undefined : { bucket, facts, topic: name };
}

/** Whether Cloud Storage, as it is in the project, may tell the topic. */
function isStorages(publisher: Resource, topic: Resource, dialect: Dialect, artefact: Artefact): boolean {
  const agent = artefact.part('foundation', dialect.types.storageAgent);
  const isAsked = agent?.fixed([...dialect.asked, 'project'], dialect.project);
  return [
    isAsked,
    publisher.fixed(pathIn(dialect, 'topic'), to(topic, 'id')),
    publisher.fixed(pathIn(dialect, 'role'), 'roles/pubsub.publisher'),
    agent && publisher.fixed(pathIn(dialect, 'member'), to(agent, 'member')),
  ].every(Boolean);
}

function readNotification(
  notification: Resource,
  topic: Resource,
  publisher: Resource,
  dialect: Dialect,
  artefact: Artefact,
): BucketFact | undefined {
  const at = (word: string) => pathIn(dialect, word);
  const isRight = [
    notification.fixed(at('topic'), to(topic, 'id')),
    notification.fixed(at('payload_format'), 'JSON_API_V1'),
    readNeeds(notification, dialect.waits, dialect.servicesIn(artefact), [publisher])?.length === 0,
  ];
  const bucket = notification.as(at('bucket'), (pointer) =>
    dialect.elementAt(pointer, dialect.types.bucket, 'name', artefact),
  );
  const on = bucket && notification.as(at('event_types'), (events) => readEvent(events, bucket, dialect, artefact));
  const prefix =
    notification.at(at('object_name_prefix')) === undefined ? undefined : notification.string(at('object_name_prefix'));
  if (!bucket || !on || !isRight.every(Boolean)) return undefined;
  return { bucket: bucket.slice('buckets.'.length), on, ...(prefix !== undefined && { prefix }) };
}

/** What of a bucket's events mean that something was deleted depends on whether it keeps older versions. */
function readEvent(
  events: unknown,
  bucket: string,
  dialect: Dialect,
  artefact: Artefact,
): BucketFact['on'] | undefined {
  const [resource] = artefact.parts(bucket as `buckets.${string}`, dialect.types.bucket);
  const isVersioned = resource?.at(pathIn(dialect, 'versioning', 'enabled')) === true;
  const deleted = isVersioned ? ['OBJECT_ARCHIVE', 'OBJECT_DELETE'] : ['OBJECT_DELETE'];
  const meanings = [
    [['OBJECT_FINALIZE'], ['created']],
    [deleted, ['deleted']],
    [
      [...deleted, 'OBJECT_FINALIZE'],
      ['created', 'deleted'],
    ],
  ] as const;
  return meanings.find(([raw]) => equal(raw, events))?.[1].slice() as BucketFact['on'] | undefined;
}
