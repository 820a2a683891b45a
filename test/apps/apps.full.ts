import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { targets } from '../../lib/model/target';
import { packed } from '../package/packed';
import { bin, run, type Ran } from '../projects/run';
import { apps, Installed, type AppName } from './installed';

// Apps that people had before: each with resources of its own beside the architecture, and its engine's own idiom of tests.

/** An app's own commands, beside the compiler. */
interface Commands {
  /** The engine's command line, and the folder that it writes. @default nothing: the engine only deploys */
  readonly synth?: readonly [command: readonly [string, ...string[]], folder: string];
  readonly test: readonly [string, ...string[]];
  /** The folder to verify. */
  readonly from: string;
}

const jestTests = [bin('jest'), '--ci'] as const;
const nodeTest = [process.execPath, '--import', 'tsx', '--test', 'test/shop.test.ts'] as const;
const commands: Readonly<Record<AppName, Commands>> = {
  'aws-cdk': { synth: [[bin('cdk'), 'synth', '--quiet'], 'cdk.out'], test: jestTests, from: 'cdk.out' },
  'gcp-cdktf': { synth: [[bin('cdktf'), 'synth'], 'cdktf.out'], test: jestTests, from: 'cdktf.out' },
  'aws-pulumi': { test: nodeTest, from: '.' },
  'gcp-pulumi': { test: nodeTest, from: '.' },
};

/** What each app allows beside the architecture: its report reads orders, and a function of the shop uses its own resource. */
const allowed: Readonly<Record<AppName, readonly string[]>> = {
  'aws-cdk': ['dynamodb:Scan', 'sns:Publish'],
  'gcp-cdktf': ['roles/datastore.viewer', 'roles/storage.objectCreator'],
  'aws-pulumi': ['dynamodb:Scan', 's3:PutObject'],
  'gcp-pulumi': ['roles/datastore.viewer', 'roles/storage.objectCreator'],
};

let installed: Installed;
beforeAll(async () => (installed = new Installed((await packed()).file)), 600_000);
afterAll(() => installed.remove());

test('there is an app for every target', () => expect([...apps]).toEqual(targets));

describe.each(apps)('an app on %s that holds an architecture beside resources of its own', (name) => {
  const { synth, test: tests, from } = commands[name];
  let place: string;
  beforeAll(() => (place = installed.add(name)));

  const triptych = 'node_modules/triptych-iac/dist/bin/triptych.js';

  const inApp = (command: readonly [string, ...string[]]): Promise<Ran> => run(command, { cwd: place });
  const verified = (...args: readonly string[]): Promise<Ran> =>
    inApp([process.execPath, triptych, 'verify', ...args, '--from', from]);

  test('compiles', async () => expect(await inApp([bin('tsc')])).toEqual({ code: 0, out: '', err: '' }));

  test("passes its unit tests, in its engine's idiom", async () => {
    const { code, out, err } = await inApp(tests);
    expect(`${out}${err}`).toMatch(/4 passed, 4 total|# pass 1/);
    expect(code).toBe(0);
  });

  if (synth) {
    test("is synthesized by its engine's command line", async () => {
      const ran = await inApp(synth[0]);
      expect(ran).toMatchObject({ code: 0 });
      expect(existsSync(join(place, synth[1], 'manifest.json'))).toBe(true);
    });
  }

  test('is equivalent to its file, with the differences that it declares', async () => {
    const { code, out } = await verified('shop.yaml', '--target', name, '--json');
    const { differences, accepted } = JSON.parse(out) as Record<string, readonly { readonly path: string }[]>;
    expect(differences).toEqual([]);
    expect(accepted!.map(({ path }) => / may (\S+) on /.exec(path)?.[1]).sort()).toEqual(allowed[name]);
    expect(code).toBe(0);
  });

  test('is equivalent to what it gave to its engine', async () => {
    const { code, out } = await verified();
    expect(out).toMatch(new RegExp(`^shop: equivalent on ${name}`));
    expect(out).toContain('Compared with the architecture that the app stored');
    expect(code).toBe(0);
  });
});
