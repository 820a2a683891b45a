import type { TriggerFact } from '../../facts/trigger';
import { cronProblem, formatCron, parseCron } from '../../model/cron';
import type { Artefact } from '../artefact';
import type { Pointer, Resource } from '../resource';
import { mapIn, pathIn, to, waitsFor, type Dialect } from './dialect';

/** What triggers call, and who they are. */
export interface Called {
  readonly element: Resource;
  /** Where it answers. */
  readonly url: Pointer;
  /** How long it may take. */
  readonly timeoutSeconds: number | undefined;
  readonly account: Resource;
  readonly invoker: Resource;
}

/** A job that calls an element by the clock. */
export interface ReadTimer {
  readonly fact: TriggerFact;
  readonly maxRetries: number;
  /** Its place among the element's: `schedule-0`. */
  readonly part: string;
  readonly name: string;
}

/** How long Cloud Scheduler waits for an answer, in seconds. */
const [least, most] = [15, 1_800];

/** Undefined where the job does anything but call the element, at the path of one of its triggers, as who they are. */
export function readTimer(job: Resource, called: Called, dialect: Dialect, artefact: Artefact): ReadTimer | undefined {
  const { element, url, timeoutSeconds, account, invoker } = called;
  const at = (...words: readonly string[]) => pathIn(dialect, ...words);
  const before = `${artefact.stamp.architecture} ${element.owner!} schedule `;
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
    job.fixed(at('retry_config'), mapIn(dialect, { retry_count: maxRetries, min_backoff_duration: '10s' })),
    job.fixed(at('http_target', 'http_method'), 'POST'),
    job.fixed(at('http_target', 'uri'), { join: [url, `/triggers/schedule/${index}`] }),
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

/** Times in numbers: a rate is one way to write them. */
const readSchedule = (text: unknown): string | undefined =>
  typeof text === 'string' && cronProblem(text) === undefined ? formatCron(parseCron(text)) : undefined;

/** What the element gets, of which any JSON may be the input. */
function readBody(body: unknown): { readonly input: unknown } | undefined {
  const text = typeof body === 'string' ? Buffer.from(body, 'base64').toString() : '';
  // What isn't base64 at all is read as far as it is.
  if (Buffer.from(text).toString('base64') !== body) return undefined;
  try {
    const input: unknown = JSON.parse(text);
    return JSON.stringify(input) === text ? { input } : undefined;
  } catch {
    return undefined;
  }
}
