import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A deployment needs room above or below the number of tasks, and zone rebalancing needs room above.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html',
  ],
  of: ['AWS::ECS::Service'],
  *check(service) {
    const [configuration] = service.all('DeploymentConfiguration');
    const most = configuration?.number('MaximumPercent') ?? service.number('DeploymentMaximumPercent') ?? 200;
    const least =
      configuration?.number('MinimumHealthyPercent') ?? service.number('DeploymentMinimumHealthyPercent') ?? 100;
    if (most <= least) yield `keeps ${least} % and allows ${most} %`;
    if (service.text('AvailabilityZoneRebalancing') === 'ENABLED' && most <= 100) yield `rebalances within ${most} %`;
  },
  counterCase: (view) => {
    const service = view.one('AWS::ECS::Service');
    service.set('DeploymentConfiguration', { MaximumPercent: 100, MinimumHealthyPercent: 100 });
  },
};
