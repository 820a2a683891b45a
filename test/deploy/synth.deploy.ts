import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { filesIn, root } from '../projects/run';
import { run, start } from './command';
import { standingOn } from './prepared';
import { onSmallDisk } from './tmpfs';

// What `triptych synth` leaves when it can't finish, and what the next run makes of that.

const architecture = 'examples/provisioned/architecture.node.yaml';

const command = (out: string, ...args: string[]): [string, ...string[]] => [
  process.execPath,
  ...['--import', 'tsx', 'bin/triptych.ts', 'synth', architecture, '--out', out, ...args],
];
const synth = (out: string, ...args: string[]) => run(command(out, ...args), { cwd: root });

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'triptych-synth-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a synth that is killed', () => {
  let before: Record<string, string>;
  let after: Record<string, string>;
  const out = () => join(folder, 'out');

  beforeAll(async () => {
    const [old, fresh] = await Promise.all([
      synth(out()),
      synth(join(folder, 'after'), '--param', 'provisionedConcurrency=2'),
    ]);
    expect([old.code, fresh.code]).toEqual([0, 0]);
    before = filesIn(out());
    after = filesIn(join(folder, 'after'));
    rmSync(join(folder, 'after'), { recursive: true });
  });

  /** What stands in the place, or, where the process ended between its two moves, what the next run puts back there. */
  function left(): Record<string, string> {
    if (existsSync(out())) return filesIn(out());
    const [old, ...others] = readdirSync(folder).filter((name) => name.endsWith('.old'));
    expect(others).toEqual([]);
    return filesIn(join(folder, old!));
  }

  test.each(['', 'aws-cdk', 'gcp-cdktf', 'aws-pulumi', 'gcp-pulumi', 'triptych.json'])(
    'leaves what was there as it was: when it has begun %s',
    async (sign) => {
      // A run that was killed before has left its folder, which this run clears.
      const leftovers = new Set(readdirSync(folder));
      const begun = () => readdirSync(folder).find((name) => name.startsWith('.out-') && !leftovers.has(name));
      const running = start(command(out(), '--param', 'provisionedConcurrency=2'), { cwd: root });
      let isOver = false;
      const ended = running.ended.then(() => (isOver = true));
      while (!isOver && !existsSync(join(folder, begun() ?? 'nowhere', sign))) await wait(1);
      running.kill();
      await ended;
      // It may have come to its end in the time that it takes to be killed.
      expect([before, after]).toContainEqual(left());
    },
  );

  test('leaves nothing behind that the next run does not clear', async () => {
    const { code } = await synth(out(), '--param', 'provisionedConcurrency=2');
    expect(code).toBe(0);
    expect(filesIn(out())).toEqual(after);
    expect(readdirSync(folder)).toEqual(['out']);
  });
});

test('two at once leave the whole of one', async () => {
  const out = join(folder, 'both');
  const ran = await Promise.all([synth(out), synth(out, '--param', 'provisionedConcurrency=2')]);
  expect(ran.map(({ code }) => code)).toContain(0);
  const left = filesIn(out);
  expect(readdirSync(folder).filter((name) => name.includes('both'))).toEqual(['both']);
  const alone = join(folder, 'alone');
  const { parameters } = JSON.parse(left['triptych.json']!) as { parameters: { provisionedConcurrency?: number } };
  const again = Object.entries(parameters).map(([name, value]) => ['--param', `${name}=${value}`]);
  await synth(alone, ...again.flat());
  expect(filesIn(alone)).toEqual(left);
});

standingOn(['small disk'], 'a synth without room', () => {
  test.each(['aws-cdk', 'gcp-cdktf', 'aws-pulumi', 'gcp-pulumi'])(
    'on a full disk says so, and leaves nothing: %s',
    (target) =>
      onSmallDisk('size=16k', async (disk) => {
        const out = join(disk, 'out');
        const { code, err } = await synth(out, '--target', target);
        expect({ code, err }).toEqual({ code: 1, err: `${out}: can't be written: no space is left on the disk\n` });
        expect(readdirSync(disk)).toEqual([]);
      }),
  );

  test('where only reading is allowed says so', () =>
    onSmallDisk('ro', async (disk) => {
      const { code, err } = await synth(join(disk, 'out'));
      expect({ code, err }).toEqual({
        code: 1,
        err: `${join(disk, 'out')}: can't be written: the file system is read-only\n`,
      });
    }));

  test('on a disk of its own says what to do', () =>
    onSmallDisk('size=16m', async (disk) => {
      const { code, err } = await synth(disk);
      const hint = 'it is in use, or a mount point: choose a folder in it';
      expect({ code, err }).toEqual({ code: 1, err: `${disk}: can't be written: ${hint}\n` });
      mkdirSync(join(disk, 'out'));
      expect((await synth(join(disk, 'out'))).code).toBe(0);
    }));
});
