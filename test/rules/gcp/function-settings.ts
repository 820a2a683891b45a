import type { Rule } from '../rule';

export const rule: Rule = {
  title:
    'A function has an entry point, runs for 3,600 s at most, and has a whole CPU where it serves requests side by side.',
  sources: [
    'https://docs.cloud.google.com/functions/quotas',
    'https://docs.cloud.google.com/functions/docs/configuring/concurrency',
  ],
  of: ['google_cloudfunctions2_function'],
  *check(handler) {
    const timeout = handler.number('service_config.timeout_seconds') ?? 60;
    if (timeout < 1 || timeout > 3600) yield `runs for ${timeout} s`;
    if (!handler.text('build_config.entry_point')) yield 'has no entry point';
    const side = handler.number('service_config.max_instance_request_concurrency') ?? 1;
    // Without a number of its own, a function gets a whole CPU with 2 GiB.
    const memory = Number.parseFloat(handler.text('service_config.available_memory'));
    const cpu = handler.number('service_config.available_cpu') ?? (memory >= 2048 ? 1 : 0);
    if (side < 1 || side > 1000 || (side > 1 && cpu < 1)) yield `serves ${side} requests with ${cpu} CPU`;
    if (!/^\d+(?:Mi?|Gi?|k)?$/.test(handler.text('service_config.available_memory'))) yield 'has no memory';
  },
  counterCase: (view) => {
    view.one('google_cloudfunctions2_function').set('service_config.timeout_seconds', 3601);
  },
};
