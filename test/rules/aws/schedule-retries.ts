import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'Scheduler retries 185 times at most, within 1 minute to 24 hours, and its input has 256 KB.',
  sources: [
    'https://docs.aws.amazon.com/scheduler/latest/APIReference/API_RetryPolicy.html',
    'https://docs.aws.amazon.com/scheduler/latest/APIReference/API_Target.html',
  ],
  of: ['AWS::Scheduler::Schedule'],
  *check(schedule) {
    const retries = schedule.number('Target.RetryPolicy.MaximumRetryAttempts') ?? 185;
    const age = schedule.number('Target.RetryPolicy.MaximumEventAgeInSeconds') ?? 86400;
    if (retries < 0 || retries > 185) yield `retries ${retries} times`;
    if (age < 60 || age > 86400) yield `keeps events for ${age} s`;
    if (Buffer.byteLength(schedule.text('Target.Input')) > 262144) yield 'has too long an input';
    if (!['OFF', 'FLEXIBLE'].includes(schedule.text('FlexibleTimeWindow.Mode'))) yield 'has no time window';
  },
  counterCase: (view) => {
    view
      .one('AWS::Scheduler::Schedule')
      .set('Target.RetryPolicy', { MaximumRetryAttempts: 186, MaximumEventAgeInSeconds: 60 });
  },
};
