import type { ResolvedArchitecture } from '../../model/architecture';
import { deadLetterQueuesOf } from '../../model/consumer';
import { elementId, type ElementId } from '../../model/name';
import { part, type Part } from '../part';

/** A CloudWatch alarm, with every decision made. */
export interface AwsAlarmPlan {
  /** The element that it watches and belongs to. */
  readonly element: ElementId;
  /** The subject of the alarm, unique within the element. */
  readonly about: 'dead-letters' | 'messages' | 'errors';
  /** Text for people. */
  readonly description: string;
  readonly namespace: string;
  readonly metric: string;
  readonly dimension: { readonly name: string; readonly value: Part };
  readonly statistic: 'Maximum' | 'Sum';
  readonly periodSeconds: number;
  /** The number of consecutive periods beyond the threshold that raise the alarm. */
  readonly periods: number;
  /** The lowest value that is beyond the threshold. */
  readonly threshold: number;
  readonly comparison: 'GreaterThanOrEqualToThreshold';
  /** The state without data: no traffic means no problem. */
  readonly withoutData: 'notBreaching';
  /** The topic that receives the alarm. */
  readonly notify: Part;
}

/** The thresholds of an alarm that one message, or one error, in five minutes raises. */
const atOnce = {
  periodSeconds: 300,
  periods: 1,
  threshold: 1,
  comparison: 'GreaterThanOrEqualToThreshold',
  withoutData: 'notBreaching',
} as const;

/**
 * An alarm for each dead-letter queue that holds something, whether it is a queue's own or what functions name, and for
 * each function that fails.
 */
export function planAlarms(architecture: ResolvedArchitecture): AwsAlarmPlan[] {
  const { name, alarms, queues, functions } = architecture;
  if (!alarms) return [];
  const notify = part(elementId('topics', alarms.notify), 'topic', 'arn');
  const saying = (element: ElementId, what: string) => ({ element, description: `${name} ${element} ${what}`, notify });
  const holding = (queue: string, what: string, about: AwsAlarmPlan['about'], of: string): AwsAlarmPlan => {
    const element = elementId('queues', queue);
    return {
      ...saying(element, what),
      about,
      namespace: 'AWS/SQS',
      metric: 'ApproximateNumberOfMessagesVisible',
      dimension: { name: 'QueueName', value: part(element, of, 'name') },
      statistic: 'Maximum',
      ...atOnce,
    };
  };
  return [
    ...Object.keys(queues).map((queue) => holding(queue, 'has dead letters', 'dead-letters', 'deadLetter')),
    ...deadLetterQueuesOf(architecture).map((queue) => holding(queue, 'has messages', 'messages', 'queue')),
    ...Object.keys(functions).map((of): AwsAlarmPlan => {
      const element = elementId('functions', of);
      return {
        ...saying(element, 'fails'),
        about: 'errors',
        namespace: 'AWS/Lambda',
        metric: 'Errors',
        dimension: { name: 'FunctionName', value: part(element, 'function', 'name') },
        statistic: 'Sum',
        ...atOnce,
      };
    }),
  ];
}
