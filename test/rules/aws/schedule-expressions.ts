import { expressionsIn, scheduledAction } from '../aws-shapes';
import type { Rule } from '../rule';

const rates = /^rate\((1 (minute|hour|day)|([2-9]|\d{2,}) (minutes|hours|days))\)$/;

/** Whether an expression is one: six fields, of which exactly one of the two for days is open. */
function isExpression(text: string): boolean {
  if (rates.test(text)) return true;
  const fields = /^cron\((.+)\)$/.exec(text)?.[1]?.split(' ') ?? [];
  return fields.length === 6 && [fields[2], fields[4]].filter((field) => field === '?').length === 1;
}

export const rule: Rule = {
  title: 'A cron expression of AWS has six fields, with ? in one of the two for days; a rate of one is singular.',
  sources: [
    'https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html',
    'https://docs.aws.amazon.com/autoscaling/application/userguide/scheduled-scaling-using-cron-expressions.html',
  ],
  of: ['AWS::Scheduler::Schedule', 'AWS::ApplicationAutoScaling::ScalableTarget', scheduledAction],
  where: (one) => expressionsIn(one).length > 0,
  *check(one) {
    for (const text of expressionsIn(one)) if (!isExpression(text)) yield `has the expression ${text}`;
  },
  counterCase: (view) => {
    view.one('AWS::Scheduler::Schedule').set('ScheduleExpression', 'cron(0 8 * * 2-6 *)');
  },
};
