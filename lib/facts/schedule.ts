import type { ColdStart, ScheduledWindow } from '../model/cold-start';
import { formatCron, parseCron } from '../model/cron';
import type { ColdStartFact, WindowFact } from './cold-start';
import { expectName, type NamedBy } from './name';

/** The names of what changes an element's minimum by the clock on GCP, which are ours to give. */
export interface SchedulerNames {
  readonly serviceAccount: string;
  /** By the edge that each is for: `office-hours start`. */
  readonly jobs: Readonly<Record<string, string>>;
}

/**
 * What a right rendering of an element says on GCP of its windows, which have no maximum of their own there. `workers`
 * is what becomes of a number of them.
 */
export const expectGcpWindows = (
  coldStart: ColdStart,
  workers: (asked: number) => number = (asked) => asked,
): Pick<ColdStartFact, 'scheduled'> => expectWindows(coldStart, ({ min }) => ({ min: workers(min) }));

/** Windows by their names, their times in numbers; `bounds` is what a cloud makes of a window's own. */
export function expectWindows(
  { scheduled }: ColdStart,
  bounds: (window: ScheduledWindow) => Pick<WindowFact, 'min' | 'max'>,
): Pick<ColdStartFact, 'scheduled'> {
  if (!scheduled) return {};
  const windows = scheduled.map((window): WindowFact => ({
    name: window.name,
    start: formatCron(parseCron(window.start)),
    end: formatCron(parseCron(window.end)),
    timezone: window.timezone,
    ...bounds(window),
  }));
  return { scheduled: windows.sort((one, other) => (one.name < other.name ? -1 : 1)) };
}

/** What the scheduler of an element is called on GCP; nothing where there is none. */
export function expectScheduler(
  naming: NamedBy,
  kind: 'functions' | 'services',
  name: string,
  { scheduled }: ColdStart,
): { readonly scheduler?: SchedulerNames } {
  if (!scheduled) return {};
  const jobs = scheduled
    .flatMap((window) => ['start', 'end'].map((edge) => [window.name, edge] as const))
    .map(([window, edge]) => [`${window} ${edge}`, expectName(naming, kind, name, 500, `${window}-${edge}`)]);
  const serviceAccount = expectName(naming, kind, name, 30, 'scheduler');
  return { scheduler: { serviceAccount, jobs: Object.fromEntries(jobs) as Record<string, string> } };
}

/** A role of the project's own. */
export interface RoleFact {
  readonly id: string;
  readonly permissions: readonly string[];
}

/** What the roles with which schedulers change elements let them do, by their place among the ground's parts. */
const scaling: Readonly<Record<'functions' | 'services', readonly string[]>> = {
  functions: ['cloudfunctions.functions.get', 'cloudfunctions.functions.update'],
  services: ['run.services.get', 'run.services.update'],
};

/** The roles with which the schedulers of an architecture change its elements on GCP; nothing where there are none. */
export function expectRoles(
  naming: NamedBy,
  elements: Readonly<Record<keyof typeof scaling, Readonly<Record<string, { readonly coldStart: ColdStart }>>>>,
): { readonly roles?: Readonly<Record<string, RoleFact>> } {
  const roles = (['functions', 'services'] as const)
    .filter((kind) => Object.values(elements[kind]).some(({ coldStart }) => coldStart.scheduled))
    .map((kind) => {
      const id = expectName(naming, 'foundation', '', 64, `scale-${kind}`).split('-').join('_');
      return [`scale-${kind}`, { id, permissions: scaling[kind] }] as const;
    });
  return roles.length > 0 ? { roles: Object.fromEntries(roles) } : {};
}
