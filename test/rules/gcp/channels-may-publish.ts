import type { Rule } from '../rule';

export const rule: Rule = {
  title:
    "A channel to a topic delivers only where Monitoring's agent, which exists from the first channel on, may publish.",
  sources: ['https://docs.cloud.google.com/monitoring/support/notification-options#pubsub'],
  of: ['google_monitoring_notification_channel'],
  *check(channel, view) {
    if (channel.text('type') !== 'pubsub') yield `is of type ${channel.text('type')}`;
    const [topic] = view.named(channel, 'labels', 'google_pubsub_topic');
    const grants = topic
      ? view
          .pointingAt(topic, 'google_pubsub_topic_iam_member', 'topic')
          .filter((one) => one.text('member').includes('gcp-sa-monitoring-notification'))
      : [];
    if (grants.length === 0) yield 'may not publish';
  },
  counterCase: (view) => {
    view.remove(...view.of('google_pubsub_topic_iam_member'));
  },
};
