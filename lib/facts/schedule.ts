import type { ColdStart, ScheduledWindow } from '../model/cold-start';
import { formatCron, parseCron } from '../model/cron';
import { expectName, type NamedBy } from './name';

/** The facts about a window; its times are written in numbers. */
export interface WindowFact extends Omit<ScheduledWindow, 'max'> {
  /** On AWS; absent: the window doesn't change the maximum. */
  readonly max?: number;
}

/** Windows in order of name; `bounds` is how a cloud states their maximum. */
export const expectWindows = (
  { scheduled }: ColdStart,
  bounds: (window: ScheduledWindow) => Pick<WindowFact, 'max'>,
): readonly WindowFact[] | undefined =>
  scheduled
    ?.map((window) => ({
      ...window,
      start: formatCron(parseCron(window.start)),
      end: formatCron(parseCron(window.end)),
      ...bounds(window),
    }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));

/** The physical names of what changes an element's minimum on a schedule on Google Cloud. */
export interface SchedulerNames {
  readonly serviceAccount: string;
  /** By window and edge: `office-hours start`. */
  readonly jobs: Readonly<Record<string, string>>;
}

/** The names of the scheduler of an element on Google Cloud; nothing without windows. */
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

/** A custom role. */
export interface RoleFact {
  readonly id: string;
  readonly permissions: readonly string[];
}

/** The permissions of the custom roles with which schedulers change elements. */
const scaling: Readonly<Record<'functions' | 'services', readonly string[]>> = {
  functions: ['cloudfunctions.functions.get', 'cloudfunctions.functions.update'],
  services: ['run.services.get', 'run.services.update'],
};

/** The custom roles with which schedulers change elements on Google Cloud; nothing without windows. */
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
