import type { ColdStartFact } from '../../facts/cold-start';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { to, type Resource } from '../resource';
import { pathIn, type Dialect } from './dialect';
import { waitsFor } from './needs';
import { readJobs, roleFor, scheduleOf, type ReadSchedule } from './schedule';
import { readServiceAccount, schedulerOf } from './service-account';
import type { ReadWarmer } from './warmer';

/** The property of each kind of element that jobs change, and the grant that lets them change it. */
const scaled = {
  functions: { minimum: ['service_config', 'min_instance_count'], grant: 'onFunction', on: 'cloud_function' },
  services: { minimum: ['scaling', 'min_instance_count'], grant: 'onService', on: 'name' },
} as const;

/**
 * Reads what scales an element on a schedule. `outside` is the minimum that the end of a window has to restore.
 * @returns undefined if nothing does, or if something isn't understood
 */
export function readSchedule(
  kind: keyof typeof scaled,
  element: Resource,
  account: Resource | undefined,
  outside: number | undefined,
  dialect: Dialect,
  artefact: Artefact,
): ReadSchedule | undefined {
  const id = element.owner as ElementId;
  const { types, options, region } = dialect;
  const { minimum, grant, on } = scaled[kind];
  const at = (word: string) => pathIn(dialect, word);
  const scheduler = schedulerOf(id, dialect, artefact);
  const jobs = artefact.parts(id, types.job);
  if (!scheduler && jobs.length === 0) return undefined;
  const role = roleFor(id, dialect, artefact);
  const [scales, actsAs] = [types[grant], types.onAccount].map((type) => artefact.part(id, type));
  const grants = [scales, actsAs].filter((one) => one !== undefined);
  const isRight = [
    options.ignores(element, minimum),
    scales?.fixed(at('location'), region),
    scales?.fixed(at(on), to(element, 'name')),
    scales?.fixed(at('role'), role && to(role, 'name')),
    scales?.fixed(at('member'), scheduler && to(scheduler, 'member')),
    actsAs?.fixed(at('service_account_id'), account && to(account, 'name')),
    actsAs?.fixed(at('role'), 'roles/iam.serviceAccountUser'),
    actsAs?.fixed(at('member'), scheduler && to(scheduler, 'member')),
    ...jobs.map((job) => waitsFor(job, 'cloudscheduler', dialect, artefact, grants)),
  ];
  const email = scheduler && to(scheduler, 'email');
  const { architecture } = artefact.stamp;
  const read = readJobs(jobs, { architecture, element: id, id: to(element, 'id'), outside, email }, dialect);
  const serviceAccount = readServiceAccount(id, scheduler, dialect, artefact, 'scheduler');
  return scheduleOf(isRight.every((one) => one === true) ? read : undefined, serviceAccount);
}

/** Reads a function's minimum of instances, which is `dynamic` if it has a maximum too. */
export function readFunctionColdStart(
  handler: Resource,
  dialect: Dialect,
  schedule: ReadSchedule | undefined,
  warmer: ReadWarmer | undefined,
): ColdStartFact | undefined {
  const [least, most] = ['min_instance_count', 'max_instance_count'].map((word) =>
    pathIn(dialect, 'service_config', word),
  ) as [string[], string[]];
  const min = handler.number(least);
  if (min === undefined) return undefined;
  if (handler.at(most) === undefined) {
    return { ...(min > 0 && { provisioned: min }), ...schedule?.windows, ...warmer?.warming };
  }
  const max = handler.number(most);
  return max === undefined ? undefined : { dynamic: { min, max }, ...schedule?.windows, ...warmer?.warming };
}

/** Reads a service's instances: a fixed number (`MANUAL`), or a number that follows the load between bounds. */
export function readServiceColdStart(
  service: Resource,
  dialect: Dialect,
  schedule: ReadSchedule | undefined,
  warmer: ReadWarmer | undefined,
): ColdStartFact | undefined {
  const at = (...words: readonly string[]) => pathIn(dialect, ...words);
  const mode = service.one(at('scaling', 'scaling_mode'), ['MANUAL', 'MANUAL'], ['AUTOMATIC', 'AUTOMATIC']);
  if (mode === 'MANUAL') {
    const provisioned = service.number(at('scaling', 'manual_instance_count'));
    return provisioned === undefined ? undefined : { provisioned };
  }
  if (mode === undefined) return undefined;
  const [min, max] = ['min_instance_count', 'max_instance_count'].map((word) =>
    service.number(at('template', 'scaling', word)),
  );
  return min === undefined || max === undefined
    ? undefined
    : { dynamic: { min, max }, ...schedule?.windows, ...warmer?.warming };
}
