import type { AlarmFact } from '../../facts/alarm';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import type { Path, Pointer, Resource } from '../resource';
import type { Granted } from './grant';

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
interface RightAlarm {
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
function rightAlarm(
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
function readAlarmAs(
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

/** How an engine writes alarms. */
export interface AlarmEngine {
  readonly type: string;
  /** Where an alarm lies among the parts of its element, by what it means. */
  readonly places: Readonly<Record<AlarmFact['means'], string>>;
  readonly words: AlarmWords;
  readonly dimensionsOf: (dimension: string, value: Pointer | undefined) => unknown;
  readonly grantedAt: (pointer: unknown, artefact: Artefact) => Granted | undefined;
}

/** What tells people that something is wrong with an element; undefined where an alarm is any other than a right one. */
export function readAlarmsOf(
  id: ElementId,
  mayBe: readonly Watched[],
  { type, places, words, dimensionsOf, grantedAt }: AlarmEngine,
  artefact: Artefact,
): readonly AlarmFact[] | undefined {
  const alarms = artefact.parts(id, type);
  const topicAt = (pointer: unknown): ElementId | undefined => {
    const granted = grantedAt(pointer, artefact);
    return granted?.what === 'itself' && granted.element.startsWith('topics.') ? granted.element : undefined;
  };
  const read = mayBe.map((watched) => {
    const [alarm] = alarms.filter(({ local }) => local === places[watched.means]);
    if (!alarm) return undefined;
    return readAlarmAs(alarm, words, rightAlarm(artefact.stamp.architecture, id, watched, dimensionsOf), topicAt);
  });
  const known = read.filter((one) => one !== undefined);
  return known.length === alarms.length ? known : undefined;
}
