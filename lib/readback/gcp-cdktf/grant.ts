import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { grantedByCondition, usesOf, verbOf } from '../gcp/grant';
import { readNeeds } from '../gcp/needs';
import type { Resource } from '../resource';
import { elementAt, project, region, servicesIn, to } from './reference';

/** What an element's service account may do, and the resources that say so. */
export interface ReadGrants {
  readonly resources: readonly Resource[];
  /** Undefined if one of them means nothing. */
  readonly uses: Record<string, string> | undefined;
}

/** The resources that give a role on another resource, and where that is written. */
const onResources = [
  { type: 'google_storage_bucket_iam_member', at: 'bucket', of: ['google_storage_bucket'], attribute: 'name' },
  { type: 'google_pubsub_topic_iam_member', at: 'topic', of: ['google_pubsub_topic'], attribute: 'id' },
  {
    type: 'google_secret_manager_secret_iam_member',
    at: 'secret_id',
    of: ['google_secret_manager_secret'],
    attribute: 'id',
  },
  {
    type: 'google_cloud_run_service_iam_member',
    at: 'service',
    of: ['google_cloudfunctions2_function', 'google_cloud_run_v2_service'],
    attribute: 'name',
  },
];

/** What gives a role on the project. */
const onProject = 'google_project_iam_member';

/** What sets a role on a project. */
const grantNeeds = 'cloudresourcemanager.googleapis.com';

/** Whether a resource lets its element use another one; others of its type let somebody use the element. */
export const isGrant = ({ local }: Resource): boolean => /^Use[A-Z]/.test(local);

/** What the element may do, and on what. */
export function readGrants(id: ElementId, account: Resource | undefined, artefact: Artefact): ReadGrants {
  const member = account && to(account, 'member');
  const within = onResources.flatMap(({ type, at, of, attribute }) =>
    artefact
      .parts(id, type)
      .filter(isGrant)
      .map((grant) => ({ grant, use: readGrant(grant, at, of, attribute, artefact) })),
  );
  const conditional = artefact
    .parts(id, onProject)
    .filter(isGrant)
    .map((grant) => ({ grant, use: readConditional(grant, artefact) }));
  const all = [...within, ...conditional];
  const own = all.map(({ grant, use }) => (grant.fixed(['member'], member) ? use : undefined));
  return { resources: all.map(({ grant }) => grant), uses: usesOf(own) };
}

function readGrant(
  grant: Resource,
  at: string,
  types: readonly string[],
  attribute: string,
  artefact: Artefact,
): readonly [ElementId, string] | undefined {
  const on = grant.as([at], (pointer) =>
    types.map((type) => elementAt(pointer, type, attribute, artefact)).find((one) => one !== undefined),
  );
  const verb = on && grant.as(['role'], (role) => verbOf(role, on));
  if (at === 'service') grant.fixed(['location'], region);
  return on && verb ? [on, verb] : undefined;
}

function readConditional(grant: Resource, artefact: Artefact): readonly [ElementId, string] | undefined {
  const isHere = grant.fixed(['project'], project);
  const on = grant.as(['condition'], (condition) =>
    grantedByCondition(condition, project, (pointer) =>
      elementAt(pointer, 'google_firestore_database', 'name', artefact),
    ),
  );
  const verb = on && grant.as(['role'], (role) => verbOf(role, on));
  const needs = readNeeds(grant, ['depends_on'], servicesIn(artefact));
  return on && verb && isHere && needs?.join() === grantNeeds ? [on, verb] : undefined;
}
