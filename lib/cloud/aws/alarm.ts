import { hasMaximum, type Alarms } from '../../model/alarm';
import type { ResolvedArchitecture } from '../../model/architecture';
import { consumerOf, deadLetterQueuesOf } from '../../model/consumer';
import { ownIn } from '../../model/existing';
import { elementId, type ElementId } from '../../model/name';
import { stackName, type Naming } from '../name';
import { part, type Part } from '../part';

/** A CloudWatch alarm, with every decision made. */
export interface AwsAlarmPlan extends Metric {
  /** The element that it watches and belongs to. */
  readonly element: ElementId;
  /** The subject of the alarm, unique within the element. */
  readonly about: 'dead-letters' | 'messages' | 'old-messages' | 'errors' | 'throttles' | 'unhealthy' | 'server-errors';
  /** Text for people. */
  readonly description: string;
  readonly periodSeconds: number;
  /** The number of consecutive periods beyond the threshold that raise the alarm. */
  readonly periods: number;
  /** The lowest value that is beyond the threshold. */
  readonly threshold: number;
  readonly comparison: 'GreaterThanOrEqualToThreshold';
  /** The state without data: no traffic means no problem. */
  readonly withoutData: 'notBreaching';
  /** The topic that receives the alarm, and the notice that it is over. */
  readonly notify: Part;
}

interface Metric {
  readonly namespace: string;
  readonly metric: string;
  readonly dimensions: readonly { readonly name: string; readonly value: Part }[];
  readonly statistic: 'Maximum' | 'Sum';
}

/** An alarm as an element needs it, without the settings that all alarms share. */
type Watch = Pick<AwsAlarmPlan, 'element' | 'about'> & {
  /** The element's trouble, as the end of a sentence. */
  readonly what: string;
  readonly metric: Metric;
  /** Absent: one is enough. */
  readonly threshold?: number;
  /** Absent: one is enough. */
  readonly periods?: number;
};

/**
 * The alarms of an architecture. A dead-letter queue has one as soon as it holds something, whether it is a queue's own
 * or what functions name. The others have the thresholds of the model.
 */
export function planAlarms(architecture: ResolvedArchitecture, naming: Naming): AwsAlarmPlan[] {
  const { alarms } = architecture;
  if (!alarms) return [];
  const watches = [
    ...ofQueues(architecture, alarms),
    ...ofFunctions(architecture, alarms),
    ...ofServices(architecture, alarms),
    ...ofApis(architecture, alarms),
  ];
  return watches.map(({ element, about, what, metric, threshold = 1, periods = 1 }) => ({
    element,
    about,
    description: `${stackName(naming)} ${element} ${what}`,
    ...metric,
    periodSeconds: 300,
    periods,
    threshold,
    comparison: 'GreaterThanOrEqualToThreshold',
    withoutData: 'notBreaching',
    notify: part(elementId('topics', alarms.notify), 'topic', 'arn'),
  }));
}

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html */
function ofQueues(architecture: ResolvedArchitecture, { oldestMessageSeconds }: Alarms): Watch[] {
  const queues = Object.keys(ownIn(architecture.queues));
  const metricOf = (element: ElementId, of: string, metric: string): Metric => ({
    namespace: 'AWS/SQS',
    metric,
    dimensions: [{ name: 'QueueName', value: part(element, of, 'name') }],
    statistic: 'Maximum',
  });
  const holding = (queue: string, what: string, about: Watch['about'], of: string): Watch => {
    const element = elementId('queues', queue);
    return { element, about, what, metric: metricOf(element, of, 'ApproximateNumberOfMessagesVisible') };
  };
  const consumed = oldestMessageSeconds === 0 ? [] : queues.filter((queue) => consumerOf(queue, architecture));
  return [
    ...queues.map((queue) => holding(queue, 'has dead letters', 'dead-letters', 'deadLetter')),
    ...deadLetterQueuesOf(architecture).map((queue) => holding(queue, 'has messages', 'messages', 'queue')),
    ...consumed.map((queue): Watch => {
      const element = elementId('queues', queue);
      const metric = metricOf(element, 'queue', 'ApproximateAgeOfOldestMessage');
      return { element, about: 'old-messages', what: 'has old messages', metric, threshold: oldestMessageSeconds };
    }),
  ];
}

/** https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html */
function ofFunctions({ functions }: ResolvedArchitecture, { functionErrors, throttles }: Alarms): Watch[] {
  const watch = (of: string, about: Watch['about'], what: string, metric: string, threshold: number): Watch => {
    const element = elementId('functions', of);
    const dimensions = [{ name: 'FunctionName', value: part(element, 'function', 'name') }];
    return {
      element,
      about,
      what,
      metric: { namespace: 'AWS/Lambda', metric, dimensions, statistic: 'Sum' },
      threshold,
    };
  };
  const failing = functionErrors === 0 ? [] : Object.keys(functions);
  const capped = throttles === 0 ? [] : Object.keys(functions).filter((name) => hasMaximum(functions[name]!));
  return [
    ...failing.map((name) => watch(name, 'errors', 'fails', 'Errors', functionErrors)),
    ...capped.map((name) => watch(name, 'throttles', 'is throttled', 'Throttles', throttles)),
  ];
}

/**
 * ECS replaces a task soon after its target is unhealthy, so a service whose running tasks all fail is unhealthy for a
 * part of each period. A task that exits earlier is never counted. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
 *
 * CloudWatch evaluates at most one day of such periods:
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
 */
function ofServices({ services }: ResolvedArchitecture, { unhealthyPeriods }: Alarms): Watch[] {
  const exposed = Object.keys(services).filter((name) => services[name]!.ingress === 'public');
  return (unhealthyPeriods === 0 ? [] : exposed).map((name): Watch => {
    const element = elementId('services', name);
    const dimensions = [
      { name: 'LoadBalancer', value: part('foundation', 'loadBalancer', 'fullName') },
      { name: 'TargetGroup', value: part(element, 'targetGroup', 'fullName') },
    ];
    const namespace = 'AWS/ApplicationELB';
    const metric: Metric = { namespace, metric: 'UnHealthyHostCount', dimensions, statistic: 'Maximum' };
    return { element, about: 'unhealthy', what: 'is unhealthy', metric, periods: unhealthyPeriods };
  });
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-metrics.html */
function ofApis({ apis }: ResolvedArchitecture, { apiErrors }: Alarms): Watch[] {
  return (apiErrors === 0 ? [] : Object.keys(apis)).map((name): Watch => {
    const element = elementId('apis', name);
    const dimensions = [{ name: 'ApiId', value: part(element, 'api', 'id') }];
    const metric: Metric = { namespace: 'AWS/ApiGateway', metric: '5xx', dimensions, statistic: 'Sum' };
    return { element, about: 'server-errors', what: 'answers with server errors', metric, threshold: apiErrors };
  });
}
