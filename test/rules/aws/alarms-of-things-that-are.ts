import type { Rule } from '../rule';

/** The dimensions under which AWS publishes the metrics that are watched. */
const dimensions: Readonly<Record<string, readonly string[]>> = {
  'AWS/SQS': ['QueueName'],
  'AWS/Lambda': ['FunctionName', 'Resource'],
  'AWS/ApplicationELB': ['LoadBalancer', 'TargetGroup'],
  'AWS/ApiGateway': ['ApiId', 'Stage'],
};

export const rule: Rule = {
  title: 'A metric exists only under the dimensions that its service publishes, so an alarm on others sees nothing.',
  sources: [
    'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html',
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html',
  ],
  of: ['AWS::CloudWatch::Alarm'],
  where: (alarm) => alarm.get('Namespace') !== undefined,
  *check(alarm) {
    const all = alarm.get('Dimensions');
    const names = Array.isArray(all)
      ? alarm.all('Dimensions').map((one) => one.text('Name'))
      : alarm.entries('Dimensions').map(([name]) => name);
    const known = dimensions[alarm.text('Namespace')];
    if (!known || names.length === 0 || names.some((name) => !known.includes(name)))
      yield `watches ${names.join()} of ${alarm.text('Namespace')}`;
  },
  counterCase: (view) => {
    view.one('AWS::CloudWatch::Alarm').set('Namespace', 'AWS/ECS');
  },
};
