import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A secret is replicated worldwide unless it names its region, which gcp.resourceLocations refuses.',
  sources: [
    'https://docs.cloud.google.com/secret-manager/docs/choosing-replication',
    'https://docs.cloud.google.com/resource-manager/docs/organization-policy/defining-locations-supported-services',
  ],
  of: ['google_secret_manager_secret'],
  *check(secret) {
    if (!secret.text('replication.user_managed.replicas').includes('‹|region›')) yield 'is kept anywhere';
  },
  counterCase: (view) => {
    view.one('google_secret_manager_secret').set('replication', { auto: {} });
  },
};
