import type { Rule } from '../rule';

const events = ['OBJECT_FINALIZE', 'OBJECT_METADATA_UPDATE', 'OBJECT_DELETE', 'OBJECT_ARCHIVE'];

export const rule: Rule = {
  title:
    "A notification is refused while the agent of Cloud Storage can't publish to its topic; a bucket has 10 an event.",
  sources: [
    'https://github.com/GoogleCloudPlatform/k8s-config-connector/issues/433',
    'https://github.com/hashicorp/terraform-provider-google/pull/4354',
    'https://docs.cloud.google.com/storage/quotas',
  ],
  of: ['google_storage_notification'],
  with: ['data.google_storage_project_service_account'],
  *check(notification, view) {
    const [topic] = view.named(notification, 'topic', 'google_pubsub_topic');
    const grants = view
      .pointingAt(topic!, 'google_pubsub_topic_iam_member', 'topic')
      .filter(
        (one) =>
          one.text('role') === 'roles/pubsub.publisher' &&
          view.named(one, 'member', 'data.google_storage_project_service_account').length > 0,
      );
    if (!grants.some((one) => view.isAfter(notification, one))) yield 'may be made before its agent may publish';
    const types = (notification.get('event_types') ?? events) as string[];
    for (const type of types) if (!events.includes(type)) yield `tells of ${type}`;
    const [bucket] = notification.refers('bucket');
    const all = view.of(notification.type).filter((one) => one.refers('bucket')[0] === bucket);
    for (const type of types)
      if (all.filter((one) => ((one.get('event_types') ?? events) as string[]).includes(type)).length > 10)
        yield `is one of more than 10 for ${type}`;
  },
  counterCase: (view) => {
    view.remove(...view.of('google_pubsub_topic_iam_member'));
  },
};
