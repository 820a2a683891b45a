import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { readSenders, type Sender } from '../aws/queue-policy';
import { elementAt } from '../aws/trigger';
import { parseJson } from '../json';
import { isPointer } from '../made';
import { equal, to, type Resource } from '../resource';
import { lookupIn } from './reference';
import { readEvents } from './trigger';

/** Reads the elements whose events services may send to a queue; empty if none have to. */
export function readQueuePolicy(queue: Resource, artefact: Artefact): readonly ElementId[] | undefined {
  const senders = [...topics(queue, artefact), ...rules(queue, artefact)];
  // Without senders of the architecture's own, a policy is read by no reader.
  if (senders.every(({ by }) => by === undefined)) return [];
  const policy = artefact.part(queue.owner!, 'aws:sqs/queuePolicy:QueuePolicy');
  policy?.fixed(['inputs', 'queueUrl'], to(queue, 'url'));
  return policy && readSenders({ resource: policy, path: ['inputs', 'policy'] }, to(queue, 'arn'), senders, artefact);
}

/** The topics of the subscriptions that name the queue. */
const topics = (queue: Resource, artefact: Artefact): Sender[] =>
  artefact
    .ofType('aws:sns/topicSubscription:TopicSubscription')
    .filter((one) => equal(parseJson(one.at(['inputs', 'redrivePolicy'])), { deadLetterTargetArn: to(queue, 'arn') }))
    .map((one) => {
      const source = one.at(['inputs', 'topic']);
      return {
        service: 'sns.amazonaws.com',
        source,
        by: elementAt('topics', 'arn', source, lookupIn(artefact), artefact),
      };
    });

/** The rules whose targets name the queue. */
const rules = (queue: Resource, artefact: Artefact): Sender[] =>
  artefact
    .pointingAt('aws:cloudwatch/eventTarget:EventTarget', ['inputs', 'deadLetterConfig', 'arn'], to(queue, 'arn'))
    .flatMap((target): Sender[] => {
      const pointer = target.at(['inputs', 'rule']);
      const rule = isPointer(pointer) ? artefact.at(pointer.at) : undefined;
      const bucket = readEvents(rule?.at(['inputs', 'eventPattern']), artefact)?.bucket;
      const by = bucket === undefined ? undefined : (`buckets.${bucket}` as const);
      return rule ? [{ service: 'events.amazonaws.com', source: to(rule, 'arn'), by }] : [];
    });
