import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A subscription that nobody asks for 31 days is deleted unless it never expires.',
  sources: ['https://docs.cloud.google.com/pubsub/docs/subscription-properties#expiration_period'],
  of: ['google_pubsub_subscription'],
  *check(one) {
    if (one.get('expiration_policy') === undefined || one.text('expiration_policy.ttl') !== '') yield 'expires';
  },
  counterCase: (view) => {
    view.one('google_pubsub_subscription').set('expiration_policy', undefined);
  },
};
