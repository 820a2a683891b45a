import type { Rule } from '../rule';

/** The metrics that Application Auto Scaling has for each dimension that is scaled here. */
const metrics: Readonly<Record<string, readonly string[]>> = {
  'lambda:function:ProvisionedConcurrency': ['LambdaProvisionedConcurrencyUtilization'],
  'ecs:service:DesiredCount': [
    'ECSServiceAverageCPUUtilization',
    'ECSServiceAverageMemoryUtilization',
    'ALBRequestCountPerTarget',
  ],
};

export const rule: Rule = {
  title: "A tracking policy's metric is one of its resource; requests are counted only with a resource label.",
  sources: [
    'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PredefinedMetricSpecification.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html#managing-provisioned-concurency',
  ],
  of: ['AWS::ApplicationAutoScaling::ScalingPolicy'],
  *check(policy, view) {
    const path = 'TargetTrackingScalingPolicyConfiguration';
    const metric = policy.text(`${path}.PredefinedMetricSpecification.PredefinedMetricType`);
    const [target] = [...view.named(policy, 'ScalingTargetId'), ...view.named(policy, 'resourceId')];
    if (!metrics[target?.text('ScalableDimension') ?? '']?.includes(metric)) yield `tracks ${metric}`;
    const label = policy.text(`${path}.PredefinedMetricSpecification.ResourceLabel`);
    if (metric === 'ALBRequestCountPerTarget' && !/^‹.*›\/‹.*›$/.test(label)) yield 'counts requests without a label';
    const value = policy.number(`${path}.TargetValue`)!;
    if (metric.startsWith('Lambda') && (value < 0.1 || value > 0.9)) yield `has the target ${value}, not 0.1 to 0.9`;
  },
  counterCase: (view) => {
    for (const policy of view.of('AWS::ApplicationAutoScaling::ScalingPolicy'))
      policy.set('TargetTrackingScalingPolicyConfiguration.TargetValue', 70);
  },
};
