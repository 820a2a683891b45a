import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A probe takes no longer than its period, and waits and asks within the limits of Cloud Run.',
  sources: ['https://docs.cloud.google.com/run/docs/configuring/healthchecks'],
  of: ['google_cloud_run_v2_service'],
  where: (service) => service.all('template.containers').some((one) => one.get('startup_probe') !== undefined),
  *check(service) {
    for (const container of service.all('template.containers'))
      for (const [path, longest] of [
        ['startup_probe', 240],
        ['liveness_probe', 3600],
      ] as const)
        for (const probe of container.all(path)) {
          const [period, timeout] = [probe.number('period_seconds') ?? 10, probe.number('timeout_seconds') ?? 1];
          if (timeout < 1 || timeout > period || period > longest)
            yield `has a ${path} of ${timeout} s every ${period} s`;
          if (path === 'startup_probe' && period * (probe.number('failure_threshold') ?? 3) > 240 * 10)
            yield 'waits too long';
        }
  },
  counterCase: (view) => {
    const service = view.one('google_cloud_run_v2_service', (one) =>
      one.all('template.containers').some((each) => each.get('startup_probe') !== undefined),
    );
    for (const container of service.all('template.containers')) container.set('startup_probe.timeout_seconds', 241);
  },
};
