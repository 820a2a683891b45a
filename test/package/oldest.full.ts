import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { install, oldestApps, unreachable } from './engines';
import { packed } from './packed';
import { skipped } from '../skipped';

// The other end of the ranges in `peerDependencies`: every other test runs with the newest versions.

const root = join(__dirname, '..', '..');
const why = unreachable();
if (why !== undefined) skipped('the oldest versions of the engines', why);

const architectures = ['test/vendor/everything.yaml', 'examples/orders/architecture.yaml'];

(why === undefined ? describe : describe.skip).each(oldestApps)('the oldest engines of $targets', (app) => {
  let folder: string;
  beforeAll(async () => {
    folder = install({ ...app.packages, 'triptych-iac': `file:${(await packed()).file}` });
  }, 600_000);
  afterAll(() => folder && rmSync(folder, { recursive: true, force: true }));

  test('are installed', () => {
    const versions = Object.keys(app.packages).map((name) => {
      const file = join(folder, 'node_modules', name, 'package.json');
      return [name, (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version.replace(/^v/, '')];
    });
    expect(Object.fromEntries(versions)).toEqual(app.packages);
  });

  test.each(architectures)('render what %s promises', (architecture) => {
    const command = join(folder, 'node_modules/.bin/triptych');
    const targets = app.targets.flatMap((target) => ['--target', target]);
    const args = ['verify', join(root, architecture), '--without-code', ...targets];
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
    expect(`${stdout}${stderr}`).toContain(`equivalent on ${app.targets.join(', ')}`);
    expect(status).toBe(0);
  });
});
