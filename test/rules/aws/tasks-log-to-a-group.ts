import { containersOf } from '../aws-shapes';
import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A container with awslogs does not start before its log group exists.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html',
    'https://github.com/prakhar1989/docker-curriculum/issues/260',
  ],
  of: ['AWS::ECS::TaskDefinition'],
  *check(task) {
    for (const container of containersOf(task)) {
      const options = container.entries('LogConfiguration.Options');
      const group = String(options.find(([name]) => name === 'awslogs-group')?.[1] ?? '');
      if (!group.startsWith('‹')) yield `logs to ${group || 'nothing'}, which this stack does not make`;
      if (!options.some(([name]) => name === 'awslogs-stream-prefix'))
        yield 'has no stream prefix, which Fargate needs';
    }
  },
  counterCase: (view) => {
    const [container] = containersOf(view.one('AWS::ECS::TaskDefinition'));
    container!.set('LogConfiguration.Options', { 'awslogs-group': '/ecs/x' });
  },
};
