import type { Rule } from '../rule';

const days = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

export const rule: Rule = {
  title: 'CloudWatch Logs keeps events for certain numbers of days.',
  sources: ['https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html'],
  of: ['AWS::Logs::LogGroup'],
  *check(group) {
    if (!days.includes(group.number('RetentionInDays') ?? 0))
      yield `keeps events for ${group.text('RetentionInDays')} days`;
  },
  counterCase: (view) => {
    view.one('AWS::Logs::LogGroup').set('RetentionInDays', 31);
  },
};
