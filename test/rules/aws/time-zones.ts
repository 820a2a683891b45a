import { scheduledAction } from '../aws-shapes';
import type { Rule } from '../rule';

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) && !/^(?:[+-]\d|GMT[+-])/.test(zone);
  } catch {
    return false;
  }
};

export const rule: Rule = {
  title: 'The time zone of a schedule is a name of the IANA database.',
  sources: [
    'https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#time-zones',
    'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScheduledAction.html',
  ],
  of: ['AWS::Scheduler::Schedule', 'AWS::ApplicationAutoScaling::ScalableTarget', scheduledAction],
  where: (one) =>
    one.get('ScheduleExpressionTimezone') !== undefined ||
    one.all('ScheduledActions').length + one.refers('ResourceId').length > 1,
  *check(one) {
    const zones = [
      one.get('ScheduleExpressionTimezone'),
      ...one.all('ScheduledActions').map((action) => action.get('Timezone')),
    ];
    for (const zone of zones)
      if (zone !== undefined && !isZone(String(zone))) yield `runs in the time zone ${String(zone)}`;
  },
  counterCase: (view) => {
    view.one('AWS::Scheduler::Schedule').set('ScheduleExpressionTimezone', 'CET+1');
  },
};
