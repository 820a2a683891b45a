import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { readNeeds } from '../gcp/needs';
import { readJobs, roleFor, scheduleOf, type JobWords, type ReadSchedule } from '../gcp/schedule';
import type { Resource } from '../resource';
import { region, servicesIn, to } from './reference';
import { readServiceAccount } from './service-account';

const words: JobWords = {
  name: ['inputs', 'name'],
  region: ['inputs', 'region'],
  description: ['inputs', 'description'],
  schedule: ['inputs', 'schedule'],
  timeZone: ['inputs', 'timeZone'],
  deadline: ['inputs', 'attemptDeadline'],
  retries: ['inputs', 'retryConfig'],
  count: 'retryCount',
  firstAfter: 'minBackoffDuration',
  method: ['inputs', 'httpTarget', 'httpMethod'],
  uri: ['inputs', 'httpTarget', 'uri'],
  headers: ['inputs', 'httpTarget', 'headers'],
  body: ['inputs', 'httpTarget', 'body'],
  email: ['inputs', 'httpTarget', 'oauthToken', 'serviceAccountEmail'],
  scope: ['inputs', 'httpTarget', 'oauthToken', 'scope'],
};

/** Where an element of each kind has what jobs change, and who may have it changed. */
const places = {
  functions: {
    ignored: 'serviceConfig.minInstanceCount',
    member: 'gcp:cloudfunctionsv2/functionIamMember:FunctionIamMember',
    named: 'cloudFunction',
  },
  services: {
    ignored: 'scaling.minInstanceCount',
    member: 'gcp:cloudrunv2/serviceIamMember:ServiceIamMember',
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
  const jobs = artefact.parts(id, 'gcp:cloudscheduler/job:Job');
  if (!scheduler && jobs.length === 0) return undefined;
  const { architecture } = artefact.stamp;
  const role = roleFor(
    artefact.parts('foundation', 'gcp:projects/iAMCustomRole:IAMCustomRole'),
    ['inputs', 'title'],
    architecture,
    id,
  );
  const [scales, actsAs] = [member, 'gcp:serviceaccount/iAMMember:IAMMember'].map((type) => artefact.part(id, type));
  const isRight = [
    element.fixed(['options', 'ignoreChanges'], [ignored]),
    scales?.fixed(['inputs', 'location'], region),
    scales?.fixed(['inputs', named], to(element, 'name')),
    scales?.fixed(['inputs', 'role'], role && to(role, 'name')),
    scales?.fixed(['inputs', 'member'], scheduler && to(scheduler, 'member')),
    actsAs?.fixed(['inputs', 'serviceAccountId'], account && to(account, 'name')),
    actsAs?.fixed(['inputs', 'role'], 'roles/iam.serviceAccountUser'),
    actsAs?.fixed(['inputs', 'member'], scheduler && to(scheduler, 'member')),
    ...jobs.map((job) => {
      const grants = [scales, actsAs].filter((grant) => grant !== undefined);
      const needs = readNeeds(job, ['options', 'dependsOn'], servicesIn(artefact), grants);
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
    .parts(id, 'gcp:serviceaccount/account:Account')
    .find((one) => one.at(['inputs', 'displayName']) === `${artefact.stamp.architecture} ${id} scheduler`);

/** Who an element itself is. */
export const accountOf = (id: ElementId, artefact: Artefact): Resource | undefined =>
  artefact.parts(id, 'gcp:serviceaccount/account:Account').find((one) => one !== schedulerOf(id, artefact));
