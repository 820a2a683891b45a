import { isGrant, ofType, textAt, type GoogleProject, type GoogleResource, type Refusal } from './resource';

/** A role that a build needs, and where. */
interface Needed {
  readonly role: string;
  readonly on: string;
  readonly covers: (grant: GoogleResource) => boolean;
}

/** The bucket from which Cloud Build fetches the source: https://github.com/hashicorp/terraform-provider-google/issues/20571 */
const sourceBucket = 'gcf-v2-sources-123456789012-europe-west1';

/** True if a condition on a bucket's name holds for the bucket of sources; a grant without one always holds. */
function holdsForSources(grant: GoogleResource): boolean {
  const expression = textAt(grant, 'condition', 'expression');
  const prefixes = [...expression.matchAll(/resource\.name\.startsWith\("projects\/_\/buckets\/([^"]*)"\)/g)];
  return expression === '' || prefixes.some(([, prefix = '']) => sourceBucket.startsWith(prefix));
}

/** https://docs.cloud.google.com/functions/docs/securing/build-custom-sa */
const needed: readonly Needed[] = [
  {
    role: 'roles/storage.objectViewer',
    on: sourceBucket,
    covers: (grant) => grant.type === 'google_project_iam_member' && holdsForSources(grant),
  },
  { role: 'roles/logging.logWriter', on: 'the project', covers: ({ type }) => type === 'google_project_iam_member' },
  {
    role: 'roles/artifactregistry.writer',
    on: 'the repository',
    covers: ({ type }) => /^google_(?:artifact_registry_repository|project)_iam_member$/.test(type),
  },
];

const buildAccountOf = (asked: GoogleResource): string =>
  textAt(asked, 'build_config', 'service_account').replace(/^.*\/serviceAccounts\//, '');

const grantsOf = ({ resources }: GoogleProject, account: string): readonly GoogleResource[] =>
  resources.filter((one) => isGrant(one) && textAt(one, 'member') === `serviceAccount:${account}`);

const isFunction = ({ type }: GoogleResource): boolean => type === 'google_cloudfunctions2_function';

/** Refuses a function whose build account can't read its source, write its log or store its image. */
export const buildWithoutRole: Refusal = (asked, project) => {
  if (!isFunction(asked)) return undefined;
  const account = buildAccountOf(asked);
  const grants = grantsOf(project, account);
  const missing = needed.find(({ role, covers }) => !grants.some((one) => textAt(one, 'role') === role && covers(one)));
  return (
    missing &&
    `Build failed with status: FAILURE. Access to ${missing.on} denied. You must grant ${missing.role} permission to ${account}`
  );
};

/**
 * Refuses a build that starts right after its account got a role: roles take up to minutes to take effect, so a wait
 * has to stand between. https://docs.cloud.google.com/iam/docs/access-change-propagation
 */
export const buildTooEarly: Refusal = (asked, project) => {
  if (!isFunction(asked)) return undefined;
  const waited = project.resources.findLastIndex(({ type }) => type === 'time_sleep');
  const late = grantsOf(project, buildAccountOf(asked)).find((one) => project.resources.indexOf(one) > waited);
  const without = ofType(project, 'time_sleep').length === 0 ? 'nothing waits' : 'nothing waits after it';
  return (
    late &&
    `Build failed with status: FAILURE. The role ${textAt(late, 'role')} of the build account hasn't taken effect: ${without}`
  );
};
