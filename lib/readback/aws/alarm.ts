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

/** What an alarm may be about, and what it has to be then; `name` is the pointer at what it watches. */
export interface Watched {
  readonly means: AlarmFact['means'];
  readonly name: Pointer | undefined;
}

const says = {
  'dead letters': { what: 'has dead letters', metric: 'ApproximateNumberOfMessagesVisible' },
  messages: { what: 'has messages', metric: 'ApproximateNumberOfMessagesVisible' },
  errors: { what: 'fails', metric: 'Errors' },
} as const;

/** What the alarm of a queue or of a function has to be. */
export function rightAlarm(
  architecture: string,
  element: ElementId,
  { means, name }: Watched,
  dimensionsOf: (dimension: string, value: Pointer | undefined) => unknown,
): RightAlarm {
  const { what, metric } = says[means];
  const isQueue = means !== 'errors';
  return {
    means,
    description: `${architecture} ${element} ${what}`,
    namespace: isQueue ? 'AWS/SQS' : 'AWS/Lambda',
    metric,
    statistic: isQueue ? 'Maximum' : 'Sum',
    dimensions: dimensionsOf(isQueue ? 'QueueName' : 'FunctionName', name),
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
