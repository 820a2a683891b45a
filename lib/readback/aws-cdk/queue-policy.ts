import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { admitsJust, distinct, type Sender } from '../aws/trigger';
import { equal, isPointer, type Resource } from '../resource';
import { getAtt } from './reference';

/** Where a subscription, and a rule, name the queue that gets what they couldn't hand over. */
const redrive = ['Properties', 'RedrivePolicy', 'deadLetterTargetArn'];
const deadLetters = ['Properties', 'Targets', '0', 'DeadLetterConfig', 'Arn'];

/**
 * Whether whoever needs a queue's policy to send to the queue finds one. That it says just that is seen where it
 * doesn't; one that nobody needs is nobody's.
 */
export function hasPolicy(queue: ElementId, arn: unknown, artefact: Artefact): boolean {
  const to = (type: string, path: readonly string[]): readonly Resource[] =>
    artefact.ofType(type).filter((resource) => equal(resource.at(path), arn));
  const senders = distinct([
    ...to('AWS::SNS::Subscription', redrive).map((subscription): Sender => {
      return { service: 'sns.amazonaws.com', source: subscription.at(['Properties', 'TopicArn']) };
    }),
    ...to('AWS::Events::Rule', deadLetters).map((rule): Sender => {
      return { service: 'events.amazonaws.com', source: getAtt(rule, 'Arn') };
    }),
  ]);
  if (senders.length === 0) return true;
  const policy = artefact.part(queue, 'AWS::SQS::QueuePolicy');
  policy?.fixed(['Properties', 'Queues'], isPointer(arn) ? [{ at: arn.at, attribute: 'Ref' }] : undefined);
  policy?.as(['Properties', 'PolicyDocument'], (document) => admitsJust(document, arn, senders));
  return policy !== undefined;
}
