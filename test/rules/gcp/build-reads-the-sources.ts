import { grantsTo } from '../gcp-shapes';
import type { Rule } from '../rule';

const reads = ['roles/storage.objectViewer', 'roles/storage.objectAdmin', 'roles/storage.admin'];

export const rule: Rule = {
  title: 'A build fetches its source from gcf-v2-sources-…, which the build account has to be able to read before.',
  sources: [
    'https://github.com/hashicorp/terraform-provider-google/issues/20571',
    'https://github.com/GoogleCloudPlatform/terraform-google-cloud-functions/pull/133',
    'https://github.com/GoogleCloudPlatform/marketing-analytics-jumpstart/issues/153',
  ],
  of: ['google_cloudfunctions2_function'],
  *check(handler, view) {
    const [account] = view.named(handler, 'build_config.service_account', 'google_service_account');
    if (!account) return yield 'builds as an account of another';
    const right = grantsTo(account, view).filter((one) => {
      const condition = one.text('condition.expression');
      return (
        one.type === 'google_project_iam_member' &&
        reads.includes(one.text('role')) &&
        (condition === '' || condition.includes('projects/_/buckets/gcf-v2-sources-'))
      );
    });
    if (right.length === 0) yield 'builds as an account that reads no gcf-v2-sources';
    else if (!right.some((one) => view.isAfter(handler, one))) yield 'may be built before the account reads its source';
  },
  counterCase: (view) => {
    view.remove(...view.of('google_project_iam_member').filter((one) => one.text('role').startsWith('roles/storage.')));
  },
};
