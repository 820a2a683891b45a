import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Files } from '../../../lib/synth/pulumi/asset';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'triptych-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const kept = (path: string, most?: number) => new Files(folder, (_, hash) => `assets/${hash}`, most).keepFile(path);

describe("a program's file or folder", () => {
  it('is kept under the hash of its names and content', () => {
    mkdirSync(join(folder, 'code/lib'), { recursive: true });
    writeFileSync(join(folder, 'code/b'), 'two');
    writeFileSync(join(folder, 'code/lib/a'), 'one');
    expect(kept('code/b').sha256).toBe(sha256('two'));
    const lib = sha256(`a\0${sha256('one')}\n`);
    const code = sha256(`b\0${sha256('two')}\nlib\0${lib}\n`);
    expect(kept('code')).toEqual({ path: `assets/${code}`, sha256: code });
  });

  it('is refused with too many entries, in one folder or in all of them', () => {
    mkdirSync(join(folder, 'code/lib'), { recursive: true });
    for (const name of ['code/a', 'code/b', 'code/lib/c']) writeFileSync(join(folder, name), '');
    expect(kept('code', 4)).toMatchObject({ sha256: kept('code').sha256 });
    for (const most of [3, 2]) {
      expect(() => kept('code', most)).toThrow(
        `${join(folder, 'code')}: must contain at most ${most} files and folders`,
      );
    }
  });

  it('is refused with links that lead to it again and again', () => {
    mkdirSync(join(folder, 'code'));
    for (const name of ['a', 'b', 'c']) symlinkSync('.', join(folder, 'code', name));
    expect(() => kept('code', 30)).toThrow('must contain at most 30 files and folders');
  });

  it.each(['/dev/zero', '/dev/null'])('is refused if it is a device: %s', (device) => {
    if (process.platform === 'win32') return void console.warn('assets: no devices on this system');
    expect(() => kept(device)).toThrow(`${device}: is a device, must be a file`);
  });
});
