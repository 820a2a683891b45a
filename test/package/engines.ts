import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Target } from '../../lib/model/target';

// What apps install: engines, compilers, runtimes and package managers.

type Versions = Readonly<Record<string, string>>;
const { peerDependencies: ranges, devDependencies } = JSON.parse(
  readFileSync(join(__dirname, '../../package.json'), 'utf8'),
) as { readonly peerDependencies: Versions; readonly devDependencies: Versions };

/** The versions of packages that this repository has. */
export const current = (names: readonly string[]): Versions =>
  Object.fromEntries(names.map((name) => [name, devDependencies[name]!]));

/** An app with the oldest versions of some engines that the package accepts. */
export interface Oldest {
  readonly targets: readonly Target[];
  readonly packages: Versions;
}

const oldest = (...names: string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, ranges[name]!.replace('^', '')]));

/** An app with CDK, and one with everything else. */
export const oldestApps: readonly Oldest[] = [
  // The oldest constructs that this version of aws-cdk-lib accepts: CDKTF accepts older ones.
  { targets: ['aws-cdk'], packages: { ...oldest('aws-cdk-lib'), constructs: '10.5.0' } },
  {
    targets: ['gcp-cdktf', 'aws-pulumi', 'gcp-pulumi'],
    packages: oldest(...Object.keys(ranges).filter((name) => name !== 'aws-cdk-lib')),
  },
];

/** Why nothing can be installed here; undefined if npm's registry answers. */
export function unreachable(): string | undefined {
  const { status } = spawnSync('npm', ['view', 'constructs', 'version', '--fetch-retries=0', '--fetch-timeout=15000'], {
    cwd: tmpdir(),
  });
  return status === 0 ? undefined : "npm's registry doesn't answer";
}

/**
 * Installs packages in a folder of their own, and refuses versions that don't accept each other.
 * @returns the folder
 */
export function install(dependencies: Versions): string {
  const folder = mkdtempSync(join(tmpdir(), 'triptych-engines-'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'app', private: true, dependencies }));
  const args = ['install', '--strict-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
  try {
    execFileSync('npm', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    rmSync(folder, { recursive: true });
    throw error;
  }
  return folder;
}
