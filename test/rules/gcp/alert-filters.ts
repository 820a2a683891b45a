import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A condition of an alert names one metric and one kind of resource, and aligns over whole minutes.',
  sources: [
    'https://docs.cloud.google.com/monitoring/api/v3/filters',
    'https://docs.cloud.google.com/monitoring/api/ref_v3/rest/v3/projects.alertPolicies',
    'https://docs.cloud.google.com/logging/docs/alerting/log-based-alerts',
  ],
  of: ['google_monitoring_alert_policy'],
  *check(policy, view) {
    const conditions = policy.all('conditions');
    if (conditions.length < 1 || conditions.length > 6) yield `has ${conditions.length} conditions`;
    for (const condition of conditions) {
      if (condition.get('condition_matched_log') !== undefined) {
        const limit = policy.text('alert_strategy.notification_rate_limit.period');
        if (conditions.length > 1 || !/^\d+s$/.test(limit)) yield 'matches logs beside others, or without a rate limit';
        continue;
      }
      const filter = condition.text('condition_threshold.filter');
      if ((filter.match(/metric\.type\s*=/g) ?? []).length !== 1) yield `filters ${filter}`;
      if ((filter.match(/resource\.type\s*=/g) ?? []).length !== 1) yield `filters ${filter}`;
      const durations = [
        condition.text('condition_threshold.duration'),
        ...condition.all('condition_threshold.aggregations').map((one) => one.text('alignment_period')),
      ];
      for (const text of durations)
        if (!/^\d+s$/.test(text) || Number.parseInt(text) % 60 !== 0) yield `looks at ${text}`;
    }
    if (view.named(policy, 'notification_channels', 'google_monitoring_notification_channel').length === 0)
      yield 'tells nobody';
  },
  counterCase: (view) => {
    const [condition] = view.one('google_monitoring_alert_policy').all('conditions');
    condition!.set('condition_threshold.filter', 'resource.type = "cloud_run_revision"');
  },
};
