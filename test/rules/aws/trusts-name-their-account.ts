import { statementsIn } from '../aws-shapes';
import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A role of Scheduler or of ECS trusts the service for this account only (confused deputy).',
  sources: [
    'https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
  ],
  of: ['AWS::IAM::Role'],
  where: (role) => /(?:scheduler|ecs-tasks)\.amazonaws\.com/.test(role.text('AssumeRolePolicyDocument')),
  *check(role) {
    for (const { condition } of statementsIn(role.get('AssumeRolePolicyDocument')))
      if (!/aws:Source(?:Account|Arn)/i.test(condition)) yield 'is trusted to any account';
  },
  counterCase: (view) => {
    const role = view.one('AWS::IAM::Role', (one) => one.text('AssumeRolePolicyDocument').includes('ecs-tasks'));
    role.set('AssumeRolePolicyDocument', {
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ecs-tasks.amazonaws.com' } }],
    });
  },
};
