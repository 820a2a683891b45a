import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'An alarm looks at 10, 20 or 30 s or at whole minutes, over a day at most, and has something to tell.',
  sources: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html'],
  of: ['AWS::CloudWatch::Alarm'],
  *check(alarm) {
    const [period, times] = [alarm.number('Period')!, alarm.number('EvaluationPeriods') ?? 1];
    if (![10, 20, 30].includes(period) && period % 60 !== 0) yield `looks at ${period} s`;
    if (period * times > (period >= 3600 ? 604800 : 86400)) yield `looks back ${period * times} s`;
    if ((alarm.get('AlarmActions') as unknown[] | undefined)?.length !== 1) yield 'tells nobody';
  },
  counterCase: (view) => {
    view.one('AWS::CloudWatch::Alarm').set('Period', 45);
  },
};
