import { functionOf, mayDo, policiesOf } from '../aws-shapes';
import type { Rule } from '../rule';

export const rule: Rule = {
  title: "A schedule's role may invoke its function and send to its dead-letter queue before it first runs.",
  sources: [
    'https://docs.aws.amazon.com/scheduler/latest/UserGuide/setting-up.html#setting-up-execution-role',
    'https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html',
  ],
  of: ['AWS::Scheduler::Schedule'],
  *check(schedule, view) {
    const [role] = view.named(schedule, 'Target.RoleArn', 'AWS::IAM::Role');
    const [invoked] = view.named(schedule, 'Target.Arn', 'AWS::Lambda::Alias', 'AWS::Lambda::Function');
    if (!role || !invoked) return yield 'has no role or function of this stack';
    const names = [invoked, functionOf(schedule, view, 'Target.Arn')!];
    if (!names.some((one) => mayDo(role, view, 'lambda:InvokeFunction', one))) yield 'needs lambda:InvokeFunction';
    for (const queue of view.named(schedule, 'Target.DeadLetterConfig', 'AWS::SQS::Queue'))
      if (!mayDo(role, view, 'sqs:SendMessage', queue)) yield 'needs sqs:SendMessage';
    for (const policy of policiesOf(role, view))
      if (!view.isAfter(schedule, policy)) yield `may be made before ${policy.id}`;
  },
  counterCase: (view) => {
    const warmer = view.one('AWS::Scheduler::Schedule');
    warmer.set(
      'Target.RoleArn',
      `‹${view.one('AWS::IAM::Role', (one) => /ecs/.test(one.text('AssumeRolePolicyDocument'))).id}|arn›`,
    );
  },
};
