import { grantsTo } from '../gcp-shapes';
import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A role takes a minute or two to hold, so the first build waits after the roles of its account.',
  sources: [
    'https://docs.cloud.google.com/iam/docs/access-change-propagation',
    'https://github.com/firebase/firebase-tools/issues/5588',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloudfunctions2_function',
  ],
  of: ['google_cloudfunctions2_function'],
  with: ['time_sleep'],
  *check(handler, view) {
    const waits = view.of('time_sleep').filter((one) => view.isAfter(handler, one));
    const [account] = view.named(handler, 'build_config.service_account', 'google_service_account');
    for (const grant of account ? grantsTo(account, view) : [])
      if (view.isAfter(handler, grant) && !waits.some((one) => view.isAfter(one, grant)))
        yield `does not wait after ${grant.id}`;
    if (waits.length === 0) yield 'waits for nothing';
  },
  counterCase: (view) => {
    view.forget(...view.of('time_sleep'));
  },
};
