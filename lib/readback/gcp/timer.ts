import { expectStackName } from '../../facts/name';
import type { TriggerFact } from '../../facts/trigger';
import { cronProblem, formatCron, parseCron } from '../../model/cron';
import type { Artefact } from '../artefact';
import { Join, type Pointer } from '../made';
import { to, type Resource } from '../resource';
import { pathIn, type Dialect } from './dialect';
import { spell } from '../spell';
import { waitsFor } from './needs';

/** The element that triggers call, and their identity. */
export interface Called {
  readonly element: Resource;
  /** Its address. */
  readonly url: Pointer;
  /** Its timeout. */
  readonly timeoutSeconds: number | undefined;
  readonly account: Resource;
  readonly invoker: Resource;
  /** The permissions that a push follows. */
  readonly permissions: readonly Resource[];
}

/** A job that calls an element on a schedule. */
export interface ReadTimer {
  readonly fact: TriggerFact;
  readonly maxRetries: number;
  /** Its name among the element's parts: `schedule-0`. */
  readonly part: string;
  readonly name: string;
}

/** Cloud Scheduler's limits of an attempt's deadline, in seconds. */
const [least, most] = [15, 1_800];

/** Reads a job that calls the element at the path of one of its triggers, as the triggers' service account. */
export function readTimer(job: Resource, called: Called, dialect: Dialect, artefact: Artefact): ReadTimer | undefined {
  const { element, url, timeoutSeconds, account, invoker } = called;
  const at = (...words: readonly string[]) => pathIn(dialect, ...words);
  const before = `${expectStackName(artefact.stamp)} ${element.owner!} schedule `;
  const index = job.as(at('description'), (text) =>
    typeof text === 'string' && text.startsWith(before)
      ? /^(?:0|[1-9]\d*)$/.exec(text.slice(before.length))?.[0]
      : undefined,
  );
  const seconds = timeoutSeconds === undefined ? undefined : Math.min(Math.max(timeoutSeconds, least), most);
  const maxRetries = job.number(at('retry_config', 'retry_count'));
  const isRight = [
    job.fixed(at('region'), dialect.region),
    job.fixed(at('attempt_deadline'), `${seconds}s`),
    job.fixed(at('retry_config'), spell(dialect, { retry_count: maxRetries, min_backoff_duration: '10s' })),
    job.fixed(at('http_target', 'http_method'), 'POST'),
    job.fixed(at('http_target', 'uri'), new Join([url, `/triggers/schedule/${index}`])),
    job.fixed(at('http_target', 'headers'), { 'Content-Type': 'application/json' }),
    job.fixed(at('http_target', 'oidc_token', 'service_account_email'), to(account, 'email')),
    job.fixed(at('http_target', 'oidc_token', 'audience'), url),
    waitsFor(job, 'cloudscheduler', dialect, artefact, [invoker]),
  ];
  const name = job.string(at('name'));
  const timezone = job.string(at('time_zone'));
  const schedule = job.as(at('schedule'), readSchedule);
  const body = job.as(at('http_target', 'body'), readBody);
  if (!isRight.every(Boolean) || index === undefined || maxRetries === undefined || name === undefined)
    return undefined;
  if (schedule === undefined || timezone === undefined || !body) return undefined;
  return {
    fact: { schedule, timezone, input: body.input, index: Number(index) },
    maxRetries,
    part: `schedule-${index}`,
    name,
  };
}

/** Reads a schedule; a rate is written as one, too. */
const readSchedule = (text: unknown): string | undefined =>
  typeof text === 'string' && !/[^\S ]/.test(text) && cronProblem(text) === undefined
    ? formatCron(parseCron(text))
    : undefined;

/** Reads the body of the call: the input, which may be any JSON. */
function readBody(body: unknown): { readonly input: unknown } | undefined {
  const text = typeof body === 'string' ? Buffer.from(body, 'base64').toString() : '';
  // Node decodes invalid base64 as far as it can.
  if (Buffer.from(text).toString('base64') !== body) return undefined;
  try {
    const input: unknown = JSON.parse(text);
    return JSON.stringify(input) === text ? { input } : undefined;
  } catch {
    return undefined;
  }
}
