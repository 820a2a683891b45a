import type { WindowFact } from '../../facts/cold-start';
import type { SchedulerNames } from '../../facts/schedule';
import { splitElementId, type ElementId } from '../../model/name';
import type { Path, Pointer, Resource } from '../resource';

/** Where an engine writes what a job is. */
export interface JobWords {
  readonly name: Path;
  readonly region: Path;
  readonly description: Path;
  readonly schedule: Path;
  readonly timeZone: Path;
  readonly deadline: Path;
  readonly retries: Path;
  /** Within the retries. */
  readonly count: string;
  readonly firstAfter: string;
  readonly method: Path;
  readonly uri: Path;
  readonly headers: Path;
  readonly body: Path;
  readonly email: Path;
  readonly scope: Path;
}

/** What jobs have to agree with. */
export interface Scheduled {
  readonly architecture: string;
  readonly element: ElementId;
  /** The element's full name among Google's resources. */
  readonly id: Pointer;
  /** What the end of a window has to bring back. */
  readonly outside: number | undefined;
  readonly region: Pointer;
  /** What the jobs' own service account is reached by. */
  readonly email: Pointer | undefined;
}

/** The windows that the jobs of an element come to, and the jobs' names. */
export interface ReadJobs {
  readonly windows: readonly WindowFact[];
  readonly names: SchedulerNames['jobs'];
}

const apis = {
  functions: { url: 'https://cloudfunctions.googleapis.com/v2/', field: 'serviceConfig' },
  services: { url: 'https://run.googleapis.com/v2/', field: 'scaling' },
} as const;

/** How jobs are tried again: a start with patience, an end only while no other window can have begun. */
const retries = { start: [5, '10s'], end: [3, '5s'] } as const;

type Edge = keyof typeof retries;

/** Undefined where a job has no other half, or does anything but change the element's minimum at an edge of a window. */
export function readJobs(jobs: readonly Resource[], words: JobWords, scheduled: Scheduled): ReadJobs | undefined {
  const read = jobs.map((job) => readJob(job, words, scheduled));
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

function readJob(job: Resource, words: JobWords, scheduled: Scheduled) {
  const { architecture, element, id, region, email } = scheduled;
  const { url, field } = apis[splitElementId(element).kind as keyof typeof apis];
  const [, window, edge] = job.as(words.description, (value) => readEdge(value, `${architecture} ${element} `)) ?? [];
  if (window === undefined) return undefined;
  const [count, firstAfter] = retries[edge as Edge];
  const isRight = [
    job.fixed(words.region, region),
    job.fixed(words.deadline, '15s'),
    job.fixed(words.retries, { [words.count]: count, [words.firstAfter]: firstAfter }),
    job.fixed(words.method, 'PATCH'),
    job.fixed(words.uri, { join: [url, id, `?updateMask=${field}.minInstanceCount`] }),
    job.fixed(words.headers, { 'Content-Type': 'application/json' }),
    job.fixed(words.email, email),
    job.fixed(words.scope, 'https://www.googleapis.com/auth/cloud-platform'),
  ];
  const [name, schedule, timezone] = [words.name, words.schedule, words.timeZone].map((path) => job.string(path));
  const workers = job.as(words.body, (body) => readBody(body, field, edge as Edge, scheduled));
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
  // What isn't base64 at all is read as far as it is.
  if (Buffer.from(text).toString('base64') !== body) return undefined;
  const workers = Number(/(\d+)}}$/.exec(text)?.[1]);
  if (edge === 'end' && workers !== outside) return undefined;
  return text === `{"${field}":{"minInstanceCount":${workers}}}` ? workers : undefined;
}

/** A role of the project's own, as its title says what it is for: `shop scale-functions`. */
export const roleFor = (
  roles: readonly Resource[],
  title: Path,
  architecture: string,
  element: ElementId,
): Resource | undefined =>
  roles.find((role) => role.at(title) === `${architecture} scale-${splitElementId(element).kind}`);

/** What changes an element's minimum by the clock, as facts have it. */
export interface ReadSchedule {
  readonly windows: { readonly scheduled: readonly WindowFact[] };
  readonly names: { readonly scheduler: SchedulerNames };
}

/** Nothing is scheduled unless all that it takes is there and right. */
export const scheduleOf = (jobs: ReadJobs | undefined, serviceAccount: string | undefined): ReadSchedule | undefined =>
  jobs && serviceAccount !== undefined
    ? { windows: { scheduled: jobs.windows }, names: { scheduler: { serviceAccount, jobs: jobs.names } } }
    : undefined;
