import type { GcpFoundationFact } from '../../facts/foundation';
import type { Artefact } from '../artefact';
import { to, type Path, type Resource } from '../resource';
import { pathIn, type Dialect } from './dialect';
import { beforeProject } from './name';
import { requireServices } from './needs';
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
    return grants.map((grant) => grant.string(at('role')) ?? '').sort();
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

/** The foundation's grants, which every function waits for: without them it can't be built. */
export const buildRoles = (dialect: Dialect, artefact: Artefact): Resource[] => grantsOf(dialect, artefact).flat();

const grantsOf = ({ types }: Dialect, artefact: Artefact): (readonly Resource[])[] =>
  [types.onProject, types.onBucket, types.onRepository].map((type) => artefact.parts('foundation', type));
