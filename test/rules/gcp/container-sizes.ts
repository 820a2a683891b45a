import type { Rule } from '../rule';

/** The most and the least memory in MiB that goes with a number of CPUs. */
const memory: Readonly<Record<string, readonly [number, number]>> = {
  1: [128, 4096],
  2: [128, 8192],
  4: [2048, 16384],
  6: [4096, 24576],
  8: [4096, 32768],
};

const mebibytes = (text: string): number => Number.parseFloat(text) * (/Gi?$/.test(text) ? 1024 : 1);

export const rule: Rule = {
  title: 'Cloud Run has certain numbers of CPUs, each with the least and the most memory of its own.',
  sources: [
    'https://docs.cloud.google.com/run/docs/configuring/services/cpu',
    'https://docs.cloud.google.com/run/docs/configuring/services/memory-limits',
  ],
  of: ['google_cloud_run_v2_service'],
  *check(service) {
    for (const container of service.all('template.containers')) {
      const limits = Object.fromEntries(container.entries('resources.limits')) as Record<string, string>;
      const [least, most] = memory[limits['cpu'] ?? ''] ?? [1, 0];
      const size = mebibytes(limits['memory'] ?? '512Mi');
      if (size < least || size > most) yield `has ${limits['cpu'] ?? 'no'} CPU and ${size} MiB`;
    }
    const side = service.number('template.max_instance_request_concurrency') ?? 80;
    if (side < 1 || side > 1000) yield `serves ${side} requests`;
  },
  counterCase: (view) => {
    const [container] = view.one('google_cloud_run_v2_service').all('template.containers');
    container!.set('resources.limits', { cpu: '3', memory: '512Mi' });
  },
};
