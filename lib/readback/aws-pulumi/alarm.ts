import type { AlarmFact } from '../../facts/alarm';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { readAlarmAs, rightAlarm, type AlarmWords } from '../aws/alarm';
import type { Pointer } from '../resource';
import { grantedAt } from './reference';

const input = (name: string) => ['inputs', name];

const words: AlarmWords = {
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
};

/** What tells people that something is wrong with an element, of which `named` is the name of what is watched. */
export function readAlarm(
  id: ElementId,
  named: Pointer | undefined,
  artefact: Artefact,
): { readonly alarm?: AlarmFact | undefined } {
  const alarm = artefact.part(id, 'aws:cloudwatch/metricAlarm:MetricAlarm');
  if (!alarm || !named) return {};
  const dimensions = (name: string, value: Pointer) => ({ [name]: value });
  const right = rightAlarm(artefact.stamp.architecture, id, dimensions, named);
  return { alarm: readAlarmAs(alarm, words, right, (topic) => topicAt(topic, artefact)) };
}

function topicAt(pointer: unknown, artefact: Artefact): ElementId | undefined {
  const granted = grantedAt(pointer, artefact);
  return granted?.what === 'itself' && granted.element.startsWith('topics.') ? granted.element : undefined;
}
