import { CfnRule } from 'aws-cdk-lib/aws-events';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { CfnSubscription } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { AwsEventSourcePlan, AwsRulePlan, AwsSubscriptionPlan, AwsTriggerPlan } from '../../cloud/aws/trigger';
import { pascalCase } from '../../model/name';
import { acknowledge } from './acknowledgment';
import { renderInvoker } from './invoker';
import { literal, type Parts } from './parts';
import { handedOver, renderSchedules } from './schedule';

/** Lets something invoke the function in `scope`. */
export function renderTrigger(scope: Construct, plan: AwsTriggerPlan, parts: Parts): void {
  switch (plan.kind) {
    case 'schedules':
      return renderSchedules(scope, plan, parts);
    case 'queue':
      return renderEventSource(scope, plan, parts);
    case 'topic':
      return renderSubscription(scope, plan, parts);
    case 'bucket':
      return renderRule(scope, plan, parts);
  }
}

function renderEventSource(scope: Construct, plan: AwsEventSourcePlan, parts: Parts): void {
  new CfnEventSourceMapping(scope, `EventSource${pascalCase(plan.name)}`, {
    eventSourceArn: parts.text(plan.queue),
    functionName: parts.text(plan.target),
    batchSize: plan.batchSize,
    maximumBatchingWindowInSeconds: plan.windowSeconds,
    scalingConfig: plan.maxConcurrency === undefined ? undefined : { maximumConcurrency: plan.maxConcurrency },
    functionResponseTypes: [plan.reports],
  });
}

function renderSubscription(scope: Construct, plan: AwsSubscriptionPlan, parts: Parts): void {
  const permission = renderInvoker(scope, plan.invoker, parts);
  const subscription = new CfnSubscription(scope, `Subscription${pascalCase(plan.name)}`, {
    topicArn: parts.text(plan.topic),
    protocol: 'lambda',
    endpoint: parts.text(plan.target),
    redrivePolicy: plan.deadLetter && { deadLetterTargetArn: parts.text(plan.deadLetter) },
  });
  acknowledge(subscription);
  // Messages that arrive before the topic has permission to invoke the function are lost.
  subscription.node.addDependency(permission);
}

function renderRule(scope: Construct, plan: AwsRulePlan, parts: Parts): void {
  const { index, bucket, events, prefix, target, handover, invoker } = plan;
  const rule = new CfnRule(scope, `Rule${index}`, {
    eventPattern: {
      source: ['aws.s3'],
      'detail-type': events,
      detail: {
        bucket: { name: [parts.text(bucket)] },
        ...(prefix !== undefined && { object: { key: [{ prefix: literal(prefix) }] } }),
      },
    },
    targets: [{ id: 'function', arn: parts.text(target), ...handedOver(handover, parts) }],
  });
  parts.provide(plan.element, `rule-${index}`, { arn: rule.attrArn });
  renderInvoker(scope, invoker, parts);
}
