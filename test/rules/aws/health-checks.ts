import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A health check takes 2 to 120 s, less than its interval of 5 to 300 s, and counts 2 to 10 answers.',
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html',
  ],
  of: ['AWS::ElasticLoadBalancingV2::TargetGroup'],
  *check(group) {
    const read = (path: string): number => group.number(path) ?? NaN;
    const [interval, timeout] = [read('HealthCheckIntervalSeconds'), read('HealthCheckTimeoutSeconds')];
    if (!(timeout >= 2 && timeout <= 120 && interval >= 5 && interval <= 300 && timeout < interval))
      yield `takes ${timeout} s every ${interval} s`;
    for (const path of ['HealthyThresholdCount', 'UnhealthyThresholdCount'])
      if (!(read(path) >= 2 && read(path) <= 10)) yield `counts ${read(path)} answers`;
    if (!/^\/.{0,1023}$/.test(group.text('HealthCheckPath'))) yield `asks ${group.text('HealthCheckPath')}`;
  },
  counterCase: (view) => {
    view.one('AWS::ElasticLoadBalancingV2::TargetGroup').set('HealthCheckTimeoutSeconds', 60);
  },
};
