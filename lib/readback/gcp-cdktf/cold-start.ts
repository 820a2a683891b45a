import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { readNeeds } from '../gcp/needs';
import { readJobs, roleFor, scheduleOf, type JobWords, type ReadSchedule } from '../gcp/schedule';
import type { Resource } from '../resource';
import { region, servicesIn, to } from './reference';
import { readServiceAccount } from './service-account';

const words: JobWords = {
  name: ['name'],
  region: ['region'],
  description: ['description'],
  schedule: ['schedule'],
  timeZone: ['time_zone'],
  deadline: ['attempt_deadline'],
  retries: ['retry_config'],
  count: 'retry_count',
  firstAfter: 'min_backoff_duration',
  method: ['http_target', 'http_method'],
  uri: ['http_target', 'uri'],
  headers: ['http_target', 'headers'],
  body: ['http_target', 'body'],
  email: ['http_target', 'oauth_token', 'service_account_email'],
  scope: ['http_target', 'oauth_token', 'scope'],
};

/** Where an element of each kind has what jobs change, and who may have it changed. */
const places = {
  functions: {
    ignored: 'service_config[0].min_instance_count',
    member: 'google_cloudfunctions2_function_iam_member',
    named: 'cloud_function',
  },
  services: {
    ignored: 'scaling[0].min_instance_count',
    member: 'google_cloud_run_v2_service_iam_member',
    named: 'name',
  },
} as const;

/** Undefined where nothing changes the minimum. `outside` is what the end of a window has to bring back. */
export function readSchedule(
  kind: keyof typeof places,
  element: Resource,
  account: Resource | undefined,
  outside: number | undefined,
  artefact: Artefact,
): ReadSchedule | undefined {
  const id = element.owner as ElementId;
  const { ignored, member, named } = places[kind];
  const scheduler = schedulerOf(id, artefact);
  const jobs = artefact.parts(id, 'google_cloud_scheduler_job');
  if (!scheduler && jobs.length === 0) return undefined;
  const { architecture } = artefact.stamp;
  const role = roleFor(artefact.parts('foundation', 'google_project_iam_custom_role'), ['title'], architecture, id);
  const [scales, actsAs] = [member, 'google_service_account_iam_member'].map((type) => artefact.part(id, type));
  const isRight = [
    element.fixed(['lifecycle', 'ignore_changes'], [ignored]),
    scales?.fixed(['location'], region),
    scales?.fixed([named], to(element, 'name')),
    scales?.fixed(['role'], role && to(role, 'name')),
    scales?.fixed(['member'], scheduler && to(scheduler, 'member')),
    actsAs?.fixed(['service_account_id'], account && to(account, 'name')),
    actsAs?.fixed(['role'], 'roles/iam.serviceAccountUser'),
    actsAs?.fixed(['member'], scheduler && to(scheduler, 'member')),
    ...jobs.map((job) => {
      const grants = [scales, actsAs].filter((grant) => grant !== undefined);
      const needs = readNeeds(job, ['depends_on'], servicesIn(artefact), grants);
      return needs?.join() === 'cloudscheduler.googleapis.com';
    }),
  ];
  const email = scheduler && to(scheduler, 'email');
  const read = readJobs(jobs, words, { architecture, element: id, id: to(element, 'id'), outside, region, email });
  const serviceAccount = readServiceAccount(id, scheduler, artefact, 'scheduler');
  return scheduleOf(isRight.every((one) => one === true) ? read : undefined, serviceAccount);
}

/** Who an element's jobs are. */
export const schedulerOf = (id: ElementId, artefact: Artefact): Resource | undefined =>
  artefact
    .parts(id, 'google_service_account')
    .find((one) => one.at(['display_name']) === `${artefact.stamp.architecture} ${id} scheduler`);

/** Who an element itself is. */
export const accountOf = (id: ElementId, artefact: Artefact): Resource | undefined =>
  artefact.parts(id, 'google_service_account').find((one) => one !== schedulerOf(id, artefact));
