import type { AlarmFact } from '../../facts/alarm';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { readAlarmsOf, type AlarmEngine, type Watched } from '../aws/alarm';
import type { Resource } from '../resource';
import { grantedAt } from './reference';

const input = (name: string) => ['inputs', name];

const engine: AlarmEngine = {
  type: 'aws:cloudwatch/metricAlarm:MetricAlarm',
  places: {
    'dead letters': 'alarm-dead-letters',
    messages: 'alarm-messages',
    errors: 'alarm-errors',
  },
  words: {
    description: input('alarmDescription'),
    namespace: input('namespace'),
    metric: input('metricName'),
    statistic: input('statistic'),
    period: input('period'),
    periods: input('evaluationPeriods'),
    threshold: input('threshold'),
    comparison: input('comparisonOperator'),
    withoutData: input('treatMissingData'),
    dimensions: input('dimensions'),
    actions: input('alarmActions'),
  },
  dimensionsOf: (dimension, value) => ({ [dimension]: value }),
  grantedAt,
};

/** The alarms of an element. */
export const alarmsOf = (id: ElementId, artefact: Artefact): readonly Resource[] => artefact.parts(id, engine.type);

/** What tells people that something is wrong with an element; undefined where an alarm is any other than a right one. */
export const readAlarms = (
  id: ElementId,
  mayBe: readonly Watched[],
  artefact: Artefact,
): readonly AlarmFact[] | undefined => readAlarmsOf(id, mayBe, engine, artefact);
