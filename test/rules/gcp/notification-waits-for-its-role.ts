import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'Cloud Storage publishes a test message when a notification is made, so the role of its agent holds by then.',
  sources: [
    'https://docs.cloud.google.com/storage/docs/reporting-changes',
    'https://docs.cloud.google.com/iam/docs/access-change-propagation',
    'https://github.com/hashicorp/terraform-provider-google/issues/12990',
  ],
  of: ['google_storage_notification'],
  *check(notification, view) {
    const [topic] = view.named(notification, 'topic', 'google_pubsub_topic');
    const grants = view
      .pointingAt(topic!, 'google_pubsub_topic_iam_member', 'topic')
      .filter((one) => one.text('role') === 'roles/pubsub.publisher' && view.isAfter(notification, one));
    if (grants.length === 0) yield 'may be made before its agent may publish';
    const waits = view.of('time_sleep').filter((one) => view.isAfter(notification, one));
    if (!waits.some((one) => grants.some((grant) => view.isAfter(one, grant))))
      yield 'does not wait after the role of its agent';
  },
  counterCase: (view) => {
    view.forget(...view.of('google_pubsub_topic_iam_member'));
  },
};
