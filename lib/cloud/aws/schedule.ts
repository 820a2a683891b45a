import { formatCron, formatValues, parseCron } from '../../model/cron';
import { minutesOf } from '../../model/rate';
import type { ElementId } from '../../model/name';
import type { Retry, Trigger } from '../../model/trigger';
import { physicalName, type Naming } from '../name';
import { part, type PlanText } from '../part';
import type { AwsStatement } from './grant';
import { limits } from './name';
import { planHandover, sendDeadLetters, type AwsHandover } from './retry';
import { scheduler, type AwsTrust } from './trust';

/** A function's schedules, and the role with which they invoke it. */
export interface AwsSchedulesPlan {
  readonly kind: 'schedules';
  readonly element: ElementId;
  /** A name for engines that make none within IAM's limit. */
  readonly names: { readonly role: string };
  readonly role: { readonly trusts: AwsTrust; readonly statements: readonly AwsStatement[] };
  readonly schedules: readonly AwsSchedulePlan[];
}

/** A time, or a rate, at which a function is invoked. */
export interface AwsSchedulePlan {
  /** Counts the function's triggers, from 0. */
  readonly index: number;
  readonly names: { readonly schedule: string };
  /** In the words of EventBridge Scheduler. */
  readonly expression: string;
  /** Absent for a rate, which has no time zone. */
  readonly timezone?: string;
  /** The alias. */
  readonly target: PlanText;
  /** The function's input, as JSON. */
  readonly input: string;
  readonly handover: AwsHandover;
}

/** Plans a function's schedules; undefined if it has none. */
export function planSchedules(
  element: ElementId,
  triggers: readonly Trigger[],
  retry: Retry,
  naming: Naming,
): AwsSchedulesPlan | undefined {
  const schedules = triggers.flatMap((trigger, index): AwsSchedulePlan[] => {
    if (!('schedule' in trigger || 'rate' in trigger)) return [];
    return [
      {
        index,
        names: { schedule: physicalName(naming, element, limits.schedule, `schedule-${index}`) },
        ...('schedule' in trigger
          ? { expression: awsCron(trigger.schedule), timezone: trigger.timezone }
          : { expression: awsRate(minutesOf(trigger.rate)!) }),
        target: [part(element, 'alias', 'arn')],
        input: inputOf(trigger.input),
        handover: planHandover(retry),
      },
    ];
  });
  if (schedules.length === 0) return undefined;
  return {
    kind: 'schedules',
    element,
    names: { role: physicalName(naming, element, limits.role, 'schedule-role') },
    role: {
      trusts: scheduler,
      statements: [
        { sid: 'Invoke', actions: ['lambda:InvokeFunction'], resources: [[part(element, 'alias', 'arn')]] },
        ...sendDeadLetters(retry),
      ],
    },
    schedules,
  };
}

/**
 * The input as JSON. EventBridge Scheduler replaces `<aws.scheduler.…>` by values of its own, so such text is escaped.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html
 */
const inputOf = (input: unknown): string =>
  JSON.stringify(input).replaceAll('<aws.scheduler.', () => '\\u003caws.scheduler.');

/**
 * Five fields as AWS's six: days of the week begin with 1, one of the two fields of days is `?`, and the last field is
 * the year. https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 */
export function awsCron(text: string): string {
  const cron = parseCron(text);
  const [minutes, hours, days, months] = formatCron(cron).split(' ');
  const isWeekly = cron.daysOfWeek.length < 7;
  const week = formatValues(cron.daysOfWeek.map((day) => day + 1));
  return `cron(${minutes} ${hours} ${isWeekly ? '?' : days} ${months} ${isWeekly ? week : '?'} *)`;
}

/** `5` → `rate(5 minutes)`: one of something has no `s`. */
export function awsRate(minutes: number): string {
  const [count, unit] =
    minutes % 1_440 === 0
      ? [minutes / 1_440, 'day']
      : minutes % 60 === 0
        ? [minutes / 60, 'hour']
        : [minutes, 'minute'];
  return `rate(${count} ${unit}${count === 1 ? '' : 's'})`;
}
