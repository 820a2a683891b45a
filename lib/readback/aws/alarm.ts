import type { AlarmFact } from '../../facts/alarm';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import type { Pointer, Resource } from '../resource';
import type { Dialect } from './dialect';

/** A meaning that an alarm may have, and the pointer at the name of what it watches. */
export interface Watched {
  readonly means: AlarmFact['means'];
  readonly name: Pointer | undefined;
}

const ofQueue = { Namespace: 'AWS/SQS', MetricName: 'ApproximateNumberOfMessagesVisible', Statistic: 'Maximum' };

/** An alarm by its meaning: its name among the parts of its element, its description, its dimension and its metric. */
const alarms = {
  'dead letters': { part: 'alarm-dead-letters', verb: 'has dead letters', dimension: 'QueueName', metric: ofQueue },
  messages: { part: 'alarm-messages', verb: 'has messages', dimension: 'QueueName', metric: ofQueue },
  errors: {
    part: 'alarm-errors',
    verb: 'fails',
    dimension: 'FunctionName',
    metric: { Namespace: 'AWS/Lambda', MetricName: 'Errors', Statistic: 'Sum' },
  },
} as const;

/** The properties that every alarm has: one period in which the metric is 1 or more. */
const always = {
  Period: 300,
  EvaluationPeriods: 1,
  Threshold: 1,
  ComparisonOperator: 'GreaterThanOrEqualToThreshold',
  TreatMissingData: 'notBreaching',
};

/** The resources of an element's alarms. */
export const alarmsOf = (id: ElementId, { types }: Dialect, artefact: Artefact): readonly Resource[] =>
  artefact.parts(id, types.alarm);

/** Reads the alarms of an element; undefined if one of them isn't understood. */
export function readAlarms(
  id: ElementId,
  mayBe: readonly Watched[],
  dialect: Dialect,
  artefact: Artefact,
): readonly AlarmFact[] | undefined {
  const found = alarmsOf(id, dialect, artefact);
  const read = mayBe.map((watched) => {
    const alarm = found.find(({ local }) => local === dialect.part(alarms[watched.means].part));
    return alarm && readAlarm(alarm, id, watched, dialect, artefact);
  });
  const known = read.filter((one) => one !== undefined);
  return known.length === found.length ? known : undefined;
}

function readAlarm(
  alarm: Resource,
  id: ElementId,
  { means, name }: Watched,
  dialect: Dialect,
  artefact: Artefact,
): AlarmFact | undefined {
  const { verb, dimension, metric } = alarms[means];
  const right = {
    AlarmDescription: `${artefact.stamp.architecture} ${id} ${verb}`,
    ...metric,
    Dimensions: dialect.dimension(dimension, name),
    ...always,
  };
  const isRight = Object.entries(right).map(([word, value]) => alarm.fixed(dialect.path(word), value));
  const notify = alarm.as(dialect.path('AlarmActions'), (actions) =>
    Array.isArray(actions) && actions.length === 1 ? topicAt(actions[0], dialect, artefact) : undefined,
  );
  return isRight.every(Boolean) && notify ? { means, notify } : undefined;
}

function topicAt(pointer: unknown, { grantedAt }: Dialect, artefact: Artefact): ElementId | undefined {
  const granted = grantedAt(pointer, artefact);
  return granted?.what === 'itself' && granted.element.startsWith('topics.') ? granted.element : undefined;
}
