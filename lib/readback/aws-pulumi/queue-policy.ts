import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { admitsJust, distinct, type Sender } from '../aws/trigger';
import { parseJson } from '../json';
import { equal, isPointer } from '../resource';
import { to } from './reference';

/**
 * Whether whoever needs a queue's policy to send to the queue finds one. That it says just that is seen where it
 * doesn't; one that nobody needs is nobody's.
 */
export function hasPolicy(queue: ElementId, arn: unknown, artefact: Artefact): boolean {
  const senders = distinct([...topicsOf(arn, artefact), ...rulesOf(arn, artefact)]);
  if (senders.length === 0) return true;
  const policy = artefact.part(queue, 'aws:sqs/queuePolicy:QueuePolicy');
  policy?.fixed(['inputs', 'queueUrl'], isPointer(arn) ? { at: arn.at, attribute: 'url' } : undefined);
  policy?.as(['inputs', 'policy'], (document) => admitsJust(parseJson(document), arn, senders));
  return policy !== undefined;
}

/** The topics whose subscriptions name the queue. */
const topicsOf = (queue: unknown, artefact: Artefact): Sender[] =>
  artefact
    .ofType('aws:sns/topicSubscription:TopicSubscription')
    .filter((one) => equal(parseJson(one.at(['inputs', 'redrivePolicy'])), { deadLetterTargetArn: queue }))
    .map((one) => ({ service: 'sns.amazonaws.com', source: one.at(['inputs', 'topic']) }));

/** The rules whose targets name the queue. */
const rulesOf = (queue: unknown, artefact: Artefact): Sender[] =>
  artefact
    .pointingAt('aws:cloudwatch/eventTarget:EventTarget', ['inputs', 'deadLetterConfig', 'arn'], queue as never)
    .flatMap((target) => {
      const rule = target.at(['inputs', 'rule']);
      const at = isPointer(rule) ? artefact.at(rule.at) : undefined;
      return at ? [{ service: 'events.amazonaws.com' as const, source: to(at, 'arn') }] : [];
    });
