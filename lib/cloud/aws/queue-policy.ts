import type { ResolvedArchitecture } from '../../model/architecture';
import { elementId, type ElementId } from '../../model/name';
import type { Triggers } from '../../model/trigger';
import { each } from '../each';
import { part, type PlanText } from '../part';
import { queueOf } from './retry';

/** The complete policy of a queue: the senders that have no role. SQS keeps one policy for each queue. */
export interface AwsQueuePolicyPlan {
  readonly element: ElementId;
  readonly queue: PlanText;
  readonly senders: readonly AwsSender[];
}

/** A service that may send on behalf of one resource only. */
export interface AwsSender {
  readonly principal: 'events.amazonaws.com' | 'sns.amazonaws.com';
  readonly sourceArn: PlanText;
}

/**
 * The policies of all queues for events that topics and rules couldn't deliver. Lambda and the scheduler send with
 * roles of their own.
 */
export function planQueuePolicies({ functions, queues }: ResolvedArchitecture): AwsQueuePolicyPlan[] {
  const policies = each(queues, (name): AwsQueuePolicyPlan => {
    const failing = Object.keys(functions).filter((id) => functions[id]!.retry.deadLetter === name);
    const triggers = failing
      .sort()
      .map((id) => ({ of: elementId('functions', id), triggers: functions[id]!.triggers }));
    const element = elementId('queues', name);
    return {
      element,
      queue: queueOf(name),
      senders: [
        // Two functions may listen to one topic.
        ...[...new Set(triggers.flatMap(topicsIn))].sort().map(topicSender),
        ...triggers.flatMap(({ of, triggers }) =>
          triggers.flatMap((trigger, index) => ('bucket' in trigger ? [ruleSender(of, index)] : [])),
        ),
      ],
    };
  });
  return Object.values(policies).filter(({ senders }) => senders.length > 0);
}

const topicsIn = ({ triggers }: { readonly triggers: Triggers }): string[] =>
  triggers.flatMap((trigger) => ('topic' in trigger ? [trigger.topic] : []));

const topicSender = (topic: string): AwsSender => ({
  principal: 'sns.amazonaws.com',
  sourceArn: [part(elementId('topics', topic), 'topic', 'arn')],
});

const ruleSender = (of: ElementId, index: number): AwsSender => ({
  principal: 'events.amazonaws.com',
  sourceArn: [part(of, `rule-${index}`, 'arn')],
});
