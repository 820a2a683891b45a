import { AlertPolicy, NotificationChannel } from '@pulumi/gcp/monitoring';
import { TopicIAMMember } from '@pulumi/gcp/pubsub';
import type { GcpAlarmPlan, GcpChannelPlan } from '../../cloud/gcp/alarm';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';

/** Allows Cloud Monitoring to publish to the topic whose component is `parent`. */
export function renderChannel(parent: Element, plan: GcpChannelPlan, parts: Parts): NotificationChannel {
  const channel = new NotificationChannel(
    `${parent.prefix}-channel`,
    { type: plan.type, displayName: plan.displayName, labels: { topic: parts.token(plan.topic) } },
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
  const { displayName } = plan;
  return new AlertPolicy(
    `${parent.prefix}-alarm-${plan.about}`,
    {
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
    },
    { parent, dependsOn: parts.needs(plan.needs) },
  );
}
