import { expectStackName } from '../../facts/name';
import type { WarmingFact } from '../../facts/cold-start';
import type { WarmerNames } from '../../facts/warmer';
import { formatRate, minutesOf } from '../../model/rate';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { Join, type Pointer } from '../made';
import { to, type Resource } from '../resource';
import { pathIn, type Dialect } from './dialect';
import { waitsFor } from './needs';
import { readServiceAccount } from './service-account';

/** The calls that keep an element warm, in the form of facts. */
export interface ReadWarmer {
  readonly warming: { readonly warming: WarmingFact };
  readonly names: { readonly warmer: WarmerNames };
}

/**
 * Reads what keeps an element warm by calling it. `attribute` is the element's attribute that holds its address.
 * @returns undefined if nothing does, or if something isn't understood
 */
export function readWarmer(
  element: Resource,
  attribute: string,
  dialect: Dialect,
  artefact: Artefact,
): ReadWarmer | undefined {
  const id = element.owner as ElementId;
  const { types, region } = dialect;
  const [account, invoker, job] = [types.account, types.invoker, types.job].map((type) =>
    artefact.part(id, type, 'warmer'),
  );
  if (!account || !invoker || !job) return undefined;
  const mayCall = [
    invoker.fixed(pathIn(dialect, 'location'), region),
    invoker.fixed(pathIn(dialect, 'service'), to(element, 'name')),
    invoker.fixed(pathIn(dialect, 'role'), 'roles/run.invoker'),
    invoker.fixed(pathIn(dialect, 'member'), to(account, 'member')),
    waitsFor(job, 'cloudscheduler', dialect, artefact, [invoker]),
  ].every(Boolean);
  const called = {
    name: `${expectStackName(artefact.stamp)} ${id}`,
    url: to(element, attribute),
    email: to(account, 'email'),
  };
  const calls = readCalls(job, called, dialect);
  const serviceAccount = readServiceAccount(id, account, dialect, artefact, 'warmer');
  return mayCall ? warmerOf(calls, serviceAccount) : undefined;
}

/** The element that a job calls, and the values that the job has to agree with. */
export interface Called {
  /** Its architecture and its id: `shop functions.f`. */
  readonly name: string;
  readonly url: Pointer;
  /** The email address of the job's own service account. */
  readonly email: Pointer;
}

/** Reads a job that calls the element's `/warm`; undefined if it does anything else. */
export function readCalls(
  job: Resource,
  { name, url, email }: Called,
  dialect: Dialect,
): { readonly every: string; readonly name: string } | undefined {
  const at = (...words: readonly string[]) => pathIn(dialect, ...words);
  const isRight = [
    job.fixed(at('region'), dialect.region),
    job.fixed(at('description'), `${name} warmer`),
    job.fixed(at('time_zone'), 'Etc/UTC'),
    job.fixed(at('attempt_deadline'), '60s'),
    job.fixed(at('http_target', 'http_method'), 'POST'),
    job.fixed(at('http_target', 'uri'), new Join([url, '/warm'])),
    job.fixed(at('http_target', 'oidc_token', 'service_account_email'), email),
    job.fixed(at('http_target', 'oidc_token', 'audience'), url),
  ];
  const every = job.as(at('schedule'), readRate);
  const named = job.string(at('name'));
  return isRight.every(Boolean) && every !== undefined && named !== undefined ? { every, name: named } : undefined;
}

/** Joins what was read of a warmer; undefined unless all of it was understood. */
const warmerOf = (
  calls: { readonly every: string; readonly name: string } | undefined,
  serviceAccount: string | undefined,
): ReadWarmer | undefined =>
  calls && serviceAccount !== undefined
    ? { warming: { warming: { every: calls.every } }, names: { warmer: { serviceAccount, job: calls.name } } }
    : undefined;

/** `*\/5 * * * *` → `5m`, `0 *\/2 * * *` → `2h`; undefined for any other schedule. */
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
