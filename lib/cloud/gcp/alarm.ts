import { hasMaximum, type Alarms } from '../../model/alarm';
import type { ResolvedArchitecture } from '../../model/architecture';
import { consumerOf, deadLetterQueuesOf } from '../../model/consumer';
import { ownIn } from '../../model/existing';
import { elementId, type ElementId } from '../../model/name';
import { stackName, type Naming } from '../name';
import { part, type Part, type PlanText } from '../part';
import { publishesAlarms, type GcpAgentRole } from './service-agent';
import { services } from './services';
import { planLabels } from './tag';

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
  readonly labels?: Readonly<Record<string, string>>;
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
  readonly about: 'dead-letters' | 'messages' | 'old-messages' | 'errors' | 'throttles' | 'unhealthy';
  /** Text for people. */
  readonly displayName: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly condition: GcpMetricCondition | GcpLogCondition;
  /** The time without data after which an incident is closed. While one is open, nobody is notified again. */
  readonly closesAfter: string;
  readonly combiner: 'OR';
  readonly channel: Part;
  readonly needs: readonly string[];
}

/** A number that is too high. */
export interface GcpMetricCondition {
  readonly kind: 'metric';
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
  /** The time for which every value is too high; `0s`: a single one is enough. */
  readonly duration: string;
}

/** A log entry. Its first occurrence raises the alarm. */
export interface GcpLogCondition {
  readonly kind: 'log';
  readonly filter: PlanText;
  /** The shortest time between two notifications. */
  readonly notifyEvery: string;
}

/** An alarm as an element needs it, without the settings that all alarms share. */
type Watch = Pick<GcpAlarmPlan, 'element' | 'about' | 'condition'> & {
  /** The element's trouble, as the end of a sentence. */
  readonly what: string;
};

const periodSeconds = 300;

/**
 * The alarms of an architecture. A dead-letter queue has one as soon as it holds something, whether it is a queue's own
 * or what functions name. The others have the thresholds of the model. Undefined without alarms.
 */
export function planAlarms(architecture: ResolvedArchitecture, naming: Naming): GcpAlarmsPlan | undefined {
  const { tags, alarms } = architecture;
  if (!alarms) return undefined;
  const topic = elementId('topics', alarms.notify);
  const needs = [services.monitoring];
  const labels = planLabels(tags);
  const watches = [
    ...ofQueues(architecture, alarms),
    ...ofFunctions(architecture, alarms),
    ...ofServices(architecture, alarms),
  ];
  return {
    channel: {
      element: topic,
      type: 'pubsub',
      displayName: `${stackName(naming)} ${topic}`,
      labels,
      topic: part(topic, 'topic', 'id'),
      publishes: publishesAlarms,
      needs,
    },
    policies: watches.map(({ element, about, what, condition }) => ({
      element,
      about,
      displayName: `${stackName(naming)} ${element} ${what}`,
      labels,
      condition,
      // The shortest: https://cloud.google.com/monitoring/alerts/concepts-indepth#partial-metric-data
      closesAfter: '1800s',
      combiner: 'OR',
      channel: part(topic, 'channel', 'name'),
      needs,
    })),
  };
}

/** Numbers of which the highest in a period counts. */
const highest = (filter: PlanText, atLeast = 1): GcpMetricCondition => ({
  kind: 'metric',
  filter,
  aligner: 'ALIGN_MAX',
  reducer: 'REDUCE_MAX',
  period: `${periodSeconds}s`,
  threshold: atLeast - 1,
  comparison: 'COMPARISON_GT',
  duration: '0s',
});

/** https://cloud.google.com/monitoring/api/metrics_gcp_p_z#gcp-pubsub */
function ofQueues(architecture: ResolvedArchitecture, { oldestMessageSeconds }: Alarms): Watch[] {
  const queues = Object.keys(ownIn(architecture.queues));
  const filter = (element: ElementId, of: string, metric: string): PlanText => [
    'resource.type = "pubsub_subscription" AND resource.labels.subscription_id = "',
    part(element, of, 'name'),
    `" AND metric.type = "pubsub.googleapis.com/subscription/${metric}"`,
  ];
  const holding = (queue: string, what: string, about: Watch['about'], of: string): Watch => {
    const element = elementId('queues', queue);
    return { element, about, what, condition: highest(filter(element, of, 'num_undelivered_messages')) };
  };
  const consumed = oldestMessageSeconds === 0 ? [] : queues.filter((queue) => consumerOf(queue, architecture));
  return [
    ...queues.map((queue) => holding(queue, 'has dead letters', 'dead-letters', 'deadLetters')),
    ...deadLetterQueuesOf(architecture).map((queue) => holding(queue, 'has messages', 'messages', 'subscription')),
    ...consumed.map((queue): Watch => {
      const element = elementId('queues', queue);
      const condition = highest(filter(element, 'subscription', 'oldest_unacked_message_age'), oldestMessageSeconds);
      return { element, about: 'old-messages', what: 'has old messages', condition };
    }),
  ];
}

/** The responses of a service, or of a function by the service of the same name, with a status of 500 or higher. */
const serverErrors = (name: Part, atLeast: number, periods: number): GcpMetricCondition => ({
  ...highest(
    [
      'resource.type = "cloud_run_revision" AND resource.labels.service_name = "',
      name,
      '" AND metric.type = "run.googleapis.com/request_count" AND metric.labels.response_code_class = "5xx"',
    ],
    atLeast,
  ),
  aligner: 'ALIGN_DELTA',
  reducer: 'REDUCE_SUM',
  duration: `${(periods - 1) * periodSeconds}s`,
});

/**
 * Requests above the maximum number of instances are answered with 429. The metric of requests excludes them, and an alert
 * policy on a log-based metric can't be created in the deployment that creates the metric, so the policy watches the log.
 * https://cloud.google.com/run/docs/about-instance-autoscaling,
 * https://github.com/hashicorp/terraform-provider-google/issues/11102
 */
const refused = (name: Part): GcpLogCondition => ({
  kind: 'log',
  filter: [
    'log_id("run.googleapis.com/requests") AND resource.type = "cloud_run_revision" AND resource.labels.service_name = "',
    name,
    '" AND httpRequest.status = 429',
  ],
  notifyEvery: `${periodSeconds}s`,
});

function ofFunctions({ functions }: ResolvedArchitecture, { functionErrors, throttles }: Alarms): Watch[] {
  const names = Object.keys(functions).map((name) => [name, elementId('functions', name)] as const);
  const failing = functionErrors === 0 ? [] : names;
  const capped = throttles === 0 ? [] : names.filter(([name]) => hasMaximum(functions[name]!));
  return [
    ...failing.map(([, element]): Watch => {
      const condition = serverErrors(part(element, 'function', 'name'), functionErrors, 1);
      return { element, about: 'errors', what: 'fails', condition };
    }),
    ...capped.map(([, element]): Watch => {
      const condition = refused(part(element, 'function', 'name'));
      return { element, about: 'throttles', what: 'is throttled', condition };
    }),
  ];
}

function ofServices({ services: all }: ResolvedArchitecture, { unhealthyPeriods }: Alarms): Watch[] {
  const exposed = Object.keys(all).filter((name) => all[name]!.ingress === 'public');
  return (unhealthyPeriods === 0 ? [] : exposed).map((name): Watch => {
    const element = elementId('services', name);
    const condition = serverErrors(part(element, 'service', 'name'), 1, unhealthyPeriods);
    return { element, about: 'unhealthy', what: 'is unhealthy', condition };
  });
}
