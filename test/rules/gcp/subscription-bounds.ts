import type { Rule } from '../rule';

const seconds = (text: string): number => Number(/^(\d+(?:\.\d+)?)s$/.exec(text)?.[1] ?? NaN);

export const rule: Rule = {
  title:
    'A subscription waits 10 to 600 s for an answer, keeps messages 10 minutes to 31 days, and tries 5 to 100 times.',
  sources: [
    'https://docs.cloud.google.com/pubsub/docs/subscription-properties',
    'https://docs.cloud.google.com/pubsub/docs/reference/rest/v1/projects.subscriptions',
    'https://docs.cloud.google.com/pubsub/docs/dead-letter-topics',
  ],
  of: ['google_pubsub_subscription'],
  *check(one) {
    const deadline = one.number('ack_deadline_seconds') ?? 10;
    if (deadline < 10 || deadline > 600) yield `waits ${deadline} s`;
    const kept = one.text('message_retention_duration');
    if (kept && !(seconds(kept) >= 600 && seconds(kept) <= 2678400)) yield `keeps messages ${kept}`;
    const attempts = one.number('dead_letter_policy.max_delivery_attempts') ?? 5;
    if (attempts < 5 || attempts > 100) yield `tries ${attempts} times`;
    const [least, most] = [
      one.text('retry_policy.minimum_backoff') || '10s',
      one.text('retry_policy.maximum_backoff') || '600s',
    ];
    if (!(seconds(least) <= seconds(most) && seconds(most) <= 600)) yield `waits ${least} to ${most} between`;
  },
  counterCase: (view) => {
    view.one('google_pubsub_subscription').set('message_retention_duration', '2678401s');
  },
};
