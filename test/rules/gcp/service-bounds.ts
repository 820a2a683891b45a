import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'The minimum of a service is at most its maximum, and a number set by hand has no bounds beside it.',
  sources: [
    'https://docs.cloud.google.com/run/docs/configuring/min-instances',
    'https://docs.cloud.google.com/run/docs/configuring/services/manual-scaling',
  ],
  of: ['google_cloud_run_v2_service'],
  *check(service) {
    const read = (path: string): number | undefined => service.number(path);
    const [least, most] = [read('template.scaling.min_instance_count'), read('template.scaling.max_instance_count')];
    const always = read('scaling.min_instance_count') ?? 0;
    if (most !== undefined && Math.max(least ?? 0, always) > most)
      yield `has the bounds ${Math.max(least ?? 0, always)} and ${most}`;
    const manual = read('scaling.manual_instance_count');
    const isManual = service.text('scaling.scaling_mode') === 'MANUAL';
    if (isManual !== (manual !== undefined)) yield 'is half scaled by hand';
  },
  counterCase: (view) => {
    view
      .one('google_cloud_run_v2_service', (one) => one.get('scaling.manual_instance_count') !== undefined)
      .set('scaling.scaling_mode', undefined);
  },
};
