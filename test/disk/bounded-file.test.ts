import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileError, hashBounded, readBounded } from '../../lib/disk/bounded-file';
import { firstIn, namesBounded } from '../../lib/disk/bounded-folder';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'triptych-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => join(folder, name);
const reasonOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof FileError) return error.reason;
    throw error;
  }
  return 'none';
};
const hasPipes = process.platform !== 'win32';
if (!hasPipes) console.warn('bounded file: no pipes or devices on this system, so they are not tested');
const onUnix = hasPipes ? it : it.skip;

describe('bounded file', () => {
  it('reads a file, and its hash, up to the limit', () => {
    const bytes = Buffer.alloc(2_500_000, 'x');
    writeFileSync(at('file'), bytes);
    expect(readBounded(at('file'), bytes.length).equals(bytes)).toBe(true);
    expect(hashBounded(at('file'), bytes.length)).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(reasonOf(() => readBounded(at('file'), bytes.length - 1))).toBe(
      'must be at most 2499999 bytes, got 2500000',
    );
    writeFileSync(at('empty'), '');
    expect(readBounded(at('empty'), 0)).toHaveLength(0);
  });

  it('follows a link to a file', () => {
    writeFileSync(at('file'), 'text');
    symlinkSync('file', at('link'));
    expect(readBounded(at('link'), 10).toString()).toBe('text');
  });

  it('refuses what is no file', () => {
    mkdirSync(at('folder'));
    symlinkSync('self', at('self'));
    writeFileSync(at('file'), 'text');
    expect(reasonOf(() => readBounded(at('folder'), 10))).toBe('is a folder, must be a file');
    expect(reasonOf(() => readBounded(at('self'), 10))).toBe(
      "can't be read: too many links, or a link that leads back to itself",
    );
    for (const name of ['none', 'file/below']) expect(reasonOf(() => readBounded(at(name), 10))).toBe('no such file');
    expect(reasonOf(() => readBounded(at('a\0b'), 10))).toBe("can't be read: the path contains a NUL character");
    expect(reasonOf(() => readBounded(at('x'.repeat(300)), 10))).toBe(
      "can't be read: the path or a name in it is too long for this file system",
    );
  });

  onUnix('refuses pipes and devices at once', () => {
    execFileSync('mkfifo', [at('pipe')]);
    symlinkSync('/dev/zero', at('zero'));
    expect(reasonOf(() => readBounded(at('pipe'), 10))).toBe('is a pipe, must be a file');
    expect(reasonOf(() => hashBounded(at('zero'), 10))).toBe('is a device, must be a file');
  });

  onUnix('reads no more than the limit of a file that is longer than it says', () => {
    // Files of the kernel have no size before they are read.
    if (!existsSync('/proc/self/maps'))
      return void console.warn('bounded file: no /proc, so a growing file is not tested');
    expect(reasonOf(() => readBounded('/proc/self/maps', 100))).toBe('must be at most 100 bytes, got more');
  });

  onUnix('refuses a file without permission', () => {
    writeFileSync(at('file'), 'text');
    chmodSync(at('file'), 0);
    // Root may read everything.
    const reason = process.getuid?.() === 0 ? 'none' : "can't be read: permission denied";
    expect(reasonOf(() => readBounded(at('file'), 10))).toBe(reason);
  });
});

describe('bounded folder', () => {
  it('lists the names up to the limit', () => {
    for (const name of ['a', 'b', 'c']) writeFileSync(at(name), '');
    expect(namesBounded(folder, 3).sort()).toEqual(['a', 'b', 'c']);
    expect(reasonOf(() => namesBounded(folder, 2))).toBe('must contain at most 2 files and folders');
  });

  it('reads no more entries than it is asked for', () => {
    for (const name of ['a', 'b', 'c']) writeFileSync(at(name), '');
    expect(firstIn(folder, 2)).toHaveLength(2);
    const all = firstIn(folder, 4);
    expect(all.map(({ name }) => name).sort()).toEqual(['a', 'b', 'c']);
    expect(all.every((entry) => entry.isFile())).toBe(true);
    expect(firstIn(folder, 0)).toEqual([]);
  });

  it('refuses what is no folder', () => {
    writeFileSync(at('file'), '');
    expect(reasonOf(() => namesBounded(at('file'), 2))).toBe('must be a folder');
    expect(reasonOf(() => namesBounded(at('none'), 2))).toBe('no such file');
  });
});
