import { pubsubAgent } from '../gcp-shapes';
import type { Rule } from '../rule';

export const rule: Rule = {
  title: "Pub/Sub's agent forwards dead letters only where it may publish to their topic and consume the subscription.",
  sources: [
    'https://docs.cloud.google.com/pubsub/docs/dead-letter-topics',
    'https://github.com/terraform-google-modules/terraform-google-pubsub/pull/34',
  ],
  of: ['google_pubsub_subscription'],
  with: ['google_pubsub_topic_iam_member', 'google_pubsub_subscription_iam_member', 'data.google_project'],
  where: (one) => one.get('dead_letter_policy') !== undefined,
  *check(one, view) {
    const [dead] = view.named(one, 'dead_letter_policy.dead_letter_topic', 'google_pubsub_topic');
    const [own] = view.named(one, 'topic', 'google_pubsub_topic');
    if (!dead || dead === own) return yield 'has no topic for dead letters';
    const isAgents = (grant: typeof one, role: string): boolean =>
      (pubsubAgent.test(grant.text('member')) ||
        view.named(grant, 'member', 'google_project_service_identity').length > 0) &&
      grant.text('role') === role;
    if (
      !view
        .pointingAt(dead, 'google_pubsub_topic_iam_member', 'topic')
        .some((grant) => isAgents(grant, 'roles/pubsub.publisher'))
    )
      yield 'may not publish dead letters';
    if (
      !view
        .pointingAt(one, 'google_pubsub_subscription_iam_member', 'subscription')
        .some((grant) => isAgents(grant, 'roles/pubsub.subscriber'))
    )
      yield 'may not take dead letters out';
  },
  counterCase: (view) => {
    view.remove(...view.of('google_pubsub_subscription_iam_member'));
  },
};
