import { boundTo, calledBy, grantsTo } from '../gcp-shapes';
import type { Rule } from '../rule';

const paths = ['push_config.push_endpoint', 'http_target.uri'];
const accounts = ['push_config.oidc_token.service_account_email', 'http_target.oidc_token.service_account_email'];

export const rule: Rule = {
  title: 'A subscription or a job calls with an account that may invoke its element, before the first event.',
  sources: [
    'https://docs.cloud.google.com/run/docs/triggering/pubsub-push',
    'https://docs.cloud.google.com/scheduler/docs/http-target-auth',
    'https://docs.cloud.google.com/functions/docs/securing/authenticating',
  ],
  of: ['google_pubsub_subscription', 'google_cloud_scheduler_job'],
  where: (one, view) =>
    paths.some((path) => calledBy(one, path, view)) && !/googleapis\.com/.test(one.text('http_target.uri')),
  *check(one, view) {
    const [element] = paths.flatMap((path) => calledBy(one, path, view) ?? []);
    const [account] = accounts.flatMap((path) => view.named(one, path, 'google_service_account'));
    if (!account) return yield 'calls without an account';
    const grants = grantsTo(account, view).filter(
      (grant) => grant.text('role') === 'roles/run.invoker' && boundTo(grant, view) === element,
    );
    if (!grants.some((grant) => view.isAfter(one, grant))) yield 'may call before its account may invoke';
  },
  counterCase: (view) => {
    view.forget(...view.of('google_cloud_run_service_iam_member'));
  },
};
