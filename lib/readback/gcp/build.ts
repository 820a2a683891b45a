import type { GcpFoundationFact } from '../../facts/foundation';
import type { Artefact } from '../artefact';
import { shown } from '../made';
import { isObject, to, type Path, type Resource } from '../resource';
import { pathIn, type Dialect } from './dialect';
import { beforeProject } from './name';
import { requireServices } from './needs';
import { spell } from '../spell';
import { readServiceAccount } from './service-account';

/** Reads the bucket, the repository and the service account with which functions are built. */
export function readBuild(
  bucket: Resource,
  repository: Resource | undefined,
  account: Resource | undefined,
  dialect: Dialect,
  artefact: Artefact,
): GcpFoundationFact['build'] | undefined {
  const { region, project, waits } = dialect;
  const at = (word: string) => pathIn(dialect, word);
  bucket.fixed(at('location'), region);
  bucket.fixed(at('uniform_bucket_level_access'), true);
  bucket.fixed(at('public_access_prevention'), 'enforced');
  bucket.fixed(at('force_destroy'), true);
  requireServices(bucket, waits, ['storage'], dialect, artefact);
  repository?.fixed(at('location'), region);
  repository?.fixed(at('format'), 'DOCKER');
  repository?.fixed(at('cleanup_policies'), cleanupIn(dialect));
  repository?.fixed(at('cleanup_policy_dry_run'), false);
  requireServices(repository, waits, ['artifactregistry'], dialect, artefact);
  return {
    bucket: bucket.as(at('name'), (name) => beforeProject(name, project)),
    repository: repository?.string(at('repository_id')),
    serviceAccount: readServiceAccount('foundation', account, dialect, artefact),
    roles: readRoles(bucket, repository, account, dialect, artefact),
  } as GcpFoundationFact['build'];
}

function readRoles(
  bucket: Resource,
  repository: Resource | undefined,
  account: Resource | undefined,
  dialect: Dialect,
  artefact: Artefact,
) {
  const at = (word: string) => pathIn(dialect, word);
  const member = [at('member'), account && to(account, 'member')] as const;
  const [onProject = [], onBucket = [], onRepository = []] = grantsOf(dialect, artefact);
  for (const grant of onProject) requireServices(grant, dialect.waits, ['cloudresourcemanager'], dialect, artefact);
  const rolesOf = (grants: readonly Resource[], ...fixed: readonly (readonly [Path, unknown])[]): string[] => {
    for (const grant of grants) for (const [path, right] of [...fixed, member]) grant.fixed(path, right);
    return grants.map((grant) => `${grant.string(at('role')) ?? ''}${readCondition(grant, dialect)}`).sort();
  };
  return {
    project: rolesOf(onProject, [at('project'), dialect.project]),
    bucket: rolesOf(onBucket, [at('bucket'), to(bucket, 'name')]),
    repository: rolesOf(
      onRepository,
      [at('location'), dialect.region],
      [at('repository'), repository && to(repository, 'name')],
    ),
  };
}

/** The foundation's grants, which the wait for the first build follows: without them nothing can be built. */
export const buildRoles = (dialect: Dialect, artefact: Artefact): Resource[] => grantsOf(dialect, artefact).flat();

const grantsOf = ({ types }: Dialect, artefact: Artefact): (readonly Resource[])[] =>
  [types.onProject, types.onBucket, types.onRepository].map((type) => artefact.parts('foundation', type));

/** Keeps the five newest images of each function, and deletes what is older than 30 days otherwise. */
const cleanupIn = (dialect: Dialect) => [
  spell(dialect, { id: 'keep-newest', action: 'KEEP', most_recent_versions: { keep_count: 5 } }),
  spell(dialect, {
    id: 'delete-old',
    action: 'DELETE',
    condition: { tag_state: 'ANY', older_than: '2592000s' },
  }),
];

/** The condition of a role, in words after the role; nothing without one. */
function readCondition(grant: Resource, dialect: Dialect): string {
  const at = pathIn(dialect, 'condition');
  if (grant.at(at) === undefined) return '';
  const text = grant.as(at, (condition) => {
    const { title, expression, ...others } = isObject(condition) ? condition : {};
    const isPlain = title === 'sources of functions only' && Object.keys(others).length === 0;
    return isPlain && typeof expression === 'string' ? expression : undefined;
  });
  return ` if ${text}`;
}

/** The service account that builds functions. */
export const buildAccount = ({ types }: Dialect, artefact: Artefact): Resource | undefined =>
  artefact.part('foundation', types.account);

/** The names of the build account's roles, each once and in order. */
export const rolesIn = (dialect: Dialect, artefact: Artefact): string[] =>
  [...new Set(buildRoles(dialect, artefact).map((grant) => shown(grant.at(pathIn(dialect, 'role')))))].sort();
