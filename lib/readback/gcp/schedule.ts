import { expectStackName } from '../../facts/name';
import { Join, type Pointer } from '../made';
import type { WindowFact } from '../../facts/cold-start';
import type { SchedulerNames } from '../../facts/schedule';
import { splitElementId, type ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import type { Resource } from '../resource';
import { pathIn, type Dialect } from './dialect';
import { spell } from '../spell';

/** The element that jobs scale, and the values that they have to agree with. */
export interface Scheduled {
  /** The name of the stack with only the architecture, with which descriptions begin. */
  readonly stack: string;
  readonly element: ElementId;
  /** The element's full name among Google's resources. */
  readonly id: Pointer;
  /** The minimum that the end of a window has to restore. */
  readonly outside: number | undefined;
  /** The email address of the jobs' own service account. */
  readonly email: Pointer | undefined;
}

/** The windows that an element's jobs stand for, and the jobs' names. */
export interface ReadJobs {
  readonly windows: readonly WindowFact[];
  readonly names: SchedulerNames['jobs'];
}

const apis = {
  functions: { url: 'https://cloudfunctions.googleapis.com/v2/', field: 'serviceConfig' },
  services: { url: 'https://run.googleapis.com/v2/', field: 'scaling' },
} as const;

/** The retries of jobs: an end has less time for them, since another window must not have begun by then. */
const retries = {
  start: { retry_count: 5, min_backoff_duration: '10s' },
  end: { retry_count: 3, min_backoff_duration: '5s' },
} as const;

type Edge = keyof typeof retries;

/**
 * Reads the windows from the pairs of jobs that start and end them.
 * @returns undefined if a job has no other half, or does anything but change the element's minimum
 */
export function readJobs(jobs: readonly Resource[], scheduled: Scheduled, dialect: Dialect): ReadJobs | undefined {
  const read = jobs.map((job) => readJob(job, scheduled, dialect));
  if (!read.every((one) => one !== undefined)) return undefined;
  const at = new Map(read.map((one) => [`${one.window} ${one.edge}`, one] as const));
  const starts = read.filter(({ edge }) => edge === 'start');
  const windows = starts.map(({ window, schedule, timezone, workers }): WindowFact | undefined => {
    const end = at.get(`${window} end`);
    if (end?.timezone !== timezone) return undefined;
    return { name: window, start: schedule, end: end.schedule, timezone, min: workers };
  });
  if (at.size !== jobs.length || starts.length * 2 !== jobs.length) return undefined;
  if (!windows.every((window) => window !== undefined)) return undefined;
  return {
    windows: windows.sort((one, other) => (one.name < other.name ? -1 : 1)),
    names: Object.fromEntries(read.map(({ window, edge, name }) => [`${window} ${edge}`, name])),
  };
}

function readJob(job: Resource, scheduled: Scheduled, dialect: Dialect) {
  const { stack, element, id, email } = scheduled;
  const at = (...words: readonly string[]) => pathIn(dialect, ...words);
  const { url, field } = apis[splitElementId(element).kind as keyof typeof apis];
  const [, window, edge] = job.as(at('description'), (value) => readEdge(value, `${stack} ${element} `)) ?? [];
  if (window === undefined) return undefined;
  const isRight = [
    job.fixed(at('region'), dialect.region),
    job.fixed(at('attempt_deadline'), '15s'),
    job.fixed(at('retry_config'), spell(dialect, retries[edge as Edge])),
    job.fixed(at('http_target', 'http_method'), 'PATCH'),
    job.fixed(at('http_target', 'uri'), new Join([url, id, `?updateMask=${field}.minInstanceCount`])),
    job.fixed(at('http_target', 'headers'), { 'Content-Type': 'application/json' }),
    job.fixed(at('http_target', 'oauth_token', 'service_account_email'), email),
    job.fixed(at('http_target', 'oauth_token', 'scope'), 'https://www.googleapis.com/auth/cloud-platform'),
  ];
  const [name, schedule, timezone] = ['name', 'schedule', 'time_zone'].map((word) => job.string(at(word)));
  const workers = job.as(at('http_target', 'body'), (body) => readBody(body, field, edge as Edge, scheduled));
  if (!isRight.every(Boolean) || workers === undefined) return undefined;
  if (name === undefined || schedule === undefined || timezone === undefined) return undefined;
  return { window, edge: edge as Edge, name, schedule, timezone, workers };
}

const readEdge = (value: unknown, before: string): RegExpExecArray | undefined =>
  typeof value === 'string' && value.startsWith(before)
    ? (/^([a-z0-9-]+) (start|end)$/.exec(value.slice(before.length)) ?? undefined)
    : undefined;

/** The minimum that a job sets. */
function readBody(body: unknown, field: string, edge: Edge, { outside }: Scheduled): number | undefined {
  const text = typeof body === 'string' ? Buffer.from(body, 'base64').toString() : '';
  // Node decodes invalid base64 as far as it can.
  if (Buffer.from(text).toString('base64') !== body) return undefined;
  const workers = Number(/(\d+)}}$/.exec(text)?.[1]);
  if (edge === 'end' && workers !== outside) return undefined;
  return text === `{"${field}":{"minInstanceCount":${workers}}}` ? workers : undefined;
}

/** The project's custom role for scaling elements of a kind, by its title: `shop scale-functions`. */
export const roleFor = (element: ElementId, dialect: Dialect, artefact: Artefact): Resource | undefined =>
  artefact
    .parts('foundation', dialect.types.role)
    .find(
      (role) =>
        role.at(pathIn(dialect, 'title')) ===
        `${expectStackName(artefact.stamp)} scale-${splitElementId(element).kind}`,
    );

/** The windows in which an element has another minimum, in the form of facts. */
export interface ReadSchedule {
  readonly windows: { readonly scheduled: readonly WindowFact[] };
  readonly names: { readonly scheduler: SchedulerNames };
}

/** Joins what was read of a schedule; undefined unless all of it was understood. */
export const scheduleOf = (jobs: ReadJobs | undefined, serviceAccount: string | undefined): ReadSchedule | undefined =>
  jobs && serviceAccount !== undefined
    ? { windows: { scheduled: jobs.windows }, names: { scheduler: { serviceAccount, jobs: jobs.names } } }
    : undefined;
