import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ended, shell, start } from './processes';

// Processes that are ended while they work.

let folder: string;
let env: Readonly<Record<string, string>>;
let out: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'triptych-test-'));
  for (const name of ['tmp', 'beside']) mkdirSync(join(folder, name));
  env = { TMPDIR: join(folder, 'tmp') };
  out = join(folder, 'beside', 'out');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Everything that a run left. The loader of the tests and Pulumi's compiler keep caches of their own. */
const left = (): string[] =>
  ['tmp', 'beside']
    .flatMap((place) => readdirSync(join(folder, place)))
    .filter((name) => !/^(?:tsx|ts-node)-/.test(name));

const architecture = ['examples/shop/architecture.yaml', '--without-code'];

/** Waits until a run has written something. */
async function begun(): Promise<void> {
  const isArtifact = (path: string) => /(?:\.new|triptych-[^/]+)\/[a-z-]+(?:\/|$)/.test(path);
  for (let turn = 0; turn < 600; turn++) {
    if ((readdirSync(folder, { recursive: true }) as string[]).some(isArtifact)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the run wrote nothing');
}

const runs = (): Readonly<Record<string, readonly string[]>> => ({
  verify: ['verify', ...architecture],
  synth: ['synth', ...architecture, '--out', out],
});

describe.each(['verify', 'synth'])('%s', (name) => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const)(
    'leaves nothing after %s, which ends it',
    async (signal) => {
      const child = start(runs()[name]!, env);
      const end = ended(child);
      await begun();
      child.kill(signal);
      expect(await end).toEqual({ code: null, signal });
      expect(left()).toEqual([]);
    },
  );

  test('killed: the next run of another command clears what it left', async () => {
    const child = start(runs()[name]!, env);
    const end = ended(child);
    await begun();
    child.kill('SIGKILL');
    await end;
    expect(left()).not.toEqual([]);
    const lookAlikes = ['triptych-aBcDeF', 'triptych-1-2-00000000-00000000-00000000'];
    for (const one of lookAlikes) mkdirSync(join(folder, 'tmp', one));
    expect(shell(`triptych validate ${architecture.join(' ')}`, env).status).toBe(0);
    expect(left().sort()).toEqual(lookAlikes.sort());
  });
});

test('synth: several at once leave one whole folder, and the state that was there', async () => {
  const args = ['synth', 'examples/provisioned/architecture.node.yaml', '--target', 'gcp-cdktf', '--out', out];
  expect(await ended(start(args, env))).toEqual({ code: 0, signal: null });
  const state = join(out, 'gcp-cdktf/stacks/provisioned-node/terraform.provisioned-node.tfstate');
  writeFileSync(state, '{ "serial": 3 }');
  const ends = [1, 2, 3].map(() => ended(start(args, env)));
  for (const end of await Promise.all(ends)) expect(end).toEqual({ code: 0, signal: null });
  expect(readFileSync(state, 'utf8')).toBe('{ "serial": 3 }');
  expect(left()).toEqual(['out']);
});

describe('verify --from a Pulumi project', () => {
  /** A project whose program calls a command and then never ends. */
  function endless(): { args: string[]; pid: () => number } {
    const project = join(folder, 'project');
    mkdirSync(project);
    writeFileSync(join(project, 'Pulumi.yaml'), 'name: endless\nruntime: nodejs\n');
    const file = join(project, 'pid');
    writeFileSync(
      join(project, 'index.js'),
      `require('fs').writeFileSync(${JSON.stringify(file)}, String(process.pid)); setInterval(() => {}, 1000);`,
    );
    symlinkSync(
      join(dirname(require.resolve('triptych-iac/package.json')), 'node_modules'),
      join(project, 'node_modules'),
    );
    const pid = () => {
      try {
        return Number(readFileSync(file, 'utf8'));
      } catch {
        return 0;
      }
    };
    return { args: ['verify', ...architecture, '--from', project, '--target', 'aws-pulumi'], pid };
  }

  const isRunning = (pid: number): boolean => {
    try {
      return process.kill(pid, 0) && !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    } catch {
      return false;
    }
  };

  async function until(condition: () => boolean): Promise<void> {
    for (let turn = 0; turn < 300 && !condition(); turn++) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(condition()).toBe(true);
  }

  test.each(['SIGTERM', 'SIGKILL'] as const)('ends the program after %s', async (signal) => {
    const { args, pid } = endless();
    const child = start(args, env);
    const end = ended(child);
    await until(() => pid() > 0);
    child.kill(signal);
    await end;
    await until(() => !isRunning(pid()));
    if (signal === 'SIGTERM') expect(left()).toEqual([]);
  });
});
