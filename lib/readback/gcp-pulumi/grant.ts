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
  {
    type: 'gcp:storage/bucketIAMMember:BucketIAMMember',
    at: 'bucket',
    of: ['gcp:storage/bucket:Bucket'],
    attribute: 'name',
  },
  { type: 'gcp:pubsub/topicIAMMember:TopicIAMMember', at: 'topic', of: ['gcp:pubsub/topic:Topic'], attribute: 'id' },
  {
    type: 'gcp:secretmanager/secretIamMember:SecretIamMember',
    at: 'secretId',
    of: ['gcp:secretmanager/secret:Secret'],
    attribute: 'id',
  },
  {
    type: 'gcp:cloudrun/iamMember:IamMember',
    at: 'service',
    of: ['gcp:cloudfunctionsv2/function:Function', 'gcp:cloudrunv2/service:Service'],
    attribute: 'name',
  },
];

/** What gives a role on the project. */
const onProject = 'gcp:projects/iAMMember:IAMMember';

/** What sets a role on a project. */
const grantNeeds = 'cloudresourcemanager.googleapis.com';

/** Whether a resource lets its element use another one; others of its type let somebody use the element. */
export const isGrant = ({ local }: Resource): boolean => /^use-/.test(local);

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
  const own = all.map(({ grant, use }) => (grant.fixed(['inputs', 'member'], member) ? use : undefined));
  return { resources: all.map(({ grant }) => grant), uses: usesOf(own) };
}

function readGrant(
  grant: Resource,
  at: string,
  types: readonly string[],
  attribute: string,
  artefact: Artefact,
): readonly [ElementId, string] | undefined {
  const on = grant.as(['inputs', at], (pointer) =>
    types.map((type) => elementAt(pointer, type, attribute, artefact)).find((one) => one !== undefined),
  );
  const verb = on && grant.as(['inputs', 'role'], (role) => verbOf(role, on));
  if (at === 'service') grant.fixed(['inputs', 'location'], region);
  return on && verb ? [on, verb] : undefined;
}

function readConditional(grant: Resource, artefact: Artefact): readonly [ElementId, string] | undefined {
  const isHere = grant.fixed(['inputs', 'project'], project);
  const on = grant.as(['inputs', 'condition'], (condition) =>
    grantedByCondition(condition, project, (pointer) =>
      elementAt(pointer, 'gcp:firestore/database:Database', 'name', artefact),
    ),
  );
  const verb = on && grant.as(['inputs', 'role'], (role) => verbOf(role, on));
  const needs = readNeeds(grant, ['options', 'dependsOn'], servicesIn(artefact));
  return on && verb && isHere && needs?.join() === grantNeeds ? [on, verb] : undefined;
}
