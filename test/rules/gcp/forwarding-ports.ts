import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A rule for an HTTP proxy forwards port 80 or 8080, with a global address and the scheme of its backends.',
  sources: ['https://docs.cloud.google.com/load-balancing/docs/forwarding-rule-concepts'],
  of: ['google_compute_global_forwarding_rule'],
  with: ['google_compute_target_http_proxy', 'google_compute_global_address'],
  *check(rule, view) {
    const [proxy] = view.named(rule, 'target');
    const ports =
      proxy?.type === 'google_compute_target_http_proxy' ? ['80', '80-80', '8080', '8080-8080'] : ['443', '443-443'];
    if (!ports.includes(rule.text('port_range'))) yield `forwards ${rule.text('port_range')}`;
    if (view.named(rule, 'ip_address', 'google_compute_global_address').length === 0)
      yield 'has an address that goes with it';
    if (rule.text('load_balancing_scheme') !== 'EXTERNAL_MANAGED') yield 'has another scheme';
  },
  counterCase: (view) => {
    view.one('google_compute_global_forwarding_rule').set('port_range', '443');
  },
};
