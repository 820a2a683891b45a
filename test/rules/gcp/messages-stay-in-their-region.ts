import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A topic keeps messages in any region unless it names its own, against gcp.resourceLocations.',
  sources: [
    'https://docs.cloud.google.com/pubsub/docs/resource-location-restriction',
    'https://docs.cloud.google.com/resource-manager/docs/organization-policy/defining-locations',
  ],
  of: ['google_pubsub_topic'],
  *check(topic) {
    const regions = topic.text('message_storage_policy.allowed_persistence_regions');
    if (!regions.includes('‹|region›')) yield 'keeps messages anywhere';
  },
  counterCase: (view) => {
    view.one('google_pubsub_topic').set('message_storage_policy', undefined);
  },
};
