import type { Resource } from '../view';
import type { Rule } from '../rule';

const network = (service: Resource, property: string): unknown => {
  const [configuration] = service.all('NetworkConfiguration');
  return configuration?.get(`AwsvpcConfiguration.${property}`) ?? configuration?.get(property);
};

export const rule: Rule = {
  title: 'A task on Fargate in a public subnet pulls its image only with a public address.',
  sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html'],
  of: ['AWS::ECS::Service'],
  *check(service, view) {
    const address = network(service, 'AssignPublicIp');
    if (address === 'ENABLED' || address === true) return;
    // A load balancer for the internet is in public subnets.
    const balancers = view.of('AWS::ElasticLoadBalancingV2::LoadBalancer');
    const subnets = JSON.stringify(network(service, 'Subnets'));
    const isPublic = balancers.some((balancer) => JSON.stringify(balancer.get('Subnets')) === subnets);
    if (subnets === undefined || isPublic) yield 'has no public address in public subnets';
  },
  counterCase: (view) => {
    const service = view.one('AWS::ECS::Service');
    const [balancer] = view.of('AWS::ElasticLoadBalancingV2::LoadBalancer');
    service.set('NetworkConfiguration', {
      AwsvpcConfiguration: { AssignPublicIp: 'DISABLED', Subnets: balancer!.get('Subnets') },
    });
  },
};
