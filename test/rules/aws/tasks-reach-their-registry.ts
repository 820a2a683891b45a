import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A task on Fargate in a public subnet pulls its image only with a public address.',
  sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html'],
  of: ['AWS::ECS::Service'],
  *check(service) {
    const [network] = service.all('NetworkConfiguration');
    const address = network?.get('AwsvpcConfiguration.AssignPublicIp') ?? network?.get('AssignPublicIp');
    if (address !== 'ENABLED' && address !== true) yield 'has no public address in the subnets of a default VPC';
  },
  counterCase: (view) => {
    view.one('AWS::ECS::Service').set('NetworkConfiguration', {});
  },
};
