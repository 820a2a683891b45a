import type { AlarmFact } from '../../facts/alarm';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { readAlarmsOf, type AlarmEngine, type Watched } from '../aws/alarm';
import type { Resource } from '../resource';
import { grantedAt } from './reference';

const property = (name: string) => ['Properties', name];

const engine: AlarmEngine = {
  type: 'AWS::CloudWatch::Alarm',
  places: {
    'dead letters': 'AlarmDeadLetters',
    messages: 'AlarmMessages',
    errors: 'AlarmErrors',
  },
  words: {
    description: property('AlarmDescription'),
    namespace: property('Namespace'),
    metric: property('MetricName'),
    statistic: property('Statistic'),
    period: property('Period'),
    periods: property('EvaluationPeriods'),
    threshold: property('Threshold'),
    comparison: property('ComparisonOperator'),
    withoutData: property('TreatMissingData'),
    dimensions: property('Dimensions'),
    actions: property('AlarmActions'),
  },
  dimensionsOf: (dimension, value) => [{ Name: dimension, Value: value }],
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
