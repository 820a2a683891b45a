import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'Messages to a topic without a subscription are lost, dead letters too.',
  sources: ['https://docs.cloud.google.com/pubsub/docs/dead-letter-topics'],
  of: ['google_pubsub_topic'],
  where: (topic, view) =>
    view.pointingAt(topic, 'google_pubsub_subscription', 'dead_letter_policy.dead_letter_topic').length > 0,
  *check(topic, view) {
    if (view.pointingAt(topic, 'google_pubsub_subscription', 'topic').length === 0) yield 'loses dead letters';
  },
  counterCase: (view) => {
    const dead = new Set(
      view.of('google_pubsub_subscription').flatMap((one) => one.refers('dead_letter_policy.dead_letter_topic')),
    );
    view.remove(...view.of('google_pubsub_subscription').filter((one) => dead.has(one.refers('topic')[0] ?? '')));
  },
};
