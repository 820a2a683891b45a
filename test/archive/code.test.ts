import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { archiveCode, type CodeArchive, type CodeRequest } from '../../lib/archive/code';
import { ArchiveStore } from '../../lib/archive/store';
import { namesIn, zip } from '../../lib/archive/zip';
import { folderWith, removeFolders, type Files } from './folders';

const store = new ArchiveStore();

afterAll(() => {
  removeFolders();
  store.clear();
});

/** A Python function whose code lies in `code`, unless something else is said. */
const request = (directory: string, more: Partial<CodeRequest> = {}): CodeRequest => ({
  directory,
  code: 'code',
  runtime: 'python3.13',
  handler: 'main.handler',
  cloud: 'aws',
  ...more,
});

function archived(directory: string, more: Partial<CodeRequest> = {}): CodeArchive {
  const result = archiveCode(request(directory, more), store);
  if (result.kind === 'problem') throw new Error(result.message);
  return result;
}

const names = (directory: string, more: Partial<CodeRequest> = {}) =>
  namesIn(readFileSync(archived(directory, more).path));

const problem = (directory: string, more: Partial<CodeRequest> = {}) => archiveCode(request(directory, more), store);

test('archives a folder, named by the hash of its bytes', () => {
  const { path, sha256, empty } = archived(folderWith({ 'code/main.py': 'pass', 'code/lib/a.py': '' }));
  expect(path).toMatch(new RegExp(`/${sha256}\\.zip$`));
  expect(namesIn(readFileSync(path))).toEqual(['lib/a.py', 'main.py']);
  expect(empty).toBe(false);
});

test('leaves out history, caches, and what .triptychignore names', () => {
  const directory = folderWith({
    'code/main.py': '',
    'code/main.pyc': '',
    'code/.DS_Store': '',
    'code/__pycache__/main.cpython-313.pyc': '',
    'code/.git/HEAD': '',
    'code/vendor/.git': 'gitdir: ../..',
    'code/vendor/keep.py': '',
    'code/vendor/Keep.PYC': 'case matters',
    'code/test_main.py': '',
    'code/logs/today': '',
    'code/notes/logs': 'a file, not a folder',
    'code/data/a.csv': '',
    'code/data/b.csv': '',
    'code/.triptychignore': 'test_*\nlogs/\n# a comment\n*.csv\n!data/b.csv\n',
  });
  expect(names(directory)).toEqual(['data/b.csv', 'main.py', 'notes/logs', 'vendor/Keep.PYC', 'vendor/keep.py']);
});

test('gives the same bytes for the same files, whenever and in whatever order they were written', () => {
  const file = fc.record({
    text: fc.string({ unit: 'grapheme' }),
    mode: fc.constantFrom(0o644, 0o600, 0o755, 0o700),
  });
  const path = fc.stringMatching(/^[a-z0-9]{1,3}(\/[A-Z]{1,2}){0,2}$/);
  const some = fc
    .dictionary(path, file, { maxKeys: 6 })
    .filter((files) => {
      const all = Object.keys(files);
      return !all.some((one) => all.some((other) => other.startsWith(`${one}/`)));
    })
    .map((files): Files => ({ 'main.py': '', ...files }));
  const inCode = (entries: [string, Files[string]][]) =>
    folderWith(Object.fromEntries(entries.map(([at, content]) => [`code/${at}`, content])));

  fc.assert(
    fc.property(some, fc.integer({ min: 0, max: 2_000_000_000 }), (files, mtime) => {
      const first = inCode(Object.entries(files));
      const second = inCode(Object.entries(files).reverse());
      for (const at of Object.keys(files)) utimesSync(join(second, 'code', at), mtime, mtime);
      expect(archived(second).sha256).toBe(archived(first).sha256);
    }),
    { numRuns: 25 },
  );
});

test('gives the same bytes in every time zone', () => {
  const directory = folderWith({ 'code/main.py': 'pass' });
  const program = `
    const { archiveCode } = require(${JSON.stringify(join(__dirname, '../../lib/archive/code.ts'))});
    process.stdout.write(archiveCode(${JSON.stringify(request(directory))}).sha256);`;
  const hash = (TZ: string) =>
    execFileSync(process.execPath, ['--require', 'tsx/cjs', '--eval', program], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    });
  expect(hash('Pacific/Kiritimati')).toBe(archived(directory).sha256);
  expect(hash('Pacific/Pago_Pago')).toBe(archived(directory).sha256);
});

