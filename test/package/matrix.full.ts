import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { targets, targetSpecs, type Target } from '../../lib/model/target';
import { allEntries, compile, nameOf, type Cell } from './cell';
import { current, install, unreachable } from './engines';
import { packed } from './packed';
import { skipped } from '../skipped';

// Compilers, runtimes and package managers that apps have and this repository doesn't: one cell for each, and all of
// them with TRIPTYCH_MATRIX=1, as `.ci/full` runs them.

const root = join(__dirname, '..', '..');
const isWhole = process.env['TRIPTYCH_MATRIX'] === '1';
const why = unreachable();
if (why !== undefined) skipped('TypeScript 7, Node 22 and 24, and pnpm', why);
const there = why === undefined ? describe : describe.skip;
const everything = join(root, 'test/vendor/everything.yaml');

const folders: string[] = [];
const temporary = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'triptych-matrix-'));
  folders.push(folder);
  return folder;
};
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A folder with the packed package, and every other package as it is here. */
let app: string;
beforeAll(async () => {
  app = temporary();
  const modules = join(app, 'node_modules');
  mkdirSync(modules);
  for (const name of readdirSync(join(root, 'node_modules')))
    symlinkSync(join(root, 'node_modules', name), join(modules, name));
  const unpacked = temporary();
  execFileSync('tar', ['-xzf', (await packed()).file], { cwd: unpacked });
  cpSync(join(unpacked, 'package'), join(modules, 'triptych-iac'), { recursive: true });
}, 600_000);

const cellsOf = (resolutions: readonly Cell['resolution'][]): Cell[] =>
  allEntries.flatMap((entry) =>
    resolutions.flatMap((resolution) =>
      ([true, false] as const).flatMap((skipLibCheck) =>
        (['commonjs', 'module'] as const)
          // Before Node's own ways, a format had no meaning.
          .filter((format) => resolution !== 'node10' || format === 'commonjs')
          .map((format) => ({ entry, resolution, format, skipLibCheck })),
      ),
    ),
  );

if (isWhole)
  test.each(cellsOf(['node10', 'node16', 'nodenext', 'bundler']).map((cell) => [nameOf(cell), cell] as const))(
    'TypeScript 5.9 compiles: %s',
    (_, cell) => expect(compile(app, join(root, 'node_modules/.bin/tsc'), cell)).toBe(''),
  );

there('TypeScript 7', () => {
  let compiler: string;
  beforeAll(() => {
    const folder = install({ typescript: '7.0.2' });
    folders.push(folder);
    compiler = join(folder, 'node_modules/.bin/tsc');
  }, 600_000);

  const one: Cell = { entry: 'aws-cdk', resolution: 'nodenext', format: 'module', skipLibCheck: false };
  const cells = isWhole ? cellsOf(['node16', 'nodenext', 'bundler']) : [one];
  test.each(cells.map((cell) => [nameOf(cell), cell] as const))('compiles: %s', (_, cell) => {
    expect(compile(app, compiler, cell)).toBe('');
  });

  test('has no node10 resolution any more', () => {
    expect(compile(app, compiler, { ...one, resolution: 'node10', format: 'commonjs' })).toContain(
      "error TS5108: Option 'moduleResolution=node10' has been removed.",
    );
  });
});

// The package `node` fetches its binary with an install script; this is the package with the binary.
const binary = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

there.each(isWhole ? [22, 24] : [24])('Node %s', (major) => {
  let node: string;
  beforeAll(() => {
    const folder = install({ [binary]: String(major) });
    folders.push(folder);
    node = join(folder, 'node_modules', binary, 'bin/node');
  }, 600_000);

  test('renders and reads back', () => {
    expect(execFileSync(node, ['--version'], { encoding: 'utf8' })).toMatch(new RegExp(`^v${major}\\.`));
    const on: readonly Target[] = isWhole ? targets : ['aws-cdk', 'aws-pulumi'];
    const command = join(app, 'node_modules/triptych-iac/dist/bin/triptych.js');
    const args = [command, 'verify', everything, '--without-code', ...on.flatMap((one) => ['--target', one])];
    const { stdout, stderr } = spawnSync(node, args, { cwd: app, encoding: 'utf8' });
    expect(`${stdout}${stderr}`).toContain(`equivalent on ${on.join(', ')}`);
  });
});

/** Packages that only some elements require. */
const more: Readonly<Record<Target, readonly string[]>> = {
  'aws-cdk': [],
  'gcp-cdktf': ['@cdktf/provider-google-beta', '@cdktf/provider-time'],
  'aws-pulumi': [],
  'gcp-pulumi': ['@pulumiverse/time'],
};

there('pnpm', () => {
  let pnpm: string;
  let store: string;
  beforeAll(() => {
    const folder = install({ pnpm: '12.21.0' });
    folders.push(folder);
    pnpm = join(folder, 'node_modules/.bin/pnpm');
    store = temporary();
  }, 600_000);

  test.each(isWhole ? targets : (['aws-cdk'] as const))('installs what %s requires, and it renders', async (target) => {
    const place = temporary();
    const dependencies = {
      ...current([...targetSpecs[target].packages, ...more[target]]),
      'triptych-iac': `file:${(await packed()).file}`,
    };
    writeFileSync(join(place, 'package.json'), JSON.stringify({ name: 'app', private: true, dependencies }));
    const flags = ['--strict-peer-dependencies', '--ignore-scripts', '--store-dir', store];
    execFileSync(pnpm, ['install', ...flags], { cwd: place, stdio: ['ignore', 'pipe', 'pipe'] });
    const args = ['exec', 'triptych', 'verify', everything, '--without-code', '--target', target];
    const { stdout, stderr } = spawnSync(pnpm, args, { cwd: place, encoding: 'utf8' });
    expect(`${stdout}${stderr}`).toContain(`equivalent on ${target}`);
  });
});
