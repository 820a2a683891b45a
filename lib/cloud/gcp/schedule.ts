import type { ResolvedArchitecture } from '../../model/architecture';
import { leastWorkers, type ColdStart } from '../../model/cold-start';
import { formatCron, parseCron } from '../../model/cron';
import { splitElementId, type ElementId } from '../../model/name';
import { physicalName, stackName, type Naming } from '../name';
import { part, type Part, type PlanText } from '../part';
import { limits } from './name';
import { planServiceAccount, type GcpServiceAccountPlan } from './service-account';
import { services } from './services';

/** The kinds of elements whose minimum can change on a schedule. */
export type GcpScaled = 'functions' | 'services';

/** The jobs that change an element's minimum at the edges of its windows, and their service account. */
export interface GcpSchedulePlan {
  readonly element: ElementId;
  readonly kind: GcpScaled;
  readonly serviceAccount: GcpServiceAccountPlan;
  /** The jobs' permission to scale the element, on that element only. */
  readonly scales: { readonly on: Part; readonly role: Part };
  /** The permissions to act as the service accounts that an update of the element may use. */
  readonly actsAs: readonly GcpActsAs[];
  readonly jobs: readonly GcpJobPlan[];
}

/** The permission to act as a service account. */
export interface GcpActsAs {
  /** Its name among the element's parts. */
  readonly part: 'scheduler-acts-as' | 'scheduler-builds-as';
  readonly account: Part;
  readonly role: 'roles/iam.serviceAccountUser';
}

/** A Cloud Scheduler job that changes one number through a Google API. */
export interface GcpJobPlan {
  /** Its place among the element's parts: `scheduled-office-hours-start`. */
  readonly part: string;
  readonly name: string;
  /** Text for people: the window, and its start or end. */
  readonly description: string;
  /** Five fields, in numbers. */
  readonly schedule: string;
  readonly timeZone: string;
  readonly request: {
    readonly method: 'PATCH';
    readonly uri: PlanText;
    readonly headers: Readonly<Record<string, string>>;
    /** JSON, in base64. */
    readonly body: string;
    /** The OAuth scope of the service account's tokens. */
    readonly scope: string;
  };
  /** The deadline of a response. */
  readonly deadline: string;
  /** The number of retries, and the delay of the first. Each delay doubles. */
  readonly retries: { readonly count: number; readonly firstAfter: string };
  readonly needs: readonly string[];
}

/** A role of the project's own, of which every element that it is for has its binding. */
export interface GcpRolePlan {
  /** Its name among the foundation's parts: `scale-functions`. */
  readonly part: string;
  readonly id: string;
  readonly title: string;
  readonly permissions: readonly string[];
  readonly needs: readonly string[];
}

/** The field of each API's resource that holds the minimum. */
const patches = {
  functions: { api: 'https://cloudfunctions.googleapis.com/v2/', of: ['function', 'arn'], field: 'serviceConfig' },
  services: { api: 'https://run.googleapis.com/v2/', of: ['service', 'id'], field: 'scaling' },
} as const;

/** The permissions that a PATCH requires. A job doesn't wait for the operation, so it can't read operations. */
const permissions: Readonly<Record<GcpScaled, readonly string[]>> = {
  functions: ['cloudfunctions.functions.get', 'cloudfunctions.functions.update'],
  services: ['run.services.get', 'run.services.update'],
};

/**
 * An API refuses a change during another one, such as a deployment. A start that fails would make callers wait
 * throughout its window, so it is retried for five minutes, with the maximum number of retries. An end that fails costs
 * money until the next edge, but a late end would undo the start of the next window: it gives up after 35 seconds,
 * within the minute between two windows.
 */
const retries = { start: { count: 5, firstAfter: '10s' }, end: { count: 3, firstAfter: '5s' } } as const;

