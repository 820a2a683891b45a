import { hasMaximum, type Alarms } from '../model/alarm';
import type { ResolvedArchitecture } from '../model/architecture';
import { consumerOf, deadLetterQueuesOf } from '../model/consumer';
import type { ResolvedFunction } from '../model/function';
import { elementId, type ElementId } from '../model/name';
import type { ResolvedService } from '../model/service';

/** The facts about an alarm: its meaning, the value that raises it, and the topic that it notifies of start and end. */
export interface AlarmFact {
  readonly means: 'dead letters' | 'messages' | 'old messages' | 'errors' | 'throttles' | 'unhealthy' | 'server errors';
  /** The lowest value that raises it: a count within five minutes, an age in seconds, or a number of such periods. */
  readonly from: number;
  readonly notify: ElementId;
}

/** An alarm, or none: without alarms, or with a threshold of 0. */
const alarm = (alarms: Alarms | undefined, means: AlarmFact['means'], from: number | undefined): AlarmFact[] =>
  alarms && from ? [{ means, from, notify: elementId('topics', alarms.notify) }] : [];

/** The alarms about a function. Without a maximum, no call is refused because of it. */
export const expectFunctionAlarms = (fields: ResolvedFunction, alarms: Alarms | undefined): readonly AlarmFact[] => [
  ...alarm(alarms, 'errors', alarms?.functionErrors),
  ...(hasMaximum(fields) ? alarm(alarms, 'throttles', alarms?.throttles) : []),
];

/** The alarm about a service, of which only a public one is checked from outside. */
export const expectServiceAlarms = ({ ingress }: ResolvedService, alarms: Alarms | undefined): readonly AlarmFact[] =>
  ingress === 'public' ? alarm(alarms, 'unhealthy', alarms?.unhealthyPeriods) : [];

/** The alarm about an API. */
export const expectApiAlarms = (alarms: Alarms | undefined): readonly AlarmFact[] =>
  alarm(alarms, 'server errors', alarms?.apiErrors);

/** The alarms about a queue. Dead letters of functions need attention as well, so that their queue has a second alarm. */
export const expectQueueAlarms = (
  queue: string,
  architecture: ResolvedArchitecture,
  alarms: Alarms | undefined,
): readonly AlarmFact[] => [
  ...alarm(alarms, 'dead letters', 1),
  ...(deadLetterQueuesOf(architecture).includes(queue) ? alarm(alarms, 'messages', 1) : []),
  ...(consumerOf(queue, architecture) ? alarm(alarms, 'old messages', alarms?.oldestMessageSeconds) : []),
];

/** The fact that Cloud Monitoring sends alarms to a topic; nothing for any other topic. */
export const expectChannel = (
  topic: string,
  { alarms }: ResolvedArchitecture,
): { readonly isToldOfAlarms?: boolean } => (alarms?.notify === topic ? { isToldOfAlarms: true } : {});
