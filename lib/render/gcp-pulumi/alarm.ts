import { AlertPolicy, NotificationChannel } from '@pulumi/gcp/monitoring';
import { TopicIAMMember } from '@pulumi/gcp/pubsub';
import type { GcpAlarmPlan, GcpChannelPlan } from '../../cloud/gcp/alarm';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';

/** Allows Cloud Monitoring to publish to the topic whose component is `parent`. */
export function renderChannel(parent: Element, plan: GcpChannelPlan, parts: Parts): NotificationChannel {
  const channel = new NotificationChannel(
    `${parent.prefix}-channel`,
    {
      type: plan.type,
      displayName: plan.displayName,
      labels: { topic: parts.token(plan.topic) },
      userLabels: plan.labels,
    },
    { parent, dependsOn: parts.needs(plan.needs) },
  );
  new TopicIAMMember(
    `${parent.prefix}-channel-agent`,
    { topic: parts.token(plan.topic), role: plan.publishes.role, member: parts.text(plan.publishes.member) },
    { parent, dependsOn: [channel] },
  );
  parts.provide(plan.element, 'channel', { name: channel.name });
  return channel;
}

/** Watches the element whose component is `parent`. */
export function renderAlarm(parent: Element, plan: GcpAlarmPlan, parts: Parts): AlertPolicy {
  const { displayName, condition } = plan;
  return new AlertPolicy(
    `${parent.prefix}-alarm-${plan.about}`,
    {
      displayName,
      userLabels: plan.labels,
      combiner: plan.combiner,
      conditions: [{ displayName, ...conditionOf(condition, parts) }],
      alertStrategy: {
        autoClose: plan.closesAfter,
        ...(condition.kind === 'log' && { notificationRateLimit: { period: condition.notifyEvery } }),
      },
      notificationChannels: [parts.token(plan.channel)],
    },
    { parent, dependsOn: parts.needs(plan.needs) },
  );
}

function conditionOf(condition: GcpAlarmPlan['condition'], parts: Parts) {
  const filter = parts.text(condition.filter);
  if (condition.kind === 'log') return { conditionMatchedLog: { filter } };
  const { period, aligner, reducer, comparison, threshold, duration } = condition;
  return {
    conditionThreshold: {
      filter,
      aggregations: [{ alignmentPeriod: period, perSeriesAligner: aligner, crossSeriesReducer: reducer }],
      comparison,
      thresholdValue: threshold,
      duration,
    },
  };
}
