import { containersOf } from '../aws-shapes';
import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A Fargate task has the awsvpc network, is compatible with Fargate, and one of its containers is essential.',
  sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html'],
  of: ['AWS::ECS::TaskDefinition'],
  *check(task) {
    if (task.text('NetworkMode') !== 'awsvpc') yield `has the network ${task.text('NetworkMode')}`;
    if (!JSON.stringify(task.get('RequiresCompatibilities') ?? []).includes('FARGATE')) yield 'is for no Fargate';
    const containers = containersOf(task);
    if (!containers.some((one) => one.get('Essential') === true)) yield 'has no essential container';
    const names = containers.flatMap((one) => one.all('Environment').map((each) => each.text('Name')));
    const secret = containers.flatMap((one) => one.all('Secrets').map((each) => each.text('Name')));
    for (const name of secret) if (names.includes(name)) yield `has ${name} as text and as secret`;
  },
  counterCase: (view) => {
    view.one('AWS::ECS::TaskDefinition').set('NetworkMode', 'bridge');
  },
};
