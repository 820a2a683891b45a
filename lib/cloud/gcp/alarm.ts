import type { ResolvedArchitecture } from '../../model/architecture';
import { deadLetterQueuesOf } from '../../model/consumer';
import { elementId, type ElementId } from '../../model/name';
import { part, type Part, type PlanText } from '../part';
import { publishesAlarms, type GcpAgentRole } from './service-agent';
import { services } from './services';

/** The alarms of an architecture: a notification channel and its alert policies. */
export interface GcpAlarmsPlan {
  readonly channel: GcpChannelPlan;
  readonly policies: readonly GcpAlarmPlan[];
}

/** A notification channel from Cloud Monitoring to a topic. */
export interface GcpChannelPlan {
  /** The topic that receives alarms. The channel is one of its resources. */
  readonly element: ElementId;
  readonly type: 'pubsub';
  readonly displayName: string;
  readonly topic: Part;
  /** The permission for Cloud Monitoring to publish. Its service agent exists only once there is a channel. */
  readonly publishes: GcpAgentRole<'roles/pubsub.publisher'>;
  readonly needs: readonly string[];
}

/** An alert policy of Cloud Monitoring's, with every decision made. */
export interface GcpAlarmPlan {
  /** The element that it watches and belongs to. */
  readonly element: ElementId;
  /** The subject of the alarm, unique within the element. */
  readonly about: 'dead-letters' | 'messages' | 'errors';
  /** Text for people. */
  readonly displayName: string;
  /** The numbers that are looked at. */
  readonly filter: PlanText;
  /** The aggregation of one period's values. */
  readonly aligner: 'ALIGN_MAX' | 'ALIGN_DELTA';
  /** The aggregation of all revisions' values. */
  readonly reducer: 'REDUCE_MAX' | 'REDUCE_SUM';
  readonly period: string;
  /** Above which value something is wrong. */
  readonly threshold: number;
  readonly comparison: 'COMPARISON_GT';
  /** For how long: not at all, a single one is enough. */
  readonly duration: string;
  readonly combiner: 'OR';
  readonly channel: Part;
  readonly needs: readonly string[];
}

const atOnce = {
  period: '300s',
  threshold: 0,
  comparison: 'COMPARISON_GT',
  duration: '0s',
  combiner: 'OR',
  needs: [services.monitoring],
} as const;

/**
 * An alarm for each dead-letter queue that holds something, whether it is a queue's own or what functions name, and for
 * each function that fails; undefined without any.
 */
export function planAlarms(architecture: ResolvedArchitecture): GcpAlarmsPlan | undefined {
  const { name, alarms, queues, functions } = architecture;
  if (!alarms) return undefined;
  const topic = elementId('topics', alarms.notify);
  const saying = (element: ElementId, what: string) => ({
    element,
    displayName: `${name} ${element} ${what}`,
    channel: part(topic, 'channel', 'name'),
  });
  const holding = (queue: string, what: string, about: GcpAlarmPlan['about'], of: string): GcpAlarmPlan => {
    const element = elementId('queues', queue);
    return {
      ...saying(element, what),
      about,
      filter: [
        'resource.type = "pubsub_subscription" AND resource.labels.subscription_id = "',
        part(element, of, 'name'),
        '" AND metric.type = "pubsub.googleapis.com/subscription/num_undelivered_messages"',
      ],
      aligner: 'ALIGN_MAX',
      reducer: 'REDUCE_MAX',
      ...atOnce,
    };
  };
  return {
    channel: {
      element: topic,
      type: 'pubsub',
      displayName: `${name} ${topic}`,
      topic: part(topic, 'topic', 'id'),
      publishes: publishesAlarms,
      needs: [services.monitoring],
    },
    policies: [
      ...Object.keys(queues).map((queue) => holding(queue, 'has dead letters', 'dead-letters', 'deadLetters')),
      ...deadLetterQueuesOf(architecture).map((queue) => holding(queue, 'has messages', 'messages', 'subscription')),
      ...Object.keys(functions).map((of): GcpAlarmPlan => {
        const element = elementId('functions', of);
        return {
          ...saying(element, 'fails'),
          about: 'errors',
          // A function's requests are counted at the Cloud Run service below it, which has its name.
          filter: [
            'resource.type = "cloud_run_revision" AND resource.labels.service_name = "',
            part(element, 'function', 'name'),
            '" AND metric.type = "run.googleapis.com/request_count" AND metric.labels.response_code_class = "5xx"',
          ],
          aligner: 'ALIGN_DELTA',
          reducer: 'REDUCE_SUM',
          ...atOnce,
        };
      }),
    ],
  };
}
