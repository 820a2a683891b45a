import type { AlarmFact } from '../../facts/alarm';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { readAlarmAs, rightAlarm, type AlarmWords, type Watched } from '../aws/alarm';
import type { Pointer, Resource } from '../resource';
import { grantedAt } from './reference';

const property = (name: string) => ['Properties', name];

const words: AlarmWords = {
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
};

const dimensionsOf = (dimension: string, value: Pointer | undefined) => [{ Name: dimension, Value: value }];

/** Where an alarm lies among the parts of its element, by what it means. */
const places: Readonly<Record<AlarmFact['means'], string>> = {
  'dead letters': 'AlarmDeadLetters',
  messages: 'AlarmMessages',
  errors: 'AlarmErrors',
};

/** The alarms of an element. */
export const alarmsOf = (id: ElementId, artefact: Artefact): readonly Resource[] =>
  artefact.parts(id, 'AWS::CloudWatch::Alarm');

/** What tells people that something is wrong with an element; undefined where an alarm is any other than a right one. */
export function readAlarms(
  id: ElementId,
  mayBe: readonly Watched[],
  artefact: Artefact,
): readonly AlarmFact[] | undefined {
  const alarms = alarmsOf(id, artefact);
  const read = mayBe.map((watched) => {
    const [alarm] = alarms.filter(({ local }) => local === places[watched.means]);
    if (!alarm) return undefined;
    const right = rightAlarm(artefact.stamp.architecture, id, watched, dimensionsOf);
    return readAlarmAs(alarm, words, right, (topic) => topicAt(topic, artefact));
  });
  const known = read.filter((one) => one !== undefined);
  return known.length === alarms.length ? known : undefined;
}

function topicAt(pointer: unknown, artefact: Artefact): ElementId | undefined {
  const granted = grantedAt(pointer, artefact);
  return granted?.what === 'itself' && granted.element.startsWith('topics.') ? granted.element : undefined;
}
