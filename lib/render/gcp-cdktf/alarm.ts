import {
  MonitoringAlertPolicy,
  type MonitoringAlertPolicyConditions as Condition,
} from '@cdktf/provider-google/lib/monitoring-alert-policy';
import { MonitoringNotificationChannel } from '@cdktf/provider-google/lib/monitoring-notification-channel';
import { PubsubTopicIamMember } from '@cdktf/provider-google/lib/pubsub-topic-iam-member';
import type { Construct } from 'constructs';
import type { GcpAlarmPlan, GcpChannelPlan } from '../../cloud/gcp/alarm';
import { pascalCase } from '../../model/name';
import type { Parts } from './parts';

/** Allows Cloud Monitoring to publish to the topic in `scope`. */
export function renderChannel(scope: Construct, plan: GcpChannelPlan, parts: Parts): MonitoringNotificationChannel {
  const channel = new MonitoringNotificationChannel(scope, 'Channel', {
    type: plan.type,
    displayName: plan.displayName,
    labels: { topic: parts.token(plan.topic) },
    userLabels: plan.labels,
    dependsOn: parts.needs(plan.needs),
  });
  new PubsubTopicIamMember(scope, 'ChannelAgent', {
    topic: parts.token(plan.topic),
    role: plan.publishes.role,
    member: parts.text(plan.publishes.member),
    dependsOn: [channel],
  });
  parts.provide(plan.element, 'channel', { name: channel.name });
  return channel;
}

/** Watches the element in `scope`. */
export function renderAlarm(scope: Construct, plan: GcpAlarmPlan, parts: Parts): MonitoringAlertPolicy {
  const { displayName, condition } = plan;
  return new MonitoringAlertPolicy(scope, `Alarm${pascalCase(plan.about)}`, {
    displayName,
    userLabels: plan.labels,
    combiner: plan.combiner,
    conditions: [{ displayName, ...conditionOf(condition, parts) }],
    alertStrategy: {
      autoClose: plan.closesAfter,
      ...(condition.kind === 'log' && { notificationRateLimit: { period: condition.notifyEvery } }),
    },
    notificationChannels: [parts.token(plan.channel)],
    dependsOn: parts.needs(plan.needs),
  });
}

function conditionOf(condition: GcpAlarmPlan['condition'], parts: Parts): Omit<Condition, 'displayName'> {
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
