import type { ResolvedArchitecture } from '../model/architecture';
import { deadLetterQueuesOf } from '../model/consumer';
import { elementId, type ElementId } from '../model/name';

/** What an artefact says of an alarm: what it means, and the topic that is told. */
export interface AlarmFact {
  readonly means: 'dead letters' | 'messages' | 'errors';
  readonly notify: ElementId;
}

/** What a right rendering says of a function's alarms. */
export const expectFunctionAlarms = ({ alarms }: ResolvedArchitecture): readonly AlarmFact[] =>
  alarms ? [{ means: 'errors', notify: elementId('topics', alarms.notify) }] : [];

/** What a right rendering says of a queue's alarms: what functions couldn't get done is a matter for people as well. */
export function expectQueueAlarms(queue: string, architecture: ResolvedArchitecture): readonly AlarmFact[] {
  const { alarms } = architecture;
  if (!alarms) return [];
  const means = deadLetterQueuesOf(architecture).includes(queue)
    ? (['dead letters', 'messages'] as const)
    : (['dead letters'] as const);
  return means.map((one) => ({ means: one, notify: elementId('topics', alarms.notify) }));
}

/** Whether Cloud Monitoring tells a topic. */
export const expectChannel = (
  topic: string,
  { alarms }: ResolvedArchitecture,
): { readonly isToldOfAlarms?: boolean } => (alarms?.notify === topic ? { isToldOfAlarms: true } : {});
