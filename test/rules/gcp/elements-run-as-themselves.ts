import { elementTypes, runsAs } from '../gcp-shapes';
import type { Rule } from '../rule';

export const rule: Rule = {
  title:
    'Without an account, an element runs as the default one of Compute Engine, which new organizations leave without roles.',
  sources: [
    'https://docs.cloud.google.com/iam/docs/best-practices-service-accounts',
    'https://docs.cloud.google.com/resource-manager/docs/secure-by-default-organizations',
  ],
  of: elementTypes,
  *check(element, view) {
    if (!runsAs(element, view)) yield 'runs as the default account';
  },
  counterCase: (view) => {
    view.one('google_cloud_run_v2_service').set('template.service_account', undefined);
  },
};
