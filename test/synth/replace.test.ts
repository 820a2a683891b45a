import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathsBeside, recoverFolder } from '../../lib/synth/beside';
import { replaceFolder } from '../../lib/synth/replace';
import { swap } from '../../lib/synth/swap';
import { besideOfEnded } from '../ended';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'triptych-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const manifest =
  '{ "version": 1, "architecture": "a", "targets": [], "parameters": {}, "env": null, "withoutCode": {} }';
const stack = 'gcp-cdktf/stacks/a';

/** Writes artifacts of CDKTF, with a text by which they can be told apart. */
async function write(fresh: string, text = 'new'): Promise<void> {
  mkdirSync(join(fresh, stack), { recursive: true });
  writeFileSync(join(fresh, stack, 'cdk.tf.json'), text);
  writeFileSync(join(fresh, 'triptych.json'), manifest);
  await new Promise((resolve) => setTimeout(resolve, 5));
}

const state = join(stack, 'terraform.tfstate');

describe('replacing a folder', () => {
  test('leaves only the new folder', async () => {
    const place = join(folder, 'out');
    await replaceFolder(place, (fresh) => write(fresh, 'first'));
    await replaceFolder(place, (fresh) => write(fresh, 'second'));
    expect(readFileSync(join(place, stack, 'cdk.tf.json'), 'utf8')).toBe('second');
    expect(readdirSync(folder)).toEqual(['out']);
  });

  test('accepts the longest name', async () => {
    const name = 'x'.repeat(255);
    await replaceFolder(join(folder, name), write);
    expect(readdirSync(folder)).toEqual([name]);
  });

  test('fails with everything as it was', async () => {
    const place = join(folder, 'deep/er/out');
    await expect(replaceFolder(place, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('keeps the state of a deployment, whatever runs at once', async () => {
    const place = join(folder, 'out');
    await replaceFolder(place, write);
    writeFileSync(join(place, state), '{ "serial": 7 }');
    const runs = Array.from({ length: 12 }, (_, run) => replaceFolder(place, (fresh) => write(fresh, `run ${run}`)));
    await Promise.all(runs);
    expect(readFileSync(join(place, state), 'utf8')).toBe('{ "serial": 7 }');
    expect(readFileSync(join(place, stack, 'cdk.tf.json'), 'utf8')).toMatch(/^run \d+$/);
    expect(readdirSync(folder)).toEqual(['out']);
  });

  test('waits for a run that has moved the folder away', async () => {
    const place = join(folder, 'out');
    await replaceFolder(place, (fresh) => write(fresh, 'old'));
    writeFileSync(join(place, state), '{}');
    const other = pathsBeside(place);
    renameSync(place, other.old);
    let isBack = false;
    setTimeout(() => {
      renameSync(other.old, place);
      isBack = true;
    }, 200);
    await replaceFolder(place, write);
    expect(isBack).toBe(true);
    expect(readFileSync(join(place, state), 'utf8')).toBe('{}');
  });

  test('copies what has to survive once more if another run has replaced the folder since', async () => {
    const place = join(folder, 'out');
    await replaceFolder(place, (fresh) => write(fresh, 'old'));
    const beside = pathsBeside(place);
    await write(beside.new);
    let calls = 0;
    await swap(place, beside, (old) => {
      calls += 1;
      if (calls > 1) return void writeFileSync(join(beside.new, 'kept'), readFileSync(join(old, 'later')));
      // Another run, between the copy and the move.
      rmSync(place, { recursive: true });
      mkdirSync(place);
      writeFileSync(join(place, 'later'), 'state');
    });
    expect(calls).toBe(2);
    expect(readFileSync(join(place, 'kept'), 'utf8')).toBe('state');
  });

  test('brings the folder back if that copy fails', async () => {
    const place = join(folder, 'out');
    mkdirSync(place);
    const beside = pathsBeside(place);
    mkdirSync(beside.new);
    const carry = (old: string) => {
      if (old !== place) throw new Error('no space');
      rmSync(place, { recursive: true });
      mkdirSync(place);
      writeFileSync(join(place, 'later'), 'state');
    };
    await expect(swap(place, beside, carry)).rejects.toThrow('no space');
    expect(readFileSync(join(place, 'later'), 'utf8')).toBe('state');
  });
});

describe('a folder that an interrupted run moved away', () => {
  test('comes back, and what else the run left is deleted', () => {
    const place = join(folder, 'out');
    const { old, new: fresh, gone } = besideOfEnded(place);
    for (const path of [old, fresh, gone]) mkdirSync(path);
    writeFileSync(join(old, 'state'), '{}');
    recoverFolder(place);
    expect(readFileSync(join(place, 'state'), 'utf8')).toBe('{}');
    expect(readdirSync(folder)).toEqual(['out']);
  });

  test('comes back where a link leads', () => {
    const place = join(folder, 'real');
    symlinkSync('real', join(folder, 'link'));
    mkdirSync(besideOfEnded(place).old);
    recoverFolder(join(folder, 'link'));
    expect(readdirSync(folder).sort()).toEqual(['link', 'real']);
  });

  test('stays away while that run goes on', () => {
    const place = join(folder, 'out');
    mkdirSync(pathsBeside(place).old);
    recoverFolder(place);
    expect(existsSync(place)).toBe(false);
  });

  test('does not come back after it was replaced', () => {
    const place = join(folder, 'out');
    mkdirSync(besideOfEnded(place).gone);
    recoverFolder(place);
    expect(readdirSync(folder)).toEqual([]);
  });
});
