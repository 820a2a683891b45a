import { grantsTo, runsAs } from '../gcp-shapes';
import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A job that scales has a role on its element, and may act as the account that the element runs as.',
  sources: [
    'https://docs.cloud.google.com/run/docs/reference/iam/permissions',
    'https://docs.cloud.google.com/functions/docs/reference/iam/roles',
  ],
  of: ['google_cloud_scheduler_job'],
  with: [
    'google_service_account_iam_member',
    'google_cloud_run_v2_service_iam_member',
    'google_cloudfunctions2_function_iam_member',
  ],
  where: (job) => /googleapis\.com/.test(job.text('http_target.uri')),
  *check(job, view) {
    const [account] = view.named(job, 'http_target.oauth_token.service_account_email', 'google_service_account');
    const [element] = view.named(job, 'http_target.uri');
    if (!account || !element) return yield 'names no account or element of this stack';
    const grants = grantsTo(account, view).filter((one) => view.isAfter(job, one));
    const running = runsAs(element, view);
    if (
      !grants.some(
        (one) =>
          one.type === 'google_service_account_iam_member' && one.refers('service_account_id').includes(running!.id),
      )
    )
      yield 'may not act as its element';
    if (
      !grants.some(
        (one) =>
          one.refers('role').length > 0 &&
          [...one.refers('name'), ...one.refers('cloud_function')].includes(element.id),
      )
    )
      yield 'may not change its element';
    if (job.text('http_target.http_method') !== 'PATCH' || !/updateMask=/.test(job.text('http_target.uri')))
      yield 'patches everything';
  },
  counterCase: (view) => {
    view.remove(...view.of('google_service_account_iam_member'));
  },
};
