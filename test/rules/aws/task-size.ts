import { literally } from '../reference';
import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A task definition has 64 KB.',
  sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html'],
  of: ['AWS::ECS::TaskDefinition'],
  *check(task) {
    const size = Buffer.byteLength(literally(JSON.stringify(task.value)));
    if (size > 65536) yield `has ${size} bytes`;
  },
  counterCase: (view) => {
    view.one('AWS::ECS::TaskDefinition').set('Family', 'x'.repeat(65536));
  },
};
