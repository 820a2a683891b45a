import { grantsTo, runsAs } from '../gcp-shapes';
import type { Rule } from '../rule';

export const rule: Rule = {
  title: "A revision can't start before its secrets have a version and its account may read them.",
  sources: [
    'https://github.com/hashicorp/terraform-provider-google/issues/9441',
    'https://github.com/nozomi-koborinai/terradart/pull/156',
    'https://docs.cloud.google.com/run/docs/configuring/services/secrets',
  ],
  of: ['google_cloud_run_v2_service'],
  with: [
    'google_secret_manager_secret_version',
    'google_secret_manager_secret_iam_member',
    'google_secret_manager_secret',
  ],
  where: (service, view) => view.named(service, 'template.containers', 'google_secret_manager_secret').length > 0,
  *check(service, view) {
    const account = runsAs(service, view);
    for (const container of service.all('template.containers'))
      for (const variable of container.all('env')) {
        const [secret] = variable.get('value_source')
          ? view
              .named(service, 'template.containers', 'google_secret_manager_secret')
              .filter((one) => variable.text('value_source').includes(`‹${one.id}|`))
          : [];
        if (!secret) continue;
        const versions = view.pointingAt(secret, 'google_secret_manager_secret_version', 'secret');
        if (!versions.some((one) => view.isAfter(service, one))) yield `may start before ${secret.id} has a version`;
        const grants = account
          ? grantsTo(account, view).filter((one) => one.refers('secret_id').includes(secret.id))
          : [];
        if (!grants.some((one) => view.isAfter(service, one))) yield `may start before it reads ${secret.id}`;
      }
  },
  counterCase: (view) => {
    view.forget(...view.of('google_secret_manager_secret_version'));
  },
};
