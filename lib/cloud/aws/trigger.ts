import type { ResolvedArchitecture } from '../../model/architecture';
import type { ColdStart } from '../../model/cold-start';
import { existingIn } from '../../model/existing';
import type { ResolvedFunction } from '../../model/function';
import { elementId, pascalCase, type ElementId } from '../../model/name';
import type { ResolvedQueue } from '../../model/queue';
import type { BucketTrigger, QueueTrigger, Triggers } from '../../model/trigger';
import { physicalName, type Naming } from '../name';
import { part, type PlanText } from '../part';
import { batchSizeFor } from './approximation';
import { reservedConcurrency } from './cold-start';
import type { AwsStatement } from './grant';
import { ruleInvoker, topicInvoker, type AwsInvoker } from './invoker';
import { limits } from './name';
import { planHandover, queueOf, type AwsHandover } from './retry';
import { planSchedules, type AwsSchedulesPlan } from './schedule';

/** A function's schedules, an event source mapping, a subscription or a rule, with every decision made. */
export type AwsTriggerPlan = AwsSchedulesPlan | AwsEventSourcePlan | AwsSubscriptionPlan | AwsRulePlan;

/** An event source mapping from a queue to a function. */
export interface AwsEventSourcePlan {
  readonly kind: 'queue';
  readonly element: ElementId;
  /** The queue's name, which identifies the trigger within the function. */
  readonly name: string;
  readonly queue: PlanText;
  /** The alias. */
  readonly target: PlanText;
  readonly batchSize: number;
  /** The batching window, in seconds. Batches of more than ten messages require one; absent: none. */
  readonly windowSeconds?: number;
  /** The most invocations at a time. Without it, Lambda reads more messages than a reserved function runs; absent: no maximum. */
  readonly maxConcurrency?: number;
  /** The function's response type: it reports failed messages, and only those are retried. */
  readonly reports: 'ReportBatchItemFailures';
}

/** A topic that delivers its events to a function. */
export interface AwsSubscriptionPlan {
  readonly kind: 'topic';
  readonly element: ElementId;
  /** The topic's name, which identifies the trigger within the function. */
  readonly name: string;
  readonly topic: PlanText;
  /** The alias. */
  readonly target: PlanText;
  /** The queue for events that couldn't be delivered. */
  readonly deadLetter?: PlanText;
  readonly invoker: AwsInvoker;
}

/** An EventBridge rule that delivers a bucket's events to a function. */
export interface AwsRulePlan {
  readonly kind: 'bucket';
  readonly element: ElementId;
  /** Counts the function's triggers, from 0. */
  readonly index: number;
  readonly names: { readonly rule: string };
  readonly bucket: PlanText;
  /** The detail types of EventBridge's events. */
  readonly events: readonly string[];
  /** The prefix of the objects' names; absent: every object. */
  readonly prefix?: string;
  /** The alias. */
  readonly target: PlanText;
  readonly handover: AwsHandover;
  readonly invoker: AwsInvoker;
}

/** Everything that invokes a function without being waited for. */
export function planTriggers({ functions, queues }: ResolvedArchitecture, naming: Naming): AwsTriggerPlan[] {
  return Object.keys(functions)
    .sort()
    .flatMap((name) => triggersOf(elementId('functions', name), functions[name]!, queues, naming));
}

function triggersOf(
  element: ElementId,
  { triggers, retry, coldStart }: ResolvedFunction,
  queues: ResolvedArchitecture['queues'],
  naming: Naming,
): AwsTriggerPlan[] {
  const schedules = planSchedules(element, triggers, retry, naming);
  const target: PlanText = [part(element, 'alias', 'arn')];
  const others = triggers.flatMap((trigger, index): AwsTriggerPlan[] => {
    if ('queue' in trigger) {
      return [planEventSource(element, trigger, coldStart, isOrdered(queues[trigger.queue]))];
    }
    if ('topic' in trigger) {
      const { topic: name } = trigger;
      const invoker = topicInvoker(elementId('topics', name), element);
      const { deadLetter } = planHandover(retry);
      const topic: PlanText = [part(elementId('topics', name), 'topic', 'arn')];
      return [{ kind: 'topic', element, name, topic, target, ...(deadLetter && { deadLetter }), invoker }];
    }
    if (!('bucket' in trigger)) return [];
    return [
      {
        kind: 'bucket',
        element,
        index,
        names: { rule: physicalName(naming, element, limits.rule, `rule-${index}`) },
        bucket: [part(elementId('buckets', trigger.bucket), 'bucket', 'name')],
        events: eventsOf(trigger),
        ...(trigger.prefix !== undefined && { prefix: trigger.prefix }),
        target,
        handover: planHandover(retry),
        invoker: ruleInvoker(elementId('buckets', trigger.bucket), element, index),
      },
    ];
  });
  return [...(schedules ? [schedules] : []), ...others];
}

/** The largest batch for which Lambda needs no batching window. */
const batchAtOnce = 10;

/** The smallest maximum of an event source, which is 2 to 1,000: https://docs.aws.amazon.com/lambda/latest/api/API_ScalingConfig.html */
export const leastConcurrency = 2;

/**
 * An event source's maximum equals what the function reserves, or is the least that there is: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
 * and https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html
 */
function planEventSource(
  element: ElementId,
  trigger: QueueTrigger,
  coldStart: ColdStart,
  isOrdered: boolean,
): AwsEventSourcePlan {
  const batchSize = batchSizeFor(trigger.batchSize, isOrdered);
  const reserved = reservedConcurrency(coldStart);
  return {
    kind: 'queue',
    element,
    name: trigger.queue,
    queue: queueOf(trigger.queue),
    target: [part(element, 'alias', 'arn')],
    batchSize,
    ...(batchSize > batchAtOnce && { windowSeconds: 1 }),
    ...(reserved !== undefined && { maxConcurrency: Math.max(leastConcurrency, reserved) }),
    reports: 'ReportBatchItemFailures',
  };
}

/** The ARN of a queue that keeps the order ends with `.fifo`. */
const isOrdered = (queue: ResolvedQueue | undefined): boolean =>
  existingIn(queue)?.aws?.endsWith('.fifo') ?? queue?.ordered === true;

const eventsOf = ({ on }: BucketTrigger): string[] =>
  [...new Set(on)].sort().map((what) => (what === 'created' ? 'Object Created' : 'Object Deleted'));

/** The permissions to consume the queues that trigger a function. */
export const planConsumption = (triggers: Triggers): AwsStatement[] =>
  triggers
    .flatMap((trigger) => ('queue' in trigger ? [trigger.queue] : []))
    .sort()
    .map((queue) => ({
      sid: `Consume${pascalCase(queue)}`,
      actions: ['sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
      resources: [queueOf(queue)],
    }));
