import { expectStackName } from '../../facts/name';
import type { AlarmFact } from '../../facts/alarm';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import type { Pointer } from '../made';
import type { Resource } from '../resource';
import type { Dialect } from './dialect';

type Means = AlarmFact['means'];

/** The meanings that alarms of an element may have, each with pointers at what it watches: one for each dimension. */
export type Watched = Readonly<Partial<Record<Means, readonly (Pointer | undefined)[]>>>;

/** An alarm that is right: its name among the parts of its element, its description, its metric and its dimensions. */
interface RightAlarm {
  readonly part: string;
  readonly verb: string;
  readonly metric: readonly [namespace: string, name: string, statistic: 'Maximum' | 'Sum'];
  readonly dimensions: readonly string[];
  /** The property that is free; absent: none, one of anything raises the alarm. */
  readonly free?: 'Threshold' | 'EvaluationPeriods';
}

const held = {
  metric: ['AWS/SQS', 'ApproximateNumberOfMessagesVisible', 'Maximum'],
  dimensions: ['QueueName'],
} as const;
const counted = { dimensions: ['FunctionName'], free: 'Threshold' } as const;

const alarms: Readonly<Record<Means, RightAlarm>> = {
  'dead letters': { part: 'alarm-dead-letters', verb: 'has dead letters', ...held },
  messages: { part: 'alarm-messages', verb: 'has messages', ...held },
  'old messages': {
    part: 'alarm-old-messages',
    verb: 'has old messages',
    metric: ['AWS/SQS', 'ApproximateAgeOfOldestMessage', 'Maximum'],
    dimensions: ['QueueName'],
    free: 'Threshold',
  },
  errors: { part: 'alarm-errors', verb: 'fails', metric: ['AWS/Lambda', 'Errors', 'Sum'], ...counted },
  throttles: { part: 'alarm-throttles', verb: 'is throttled', metric: ['AWS/Lambda', 'Throttles', 'Sum'], ...counted },
  unhealthy: {
    part: 'alarm-unhealthy',
    verb: 'is unhealthy',
    metric: ['AWS/ApplicationELB', 'UnHealthyHostCount', 'Maximum'],
    dimensions: ['LoadBalancer', 'TargetGroup'],
    free: 'EvaluationPeriods',
  },
  'server errors': {
    part: 'alarm-server-errors',
    verb: 'answers with server errors',
    metric: ['AWS/ApiGateway', '5xx', 'Sum'],
    dimensions: ['ApiId'],
    free: 'Threshold',
  },
};

/** The resources of an element's alarms. */
export const alarmsOf = (id: ElementId, { types }: Dialect, artefact: Artefact): readonly Resource[] =>
  artefact.parts(id, types.alarm);

/** Reads the alarms of an element; undefined if one of them isn't understood. */
export function readAlarms(
  id: ElementId,
  mayBe: Watched,
  dialect: Dialect,
  artefact: Artefact,
): readonly AlarmFact[] | undefined {
  const found = alarmsOf(id, dialect, artefact);
  const read = (Object.keys(mayBe) as Means[]).map((means) => {
    const alarm = found.find(({ local }) => local === dialect.part(alarms[means].part));
    return alarm && readAlarm(alarm, id, means, mayBe[means]!, dialect, artefact);
  });
  const known = read.filter((one) => one !== undefined);
  return known.length === found.length ? known : undefined;
}

function readAlarm(
  alarm: Resource,
  id: ElementId,
  means: Means,
  watched: readonly (Pointer | undefined)[],
  dialect: Dialect,
  artefact: Artefact,
): AlarmFact | undefined {
  const { verb, metric, dimensions, free } = alarms[means];
  const [Namespace, MetricName, Statistic] = metric;
  const right: Record<string, unknown> = {
    AlarmDescription: `${expectStackName(artefact.stamp)} ${id} ${verb}`,
    Namespace,
    MetricName,
    Statistic,
    Dimensions: dialect.dimensions(Object.fromEntries(dimensions.map((name, index) => [name, watched[index]]))),
    Period: 300,
    EvaluationPeriods: 1,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    TreatMissingData: 'notBreaching',
  };
  if (free) delete right[free];
  const isRight = Object.entries(right).map(([word, value]) => alarm.fixed(dialect.path(word), value));
  const from = free ? alarm.number(dialect.path(free)) : 1;
  const notify = readTopic(alarm, 'AlarmActions', dialect, artefact);
  const isToldOfEnd = readTopic(alarm, 'OKActions', dialect, artefact) === notify;
  return isRight.every(Boolean) && from && notify && isToldOfEnd ? { means, from, notify } : undefined;
}

/** Reads the only topic in a list of actions. */
const readTopic = (alarm: Resource, word: string, dialect: Dialect, artefact: Artefact): ElementId | undefined =>
  alarm.as(dialect.path(word), (actions) =>
    Array.isArray(actions) && actions.length === 1 ? topicAt(actions[0], dialect, artefact) : undefined,
  );

function topicAt(pointer: unknown, { grantedAt }: Dialect, artefact: Artefact): ElementId | undefined {
  const granted = grantedAt(pointer, artefact);
  return granted?.what === 'itself' && granted.element.startsWith('topics.') ? granted.element : undefined;
}
