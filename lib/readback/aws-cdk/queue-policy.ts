import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { readSenders, type Sender } from '../aws/queue-policy';
import { elementAt } from '../aws/trigger';
import { equal, type Path, type Resource } from '../resource';
import { getAtt, lookupIn, ref } from './reference';
import { readEvents } from './trigger';

/** The paths to the dead-letter queue of a subscription, and of a rule. */
const redrive = ['Properties', 'RedrivePolicy', 'deadLetterTargetArn'];
const deadLetters = ['Properties', 'Targets', '0', 'DeadLetterConfig', 'Arn'];

/** Reads the elements whose events services may send to a queue; empty if none have to. */
export function readQueuePolicy(queue: Resource, artefact: Artefact): readonly ElementId[] | undefined {
  const arn = getAtt(queue, 'Arn');
  const to = (type: string, path: Path): readonly Resource[] =>
    artefact.ofType(type).filter((resource) => equal(resource.at(path), arn));
  const senders = [
    ...to('AWS::SNS::Subscription', redrive).map((subscription): Sender => {
      const source = subscription.at(['Properties', 'TopicArn']);
      return {
        service: 'sns.amazonaws.com',
        source,
        by: elementAt('topics', 'arn', source, lookupIn(artefact), artefact),
      };
    }),
    ...to('AWS::Events::Rule', deadLetters).map((rule): Sender => {
      const bucket = readEvents(rule.at(['Properties', 'EventPattern']), artefact)?.bucket;
      const by = bucket === undefined ? undefined : (`buckets.${bucket}` as const);
      return { service: 'events.amazonaws.com', source: getAtt(rule, 'Arn'), by };
    }),
  ];
  // Without senders of the architecture's own, a policy is read by no reader.
  if (senders.every(({ by }) => by === undefined)) return [];
  const policy = artefact.part(queue.owner!, 'AWS::SQS::QueuePolicy');
  policy?.fixed(['Properties', 'Queues'], [ref(queue)]);
  return policy && readSenders({ resource: policy, path: ['Properties', 'PolicyDocument'] }, arn, senders, artefact);
}