/** The jobs of an element; undefined if it has no windows. */
export function planSchedule(element: ElementId, coldStart: ColdStart, naming: Naming): GcpSchedulePlan | undefined {
  const kind = splitElementId(element).kind as GcpScaled;
  const role = part('foundation', rolePart(kind), 'name');
  const [own, id] = patches[kind].of;
  const jobs = coldStart.scheduled?.flatMap(({ name, start, end, timezone, min }) =>
    (['start', 'end'] as const).map((edge): GcpJobPlan => ({
      part: `scheduled-${name}-${edge}`,
      name: physicalName(naming, element, limits.job, `${name}-${edge}`),
      description: `${stackName(naming)} ${element} ${name} ${edge}`,
      schedule: formatCron(parseCron(edge === 'start' ? start : end)),
      timeZone: timezone,
      request: {
        method: 'PATCH',
        uri: [patches[kind].api, part(element, own, id), `?updateMask=${patches[kind].field}.minInstanceCount`],
        headers: { 'Content-Type': 'application/json' },
        body: bodyFor(kind, edge === 'start' ? min : undefined, coldStart),
        scope: 'https://www.googleapis.com/auth/cloud-platform',
      },
      // The API responds before the change is complete, so the shortest deadline of a job is enough.
      deadline: '15s',
      retries: retries[edge],
      needs: [services.scheduler],
    })),
  );
  return (
    jobs && {
      element,
      kind,
      serviceAccount: planServiceAccount(element, naming, 'scheduler'),
      scales: { on: part(element, own, 'name'), role },
      actsAs: planActsAs(element, kind),
      jobs,
    }
  );
}

/**
 * The service accounts that an update uses. Every one uses the element's own. One of a function may build its image
 * again, as the build account, although only a number changes:
 * https://github.com/hashicorp/terraform-provider-google/issues/23781. The Cloud Run service behind a function can't be
 * changed instead: https://github.com/firebase/firebase-functions/issues/1710.
 */
function planActsAs(element: ElementId, kind: GcpScaled): GcpActsAs[] {
  const role = 'roles/iam.serviceAccountUser';
  const own: GcpActsAs = { part: 'scheduler-acts-as', account: part(element, 'serviceAccount', 'name'), role };
  if (kind === 'services') return [own];
  return [own, { part: 'scheduler-builds-as', account: part('foundation', 'buildAccount', 'name'), role }];
}

/**
 * The new minimum. Outside of windows, a function has the minimum of the model. A service has none at this level,
 * because its base is in its revisions, and the larger of the two applies.
 */
function bodyFor(kind: GcpScaled, inWindow: number | undefined, coldStart: ColdStart): string {
  const minInstanceCount = inWindow ?? (kind === 'functions' ? leastWorkers(coldStart) : 0);
  return Buffer.from(JSON.stringify({ [patches[kind].field]: { minInstanceCount } })).toString('base64');
}

/**
 * The roles with which jobs change elements, one for each kind with a scheduled element: no predefined role is limited
 * to that change.
 *
 * Removing the last window deletes the role, and Google reserves the id of a deleted role. For 7 days the role can be
 * restored, which both engines do automatically. Then, for up to 30 days, creating it fails. The id still depends only
 * on names: otherwise every deployment would create another role. Within those weeks, use another `name` or
 * environment.
 */
export function planRoles(architecture: ResolvedArchitecture, naming: Naming): GcpRolePlan[] {
  return (['functions', 'services'] as const)
    .filter((kind) => Object.values(architecture[kind]).some(({ coldStart }) => coldStart.scheduled !== undefined))
    .map((kind) => ({
      part: rolePart(kind),
      // Such an id has no hyphens.
      id: physicalName(naming, 'foundation', limits.role, rolePart(kind)).replaceAll('-', '_'),
      title: `${stackName(naming)} ${rolePart(kind)}`,
      permissions: permissions[kind],
      needs: [services.iam],
    }));
}

const rolePart = (kind: GcpScaled): string => `scale-${kind}`;
