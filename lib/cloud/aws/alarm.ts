import type { ResolvedArchitecture } from '../../model/architecture';
import { elementId, type ElementId } from '../../model/name';
import { part, type Part } from '../part';

/** An alarm of CloudWatch's, with every decision made. */
export interface AwsAlarmPlan {
  /** What it watches, and lies with. */
  readonly element: ElementId;
  /** What people read. */
  readonly description: string;
  readonly namespace: string;
  readonly metric: string;
  readonly dimension: { readonly name: string; readonly value: Part };
  readonly statistic: 'Maximum' | 'Sum';
  readonly periodSeconds: number;
  /** Periods that have to be wrong before it is one. */
  readonly periods: number;
  /** From which value on something is wrong. */
  readonly threshold: number;
  readonly comparison: 'GreaterThanOrEqualToThreshold';
  /** What it means that nothing is known: where nothing happens, nothing is wrong. */
  readonly withoutData: 'notBreaching';
  /** The topic that is told. */
  readonly notify: Part;
}

/** What a single message, or a single error, within five minutes is an alarm for. */
const atOnce = {
  periodSeconds: 300,
  periods: 1,
  threshold: 1,
  comparison: 'GreaterThanOrEqualToThreshold',
  withoutData: 'notBreaching',
} as const;

/** An alarm for each dead-letter queue that holds something, and for each function that fails. */
export function planAlarms({ name, alarms, queues, functions }: ResolvedArchitecture): AwsAlarmPlan[] {
  if (!alarms) return [];
  const notify = part(elementId('topics', alarms.notify), 'topic', 'arn');
  const about = (element: ElementId, what: string) => ({ element, description: `${name} ${element} ${what}`, notify });
  return [
    ...Object.keys(queues).map((queue): AwsAlarmPlan => {
      const element = elementId('queues', queue);
      return {
        ...about(element, 'has dead letters'),
        namespace: 'AWS/SQS',
        metric: 'ApproximateNumberOfMessagesVisible',
        dimension: { name: 'QueueName', value: part(element, 'deadLetter', 'name') },
        statistic: 'Maximum',
        ...atOnce,
      };
    }),
    ...Object.keys(functions).map((of): AwsAlarmPlan => {
      const element = elementId('functions', of);
      return {
        ...about(element, 'fails'),
        namespace: 'AWS/Lambda',
        metric: 'Errors',
        dimension: { name: 'FunctionName', value: part(element, 'function', 'name') },
        statistic: 'Sum',
        ...atOnce,
      };
    }),
  ];
}
