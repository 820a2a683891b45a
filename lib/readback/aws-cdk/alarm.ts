import type { AlarmFact } from '../../facts/alarm';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { readAlarmAs, rightAlarm, type AlarmWords } from '../aws/alarm';
import type { Pointer } from '../resource';
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

/** What tells people that something is wrong with an element, of which `named` is the name of what is watched. */
export function readAlarm(
  id: ElementId,
  named: Pointer | undefined,
  artefact: Artefact,
): { readonly alarm?: AlarmFact | undefined } {
  const alarm = artefact.part(id, 'AWS::CloudWatch::Alarm');
  if (!alarm || !named) return {};
  const dimensions = (name: string, value: Pointer) => [{ Name: name, Value: value }];
  const right = rightAlarm(artefact.stamp.architecture, id, dimensions, named);
  return { alarm: readAlarmAs(alarm, words, right, (topic) => topicAt(topic, artefact)) };
}

function topicAt(pointer: unknown, artefact: Artefact): ElementId | undefined {
  const granted = grantedAt(pointer, artefact);
  return granted?.what === 'itself' && granted.element.startsWith('topics.') ? granted.element : undefined;
}
