import { memberTypes } from '../gcp-shapes';
import type { Rule } from '../rule';

export const rule: Rule = {
  title:
    'Domain-restricted sharing refuses allUsers: only an invoker of an element that is public by the model is one.',
  sources: [
    'https://docs.cloud.google.com/run/docs/authenticating/public',
    'https://docs.cloud.google.com/resource-manager/docs/organization-policy/domain-restricted-sharing',
  ],
  of: memberTypes,
  where: (grant) => /^all/.test(grant.text('member')),
  *check(grant) {
    if (
      grant.type !== 'google_cloud_run_service_iam_member' ||
      grant.text('role') !== 'roles/run.invoker' ||
      grant.text('member') !== 'allUsers'
    )
      yield `gives ${grant.text('member')} ${grant.text('role')}`;
  },
  counterCase: (view) => {
    view.one('google_storage_bucket_iam_member').set('member', 'allUsers');
  },
};
