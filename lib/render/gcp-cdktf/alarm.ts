import { MonitoringAlertPolicy } from '@cdktf/provider-google/lib/monitoring-alert-policy';
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
  const { displayName } = plan;
  return new MonitoringAlertPolicy(scope, `Alarm${pascalCase(plan.about)}`, {
    displayName,
    combiner: plan.combiner,
    conditions: [
      {
        displayName,
        conditionThreshold: {
          filter: parts.text(plan.filter),
          aggregations: [
            { alignmentPeriod: plan.period, perSeriesAligner: plan.aligner, crossSeriesReducer: plan.reducer },
          ],
          comparison: plan.comparison,
          thresholdValue: plan.threshold,
          duration: plan.duration,
        },
      },
    ],
    notificationChannels: [parts.token(plan.channel)],
    dependsOn: parts.needs(plan.needs),
  });
}
