import type { AlarmFact } from '../../facts/alarm';
import type { ElementId } from '../../model/name';
import type { Path, Pointer, Resource } from '../resource';

/** Where an engine writes what an alarm is. */
export interface AlarmWords {
  readonly description: Path;
  readonly namespace: Path;
  readonly metric: Path;
  readonly statistic: Path;
  readonly period: Path;
  readonly periods: Path;
  readonly threshold: Path;
  readonly comparison: Path;
  readonly withoutData: Path;
  readonly dimensions: Path;
  readonly actions: Path;
}

/** What the alarm of an element has to be. */
export interface RightAlarm {
  readonly means: AlarmFact['means'];
  readonly description: string;
  readonly namespace: string;
  readonly metric: string;
  readonly statistic: string;
  readonly dimensions: unknown;
}

/** What the alarm of a queue or of a function has to be; `named` is the pointer at what it watches. */
export function rightAlarm(
  architecture: string,
  element: ElementId,
  dimensionsOf: (name: string, value: Pointer) => unknown,
  named: Pointer,
): RightAlarm {
  return element.startsWith('queues.')
    ? {
        means: 'dead letters',
        description: `${architecture} ${element} has dead letters`,
        namespace: 'AWS/SQS',
        metric: 'ApproximateNumberOfMessagesVisible',
        statistic: 'Maximum',
        dimensions: dimensionsOf('QueueName', named),
      }
    : {
        means: 'errors',
        description: `${architecture} ${element} fails`,
        namespace: 'AWS/Lambda',
        metric: 'Errors',
        statistic: 'Sum',
        dimensions: dimensionsOf('FunctionName', named),
      };
}

/** What an alarm means and who is told; undefined where it is any other than the right one. */
export function readAlarmAs(
  alarm: Resource,
  words: AlarmWords,
  right: RightAlarm,
  topicAt: (pointer: unknown) => ElementId | undefined,
): AlarmFact | undefined {
  const isRight = [
    alarm.fixed(words.description, right.description),
    alarm.fixed(words.namespace, right.namespace),
    alarm.fixed(words.metric, right.metric),
    alarm.fixed(words.statistic, right.statistic),
    alarm.fixed(words.dimensions, right.dimensions),
    alarm.fixed(words.period, 300),
    alarm.fixed(words.periods, 1),
    alarm.fixed(words.threshold, 1),
    alarm.fixed(words.comparison, 'GreaterThanOrEqualToThreshold'),
    alarm.fixed(words.withoutData, 'notBreaching'),
  ];
  const notify = alarm.as(words.actions, (actions) =>
    Array.isArray(actions) && actions.length === 1 ? topicAt(actions[0]) : undefined,
  );
  return isRight.every(Boolean) && notify ? { means: right.means, notify } : undefined;
}
