import type { ResolvedArchitecture } from '../model/architecture';
import { elementId, type ElementId } from '../model/name';

/** What an artefact says of an alarm: what it means, and the topic that is told. */
export interface AlarmFact {
  readonly means: 'dead letters' | 'errors';
  readonly notify: ElementId;
}

/** What a right rendering says of the alarm of a queue or a function; nothing where the architecture has no alarms. */
export function expectAlarm(
  means: AlarmFact['means'],
  { alarms }: ResolvedArchitecture,
): { readonly alarm?: AlarmFact } {
  return alarms ? { alarm: { means, notify: elementId('topics', alarms.notify) } } : {};
}

/** Whether Cloud Monitoring tells a topic. */
export const expectChannel = (
  topic: string,
  { alarms }: ResolvedArchitecture,
): { readonly isToldOfAlarms?: boolean } => (alarms?.notify === topic ? { isToldOfAlarms: true } : {});