test('what changes in a file, its name or its mode changes the archive', () => {
  const directory = folderWith({ 'code/main.py': 'pass', 'code/run': '' });
  const hashes = [archived(directory).sha256];
  const change = (how: () => void) => {
    how();
    hashes.push(archived(directory).sha256);
  };
  change(() => writeFileSync(join(directory, 'code/main.py'), 'exit'));
  change(() => chmodSync(join(directory, 'code/run'), 0o755));
  change(() => renameSync(join(directory, 'code/run'), join(directory, 'code/walk')));
  expect(new Set(hashes).size).toBe(4);
});

test('a file named bootstrap may be executed, whatever the file system says', () => {
  const hash = (mode: number) =>
    archived(folderWith({ 'code/bootstrap': { text: '', mode } }), { runtime: 'go1.26' }).sha256;
  expect(hash(0o644)).toBe(hash(0o755));
});

test('archives a folder once for several targets', () => {
  const directory = folderWith({ 'code/main.py': '' });
  const once = jest.spyOn(store, 'put');
  const first = archived(directory);
  expect(archived(directory, { cloud: 'gcp' })).toEqual(first);
  expect(once).toHaveBeenCalledTimes(1);
  once.mockRestore();
});

test('takes a .zip as it is', () => {
  const directory = folderWith({});
  const bytes = zip([{ path: 'main.py', bytes: Buffer.from('pass'), executable: true }]);
  writeFileSync(join(directory, 'code.zip'), bytes);
  expect(readFileSync(archived(directory, { code: 'code.zip' }).path)).toEqual(bytes);
  expect(problem(directory, { code: 'code.zip', handler: 'app.handler' })).toMatchObject({
    kind: 'problem',
    message: '"code.zip" doesn\'t contain "app.py"',
  });
});

test('takes a .jar where Lambda does', () => {
  const directory = folderWith({});
  const bytes = zip([{ path: 'shop/Orders.class', bytes: Buffer.from(''), executable: false }]);
  writeFileSync(join(directory, 'shop.jar'), bytes);
  expect(names(directory, { code: 'shop.jar', runtime: 'java21' })).toEqual(['shop/Orders.class']);
  expect(problem(directory, { code: 'shop.jar', runtime: 'java21', cloud: 'gcp' })).toMatchObject({
    message: 'must be a folder or a .zip, got "shop.jar"',
  });
});

describe('fails on', () => {
  test.each([
    ['an absolute path', '/usr', 'must be relative to the architecture\'s file, got "/usr"'],
    ['a path outside', '../code', 'must be inside the architecture\'s folder, got "../code"'],
    ['a path outside by a detour', 'code/../../x', 'must be inside the architecture\'s folder, got "code/../../x"'],
    ['the folder itself', './', 'must be a subfolder or a .zip, got "./"'],
    ['an empty folder', 'empty', '"empty" contains no files, or all of them are excluded'],
    ['a folder of which nothing is left', 'ignored', '"ignored" contains no files, or all of them are excluded'],
    ['a file', 'code/main.py', 'must be a folder or a .zip, got "code/main.py"'],
    ['a broken .zip', 'broken.zip', '"broken.zip" isn\'t a zip archive'],
  ])('%s, with and without code', (_, code, message) => {
    const directory = folderWith({ 'code/main.py': '', 'ignored/a.pyc': '', 'broken.zip': 'PK' });
    mkdirSync(join(directory, 'empty'));
    expect(problem(directory, { code })).toMatchObject({ kind: 'problem', message });
    expect(problem(directory, { code, withoutCode: true })).toMatchObject({ kind: 'problem', message });
  });

  test('code that is not there, and says what builds it', () => {
    expect(problem(folderWith({}), { runtime: 'go1.26', code: 'build/go' })).toEqual({
      kind: 'problem',
      message: '"build/go" doesn\'t exist',
      hint: expect.stringContaining('go build'),
    });
    expect(problem(folderWith({ 'code/main.go': '' }), { runtime: 'go1.26' })).toEqual({
      kind: 'problem',
      message: '"code" doesn\'t contain an executable "bootstrap"',
      hint: expect.stringContaining('go build'),
    });
  });
});

describe('without code', () => {
  test('goes on with an empty archive where something is missing, and names it', () => {
    const result = archived(folderWith({}), { runtime: 'go1.26', withoutCode: true });
    expect(result).toMatchObject({ empty: true, missing: { missing: 'an executable "bootstrap"' } });
    expect(namesIn(readFileSync(result.path))).toEqual([]);
  });

  test('archives the code where it exists', () => {
    expect(archived(folderWith({ 'code/main.py': '' }), { withoutCode: true }).empty).toBe(false);
  });
});
