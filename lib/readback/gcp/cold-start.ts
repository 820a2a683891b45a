import { expectStackName } from '../../facts/name';
import type { ColdStartFact } from '../../facts/cold-start';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { equal, to, type Resource } from '../resource';
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
  const scales = artefact.part(id, types[grant]);
  const actsAs = accountsBehind(kind, account, dialect, artefact).map((behind) => {
    const name = behind && to(behind, 'name');
    return artefact.parts(id, types.onAccount).find((one) => equal(one.at(at('service_account_id')), name));
  });
  const grants = [scales, ...actsAs].filter((one) => one !== undefined);
  const isRight = [
    options.ignores(element, minimum),
    scales?.fixed(at('location'), region),
    scales?.fixed(at(on), to(element, 'name')),
    scales?.fixed(at('role'), role && to(role, 'name')),
    scales?.fixed(at('member'), scheduler && to(scheduler, 'member')),
    ...actsAs.flatMap((one) => [
      one?.fixed(at('service_account_id'), one.at(at('service_account_id'))),
      one?.fixed(at('role'), 'roles/iam.serviceAccountUser'),
      one?.fixed(at('member'), scheduler && to(scheduler, 'member')),
    ]),
    ...jobs.map((job) => waitsFor(job, 'cloudscheduler', dialect, artefact, grants)),
  ];
  const email = scheduler && to(scheduler, 'email');
  const stack = expectStackName(artefact.stamp);
  const read = readJobs(jobs, { stack, element: id, id: to(element, 'id'), outside, email }, dialect);
  const serviceAccount = readServiceAccount(id, scheduler, dialect, artefact, 'scheduler');
  return scheduleOf(isRight.every((one) => one === true) ? read : undefined, serviceAccount);
}

/** The accounts as which an update of an element runs: its own, and the one that may build a function's image again. */
const accountsBehind = (
  kind: keyof typeof scaled,
  account: Resource | undefined,
  { types }: Dialect,
  artefact: Artefact,
): readonly (Resource | undefined)[] =>
  kind === 'functions' ? [account, artefact.part('foundation', types.account)] : [account];

/** Reads the bounds of a function's instances, both of which it states. */
export function readFunctionColdStart(
  handler: Resource,
  dialect: Dialect,
  schedule: ReadSchedule | undefined,
  warmer: ReadWarmer | undefined,
): ColdStartFact | undefined {
  const [min, max] = ['min_instance_count', 'max_instance_count'].map((word) =>
    handler.number(pathIn(dialect, 'service_config', word)),
  );
  return min === undefined || max === undefined
    ? undefined
    : { dynamic: { min, max }, ...schedule?.windows, ...warmer?.warming };
}

/** Reads a service's instances: a fixed number (`MANUAL`), or a number that follows the load between bounds. */
export function readServiceColdStart(
  service: Resource,
  dialect: Dialect,
  schedule: ReadSchedule | undefined,
  warmer: ReadWarmer | undefined,
): ColdStartFact | undefined {
  const at = (...words: readonly string[]) => pathIn(dialect, ...words);
  const target = readTarget(service, dialect);
  const mode = service.one(at('scaling', 'scaling_mode'), ['MANUAL', 'MANUAL'], ['AUTOMATIC', 'AUTOMATIC']);
  if (mode === 'MANUAL') {
    const provisioned = service.number(at('scaling', 'manual_instance_count'));
    const isWhole = provisioned !== undefined && target !== undefined && target.is === undefined;
    return isWhole ? { provisioned } : undefined;
  }
  if (mode === undefined) return undefined;
  const [min, max] = ['min_instance_count', 'max_instance_count'].map((word) =>
    service.number(at('template', 'scaling', word)),
  );
  if (min === undefined || max === undefined || target === undefined) return undefined;
  const base = target.is === undefined ? { dynamic: { min, max } } : { utilization: { min, max, target: target.is } };
  return { ...base, ...schedule?.windows, ...warmer?.warming };
}

/**
 * Reads the share of the CPU at which Cloud Run adds instances. Another share, nearly all, is that of the concurrency.
 * Both belong to a launch stage of their own.
 * @returns undefined if they aren't understood; `is` is absent where Cloud Run's own targets apply
 */
function readTarget(service: Resource, dialect: Dialect): { readonly is?: number } | undefined {
  const at = (...words: readonly string[]) => pathIn(dialect, ...words);
  const cpu = at('template', 'scaling', 'cpu_utilization');
  const isSet = service.at(cpu) !== undefined;
  const isRight = [
    service.fixed(at('template', 'scaling', 'concurrency_utilization'), isSet ? 0.95 : undefined),
    service.fixed(at('launch_stage'), isSet ? 'BETA' : undefined),
  ].every(Boolean);
  if (!isSet) return isRight ? {} : undefined;
  const is = service.as(cpu, (value) =>
    typeof value === 'number' && value >= 0.1 && value <= 0.9 ? value : undefined,
  );
  return isRight && is !== undefined ? { is } : undefined;
}
