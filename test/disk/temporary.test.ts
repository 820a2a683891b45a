import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lifeOf, ownName } from '../../lib/disk/owner';
import { clearTemporary, noteReplacement, temporaryFault, temporaryFolder } from '../../lib/disk/temporary';
import { nameOfEnded } from '../ended';

let mockTemporary: string | undefined;
// Jest's tests have an environment of their own, which Node doesn't look at.
jest.mock('node:os', () => {
  const os = jest.requireActual<typeof import('node:os')>('node:os');
  return { ...os, tmpdir: () => mockTemporary ?? os.tmpdir() };
});

let folder: string;
let ended: string;

beforeAll(() => {
  ended = nameOfEnded();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'triptych-test-'));
  mockTemporary = folder;
});
afterEach(() => {
  mockTemporary = undefined;
  rmSync(folder, { recursive: true });
});

const make = (name: string): string => {
  mkdirSync(join(folder, name));
  return name;
};

describe('owner', () => {
  test('tells a running process from one that has ended', () => {
    expect(lifeOf(ownName())).toBe('running');
    expect(lifeOf(ended)).toBe('ended');
  });

  test('tells a process from a later one with the same id', () => {
    // The first process of this machine runs, but it started at another time.
    const [, ...rest] = ended.split('-');
    expect(lifeOf(ended)).toBe('ended');
    expect(lifeOf(['1', ...rest].join('-'))).toBeUndefined();
  });

  test.each(['', 'abc', '1-2-3-4-5', '1-2-00000000-00000000-00000000', '../1-2-00000000-00000000-00000000'])(
    'knows no process of the name %j',
    (name) => {
      expect(lifeOf(name)).toBeUndefined();
    },
  );

  test('knows no process of a name with one changed character', () => {
    const own = ownName();
    for (let index = 0; index < own.length; index++) {
      const other = own[index] === '0' ? '1' : '0';
      expect(lifeOf(own.slice(0, index) + other + own.slice(index + 1))).toBeUndefined();
    }
  });
});

describe('temporary folder', () => {
  test('is for this user only, and is deleted', () => {
    const { path, remove } = temporaryFolder();
    expect(readdirSync(folder)).toHaveLength(1);
    writeFileSync(join(path, 'a'), 'a');
    remove();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('of an ended process is deleted; everything else stays', () => {
    make(`triptych-${ended}`);
    const { path } = temporaryFolder();
    const others = [
      make('triptych-aBcDeF'),
      make(`triptych-${ended.slice(0, -1)}x`),
      make(`other-${ended}`),
      make('triptych-1-2-00000000-00000000-00000000'),
    ];
    const link = `triptych-${nameOfEnded()}`;
    symlinkSync(join(folder, others[0]!), join(folder, link));
    const file = `triptych-${nameOfEnded()}`;
    writeFileSync(join(folder, file), '');
    clearTemporary(() => undefined);
    expect(
      readdirSync(folder)
        .map((name) => join(folder, name))
        .sort(),
    ).toEqual([path, ...[...others, link, file].map((name) => join(folder, name))].sort());
  });

  const asRoot = process.getuid?.() === 0 ? test : test.skip;
  asRoot('of another user stays', () => {
    const name = make(`triptych-${ended}`);
    chownSync(join(folder, name), 65534, 65534);
    clearTemporary(() => undefined);
    expect(readdirSync(folder)).toEqual([name]);
  });

  test('names the folder that its process was about to replace', () => {
    const forget = noteReplacement('/some/where');
    const [own] = readdirSync(folder);
    const note = readdirSync(join(folder, own!));
    expect(note).toHaveLength(1);
    make(`triptych-${ended}`);
    writeFileSync(join(folder, `triptych-${ended}`, note[0]!), '/else/where');
    const seen: string[] = [];
    clearTemporary((replaced) => seen.push(replaced));
    expect(seen).toEqual(['/else/where']);
    forget();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('stays if what it names cannot be tidied', () => {
    make(`triptych-${ended}`);
    writeFileSync(join(folder, `triptych-${ended}`, 'replaces'), '/else/where');
    clearTemporary(() => {
      throw new Error('later');
    });
    expect(readdirSync(folder)).toEqual([`triptych-${ended}`]);
  });

  test('fails where none can be created, and says what to do', () => {
    mockTemporary = join(folder, 'nowhere');
    expect(() => temporaryFolder()).toThrow(
      `${join(folder, 'nowhere')}: temporary files can't be written: there is no such file or folder (set TMPDIR`,
    );
    expect(noteReplacement('/some/where')()).toBeUndefined();
    expect(() => clearTemporary(() => undefined)).not.toThrow();
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
  });

  test('takes a full disk for its own fault, and a missing file elsewhere not', () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    expect(String(temporaryFault(full, folder))).toContain('no space is left on the disk (set TMPDIR');
    const elsewhere = Object.assign(new Error("ENOENT: no such file, open '/code/a.js'"), { path: '/code/a.js' });
    expect(temporaryFault(elsewhere, folder)).toBe(elsewhere);
  });
});
