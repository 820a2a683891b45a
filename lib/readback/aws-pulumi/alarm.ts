import type { AlarmFact } from '../../facts/alarm';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { readAlarmAs, rightAlarm, type AlarmWords, type Watched } from '../aws/alarm';
import type { Pointer, Resource } from '../resource';
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

const dimensionsOf = (dimension: string, value: Pointer | undefined) => ({ [dimension]: value });

/** Where an alarm lies among the parts of its element, by what it means. */
const places: Readonly<Record<AlarmFact['means'], string>> = {
  'dead letters': 'alarm-dead-letters',
  messages: 'alarm-messages',
  errors: 'alarm-errors',
};

/** The alarms of an element. */
export const alarmsOf = (id: ElementId, artefact: Artefact): readonly Resource[] =>
  artefact.parts(id, 'aws:cloudwatch/metricAlarm:MetricAlarm');

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
