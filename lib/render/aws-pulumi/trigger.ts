import { EventRule, EventTarget } from '@pulumi/aws/cloudwatch';
import { EventSourceMapping } from '@pulumi/aws/lambda';
import { TopicSubscription } from '@pulumi/aws/sns';
import { jsonStringify } from '@pulumi/pulumi';
import { limits } from '../../cloud/aws/name';
import type { AwsEventSourcePlan, AwsRulePlan, AwsSubscriptionPlan, AwsTriggerPlan } from '../../cloud/aws/trigger';
import type { Element } from '../pulumi-element';
import { renderInvoker } from './invoker';
import { nameWithin } from './name';
import type { Parts } from './parts';
import { handedOver, renderSchedules } from './schedule';

type Tags = Record<string, string> | undefined;

/** Lets something invoke the function whose component is `parent`. */
export function renderTrigger(parent: Element, plan: AwsTriggerPlan, parts: Parts, tags: Tags): void {
  switch (plan.kind) {
    case 'schedules':
      return renderSchedules(parent, plan, parts, tags);
    case 'queue':
      return renderEventSource(parent, plan, parts, tags);
    case 'topic':
      return renderSubscription(parent, plan, parts);
    case 'bucket':
      return renderRule(parent, plan, parts, tags);
  }
}

function renderEventSource(parent: Element, plan: AwsEventSourcePlan, parts: Parts, tags: Tags): void {
  new EventSourceMapping(
    `${parent.prefix}-event-source-${plan.name}`,
    {
      eventSourceArn: parts.text(plan.queue),
      functionName: parts.text(plan.target),
      batchSize: plan.batchSize,
      maximumBatchingWindowInSeconds: plan.windowSeconds,
      scalingConfig: plan.maxConcurrency === undefined ? undefined : { maximumConcurrency: plan.maxConcurrency },
      functionResponseTypes: [plan.reports],
      tags,
    },
    { parent },
  );
}

function renderSubscription(parent: Element, plan: AwsSubscriptionPlan, parts: Parts): void {
  const permission = renderInvoker(parent, plan.invoker, parts);
  new TopicSubscription(
    `${parent.prefix}-subscription-${plan.name}`,
    {
      topic: parts.text(plan.topic),
      protocol: 'lambda',
      endpoint: parts.text(plan.target),
      redrivePolicy: plan.deadLetter && jsonStringify({ deadLetterTargetArn: parts.text(plan.deadLetter) }),
    },
    // Messages that arrive before the topic has permission to invoke the function are lost.
    { parent, dependsOn: [permission] },
  );
}

function renderRule(parent: Element, plan: AwsRulePlan, parts: Parts, tags: Tags): void {
  const { index, names, bucket, events, prefix, target, handover, invoker } = plan;
  const resource = `${parent.prefix}-rule-${index}`;
  const rule = new EventRule(
    resource,
    {
      ...nameWithin(limits.rule, resource, names.rule),
      eventPattern: jsonStringify({
        source: ['aws.s3'],
        'detail-type': events,
        detail: {
          bucket: { name: [parts.text(bucket)] },
          ...(prefix !== undefined && { object: { key: [{ prefix }] } }),
        },
      }),
      tags,
    },
    { parent },
  );
  parts.provide(plan.element, `rule-${index}`, { arn: rule.arn });
  const permission = renderInvoker(parent, invoker, parts);
  new EventTarget(
    `${parent.prefix}-rule-target-${index}`,
    { rule: rule.name, targetId: 'function', arn: parts.text(target), ...handedOver(handover, parts) },
    // Events that arrive before the rule has permission to invoke the function are lost.
    { parent, dependsOn: [permission] },
  );
}
