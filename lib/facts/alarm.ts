import type { ResolvedArchitecture } from '../model/architecture';
import { deadLetterQueuesOf } from '../model/consumer';
import { elementId, type ElementId } from '../model/name';

/** The facts about an alarm: its meaning, and the topic that it notifies. */
export interface AlarmFact {
  readonly means: 'dead letters' | 'messages' | 'errors';
  readonly notify: ElementId;
}

/** The alarms about a function. */
export const expectFunctionAlarms = ({ alarms }: ResolvedArchitecture): readonly AlarmFact[] =>
  alarms ? [{ means: 'errors', notify: elementId('topics', alarms.notify) }] : [];

/** The alarms about a queue. Dead letters of functions need attention as well, so that their queue has a second alarm. */
export function expectQueueAlarms(queue: string, architecture: ResolvedArchitecture): readonly AlarmFact[] {
  const { alarms } = architecture;
  if (!alarms) return [];
  const means = deadLetterQueuesOf(architecture).includes(queue)
    ? (['dead letters', 'messages'] as const)
    : (['dead letters'] as const);
  return means.map((one) => ({ means: one, notify: elementId('topics', alarms.notify) }));
}

/** The fact that Cloud Monitoring sends alarms to a topic; nothing for any other topic. */
export const expectChannel = (
  topic: string,
  { alarms }: ResolvedArchitecture,
): { readonly isToldOfAlarms?: boolean } => (alarms?.notify === topic ? { isToldOfAlarms: true } : {});
