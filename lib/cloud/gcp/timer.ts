import { formatCron, parseCron } from '../../model/cron';
import { minutesOf } from '../../model/rate';
import type { ElementId } from '../../model/name';
import type { RateTrigger, Retry, ScheduleTrigger } from '../../model/trigger';
import { physicalName, stackName, type Naming } from '../name';
import type { Part, PlanText } from '../part';
import { attemptSeconds } from './approximation';
import { cronOf } from './cron';
import { limits } from './name';
import { services } from './services';

/** A Cloud Scheduler job that calls an element on a schedule. */
export interface GcpTimerPlan {
  /** Its place among the element's parts: `schedule-0`. */
  readonly part: string;
  readonly name: string;
  /** Text for people: the element that the job calls. */
  readonly description: string;
  /** Five fields, in the form of cron. */
  readonly schedule: string;
  readonly timeZone: string;
  readonly request: {
    readonly method: 'POST';
    readonly uri: PlanText;
    readonly audience: Part;
    readonly headers: Readonly<Record<string, string>>;
    /** JSON, in base64. */
    readonly body: string;
  };
  /** The deadline of a response: the element's own timeout. */
  readonly deadline: string;
  /**
   * The number of retries, and the delay of the first. Each delay doubles. A time limit would not stop the retries
   * earlier: a job is retried until it has reached both limits.
   * https://cloud.google.com/scheduler/docs/configuring/retry-jobs
   */
  readonly retries: { readonly count: number; readonly firstAfter: string };
  readonly needs: readonly string[];
}

/** The called element: its URL and its timeout. */
export interface GcpCalled {
  readonly element: ElementId;
  readonly url: Part;
  readonly timeoutSeconds: number;
}

/** `index` counts the element's triggers, of whatever kind. */
export function planTimer(
  index: number,
  trigger: ScheduleTrigger | RateTrigger,
  { element, url, timeoutSeconds }: GcpCalled,
  retry: Retry,
  naming: Naming,
): GcpTimerPlan {
  const part = `schedule-${index}`;
  return {
    part,
    name: physicalName(naming, element, limits.job, part),
    description: `${stackName(naming)} ${element} schedule ${index}`,
    ...timesOf(trigger),
    request: {
      method: 'POST',
      uri: [url, `/triggers/schedule/${index}`],
      audience: url,
      headers: { 'Content-Type': 'application/json' },
      body: Buffer.from(JSON.stringify(trigger.input)).toString('base64'),
    },
    deadline: `${attemptSeconds(timeoutSeconds)}s`,
    retries: { count: retry.maxRetries, firstAfter: '10s' },
    needs: [services.scheduler],
  };
}

const timesOf = (trigger: ScheduleTrigger | RateTrigger): Pick<GcpTimerPlan, 'schedule' | 'timeZone'> =>
  'rate' in trigger
    ? { schedule: cronOf(minutesOf(trigger.rate)!), timeZone: 'UTC' }
    : { schedule: formatCron(parseCron(trigger.schedule)), timeZone: trigger.timezone };
