import type { WarmingFact } from '../../facts/cold-start';
import type { WarmerNames } from '../../facts/warmer';
import { formatRate, minutesOf } from '../../model/cron';
import type { ElementId } from '../../model/name';
import type { Path, Pointer, Resource } from '../resource';

/** Where an engine writes what a job that calls an element is. */
export interface CallWords {
  readonly name: Path;
  readonly region: Path;
  readonly description: Path;
  readonly schedule: Path;
  readonly timeZone: Path;
  readonly deadline: Path;
  readonly method: Path;
  readonly uri: Path;
  readonly email: Path;
  readonly audience: Path;
}

/** What the job has to agree with. */
export interface Called {
  readonly architecture: string;
  readonly element: ElementId;
  /** Where the element answers. */
  readonly url: Pointer;
  readonly region: Pointer;
  /** What the job's own service account is reached by. */
  readonly email: Pointer;
}

/** What keeps an element warm by calling it, as facts have it. */
export interface ReadWarmer {
  readonly warming: { readonly warming: WarmingFact };
  readonly names: { readonly warmer: WarmerNames };
}

/** Undefined where the job does anything but call the element's `/warm` as its own service account. */
export function readCalls(
  job: Resource,
  words: CallWords,
  { architecture, element, url, region, email }: Called,
): { readonly every: string; readonly name: string } | undefined {
  const isRight = [
    job.fixed(words.region, region),
    job.fixed(words.description, `${architecture} ${element} warmer`),
    job.fixed(words.timeZone, 'Etc/UTC'),
    job.fixed(words.deadline, '60s'),
    job.fixed(words.method, 'POST'),
    job.fixed(words.uri, { join: [url, '/warm'] }),
    job.fixed(words.email, email),
    job.fixed(words.audience, url),
  ];
  const every = job.as(words.schedule, readRate);
  const name = job.string(words.name);
  return isRight.every(Boolean) && every !== undefined && name !== undefined ? { every, name } : undefined;
}

/** Nothing is kept warm unless all that it takes is there and right. */
export const warmerOf = (
  calls: { readonly every: string; readonly name: string } | undefined,
  serviceAccount: string | undefined,
): ReadWarmer | undefined =>
  calls && serviceAccount !== undefined
    ? { warming: { warming: { every: calls.every } }, names: { warmer: { serviceAccount, job: calls.name } } }
    : undefined;

/** `*\/5 * * * *` → `5m`, `0 *\/2 * * *` → `2h`; undefined for times that are no rate, or not written as one. */
export function readRate(schedule: unknown): string | undefined {
  if (schedule === '0 0 * * *') return '1d';
  const [, minutes, hours] =
    (typeof schedule === 'string' && /^(?:\*(|\/\d+) \*|0 \*(|\/\d+)) \* \* \*$/.exec(schedule)) || [];
  const step = minutes ?? hours;
  if (step === undefined) return undefined;
  const rate = `${step.slice(1) || '1'}${minutes === undefined ? 'h' : 'm'}`;
  const found = minutesOf(rate);
  return found !== undefined && formatRate(found) === rate ? rate : undefined;
}
