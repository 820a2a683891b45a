import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'Both bounds of a function are written, the minimum at most the maximum: an unwritten one keeps what it was.',
  sources: [
    'https://docs.cloud.google.com/run/docs/configuring/max-instances-limits',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloudfunctions2_function',
  ],
  of: ['google_cloudfunctions2_function'],
  *check(handler) {
    const [least, most] = ['min', 'max'].map((bound) => handler.number(`service_config.${bound}_instance_count`));
    if (least === undefined || most === undefined) yield `has the bounds ${least ?? 'none'} and ${most ?? 'none'}`;
    else if (least > most || most < 1) yield `has the bounds ${least} and ${most}`;
  },
  counterCase: (view) => {
    view.one('google_cloudfunctions2_function').set('service_config.min_instance_count', 1001);
  },
};
