import type { ColdStart } from '../../model/cold-start';
import { minutesOf } from '../../model/rate';
import { splitElementId, type ElementId } from '../../model/name';
import { physicalName, stackName, type Naming } from '../name';
import { part, type Part, type PlanText } from '../part';
import { cronOf } from './cron';
import { limits } from './name';
import { planServiceAccount, type GcpServiceAccountPlan } from './service-account';
import { services } from './services';

/** A Cloud Scheduler job that keeps an element warm, and its service account. */
export interface GcpWarmerPlan {
  readonly element: ElementId;
  readonly serviceAccount: GcpServiceAccountPlan;
  /** The Cloud Run service that it may call, by name, and no other: a function's has the function's own. */
  readonly invokes: { readonly on: Part; readonly role: 'roles/run.invoker' };
  readonly job: {
    readonly name: string;
    /** Text for people: the element that the job calls. */
    readonly description: string;
    /** Five fields, in the form of cron. */
    readonly schedule: string;
    readonly timeZone: 'Etc/UTC';
    readonly request: { readonly method: 'POST'; readonly uri: PlanText; readonly audience: Part };
    /** The deadline of a response. A failed call isn't retried: the next one follows automatically. */
    readonly deadline: string;
    readonly needs: readonly string[];
  };
}

/**
 * Plans an element's warmer; undefined if it has none.
 *
 * Cloud Scheduler reaches an element that is closed to the internet: in the element's own project, its requests to the
 * run.app address count as internal traffic. https://cloud.google.com/run/docs/securing/ingress,
 * https://cloud.google.com/functions/docs/networking/network-settings
 */
export function planWarmer(element: ElementId, { warming }: ColdStart, naming: Naming): GcpWarmerPlan | undefined {
  if (!warming) return undefined;
  const own = splitElementId(element).kind === 'functions' ? 'function' : 'service';
  const url = part(element, own, 'url');
  return {
    element,
    serviceAccount: planServiceAccount(element, naming, 'warmer'),
    invokes: { on: part(element, own, 'name'), role: 'roles/run.invoker' },
    job: {
      name: physicalName(naming, element, limits.job, 'warmer'),
      description: `${stackName(naming)} ${element} warmer`,
      schedule: cronOf(minutesOf(warming.every)!),
      timeZone: 'Etc/UTC',
      request: { method: 'POST', uri: [url, '/warm'], audience: url },
      // Long enough for a cold start, and over before the next call, which follows after a minute or more.
      deadline: '60s',
      needs: [services.scheduler],
    },
  };
}
