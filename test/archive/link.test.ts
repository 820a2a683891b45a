import { execFileSync } from 'node:child_process';
import { lstatSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { archiveCode, checkCode, type CodeArchive, type CodeRequest } from '../../lib/archive/code';
import { ArchiveStore } from '../../lib/archive/store';
import { namesIn } from '../../lib/archive/zip';
import { folderWith, removeFolders, type Files } from './folders';
import { nodeOn } from './request';
import { unpack as unzip } from './unpack';

const store = new ArchiveStore();
const unpacked: string[] = [];

afterAll(() => {
  removeFolders();
  store.clear();
  for (const folder of unpacked) rmSync(folder, { recursive: true });
});

type Links = Readonly<Record<string, string>>;

/** A folder with code, and links from their paths in it to their targets. */
function codeWith(files: Files, links: Links): string {
  const inCode = Object.entries({ 'index.js': '', ...files }).map(([path, content]) => [`code/${path}`, content]);
  const directory = folderWith(Object.fromEntries(inCode) as Files);
  for (const [path, target] of Object.entries(links)) {
    mkdirSync(dirname(join(directory, 'code', path)), { recursive: true });
    symlinkSync(target, join(directory, 'code', path));
  }
  return directory;
}

const request = nodeOn('aws');

const result = (directory: string, more?: Partial<CodeRequest>) => archiveCode(request(directory, more), store);
const archived = (directory: string, more?: Partial<CodeRequest>): CodeArchive => {
  const archive = result(directory, more);
  if (archive.kind === 'problem') throw new Error(archive.message);
  return archive;
};

/** The archive of a folder, unpacked. */
function unpack(directory: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'triptych-test-'));
  unpacked.push(folder);
  unzip(archived(directory).path, folder);
  return folder;
}

describe('links on aws', () => {
  test('stay links, so that modules in the store of pnpm find each other', () => {
    const store = 'node_modules/.pnpm';
    const directory = codeWith(
      {
        'index.js': 'console.log(require("a"))',
        [`${store}/a@1/node_modules/a/index.js`]: 'module.exports = "a with " + require("b")',
        [`${store}/b@2/node_modules/b/index.js`]: 'module.exports = "b"',
      },
      {
        'node_modules/a': '.pnpm/a@1/node_modules/a',
        [`${store}/a@1/node_modules/b`]: '../../b@2/node_modules/b',
        [`${store}/b@2/node_modules/a`]: '../../a@1/node_modules/a',
      },
    );
    const folder = unpack(directory);
    expect(execFileSync(process.execPath, [join(folder, 'index.js')], { encoding: 'utf8' })).toBe('a with b\n');
    expect(readlinkSync(join(folder, 'node_modules/a'))).toBe('.pnpm/a@1/node_modules/a');
    expect(lstatSync(join(folder, 'index.js')).isFile()).toBe(true);
  });

  test('to a folder above them, to themselves by a detour, and to the whole are kept without being followed', () => {
    const directory = codeWith({ 'a/b/c.js': '' }, { 'a/b/up': '..', 'a/all': '..', 'a/b/here': '.' });
    expect(namesIn(readFileSync(archived(directory).path))).toEqual([
      'a/all',
      'a/b/c.js',
      'a/b/here',
      'a/b/up',
      'index.js',
    ]);
    expect(readlinkSync(join(unpack(directory), 'a/b/here'))).toBe('.');
  });

  test('are relative in the archive, and the same wherever the folder is', () => {
    const hash = () => {
      const directory = codeWith({ 'lib/a.js': '' }, { 'short.js': 'chain.js', 'chain.js': './lib/../lib/a.js' });
      symlinkSync(join(directory, 'code/lib'), join(directory, 'code/absolute'));
      const folder = unpack(directory);
      expect(['absolute', 'chain.js', 'short.js'].map((link) => readlinkSync(join(folder, link)))).toEqual([
        'lib',
        'lib/a.js',
        'lib/a.js',
      ]);
      return archived(directory).sha256;
    };
    expect(hash()).toBe(hash());
  });

  test('may lead to the handler', () => {
    const directory = codeWith(
      { 'build/main.js': '', 'build/deep/more.js': '' },
      { dist: 'build', 'start.js': 'build/main.js' },
    );
    for (const handler of ['dist/main.handler', 'dist/deep/more.handler', 'start.handler']) {
      expect(result(directory, { handler })).toMatchObject({ kind: 'archive' });
    }
    expect(result(directory, { handler: 'dist/other.handler' })).toMatchObject({ kind: 'problem' });
  });

  test('of many folders to many take no longer than there are links', () => {
    const folders = Array.from({ length: 26 }, (_, index) => index);
    const next = folders.slice(0, -1);
    const links = Object.fromEntries(
      next.flatMap((index) => ['x', 'y'].map((name) => [`l${index}/${name}`, `../l${index + 1}`])),
    );
    const files = Object.fromEntries(folders.map((index) => [`l${index}/f`, '']));
    expect(namesIn(readFileSync(archived(codeWith(files, links)).path))).toHaveLength(1 + 26 + 50);
  });

  test('change the archive when their target does', () => {
    const to = (target: string) => archived(codeWith({ a: '1', b: '1' }, { link: target })).sha256;
    expect(to('a')).not.toBe(to('b'));
  });
});

describe('links on gcp, whose builds restore none', () => {
  test('to files become copies', () => {
    const directory = codeWith({ 'lib/a.js': 'a' }, { 'b.js': 'lib/a.js' });
    const copied = codeWith({ 'lib/a.js': 'a', 'b.js': 'a' }, {});
    expect(archived(directory, { cloud: 'gcp' }).sha256).toBe(archived(copied, { cloud: 'gcp' }).sha256);
  });

  test('to folders are refused, unless they are excluded', () => {
    const links = { 'node_modules/a': '.pnpm/a' };
    const store = { 'node_modules/.pnpm/a/index.js': '' };
    expect(result(codeWith(store, links), { cloud: 'gcp' })).toEqual({
      kind: 'problem',
      message: '"node_modules/a" is a link to a folder, and builds of Cloud Functions restore no links',
      hint: 'replace the link with a copy; exclude node_modules in .triptychignore, because the build installs dependencies',
    });
    const ignoring = codeWith({ ...store, '.triptychignore': 'node_modules\n' }, links);
    expect(namesIn(readFileSync(archived(ignoring, { cloud: 'gcp' }).path))).toEqual(['index.js']);
  });
});

describe('links', () => {
  test('that are ignored are never followed', () => {
    const directory = codeWith({ '.triptychignore': 'node_modules/\n' }, { node_modules: '/usr' });
    expect(namesIn(readFileSync(archived(directory).path))).toEqual(['index.js']);
  });

  test('may lead to the code from beside it', () => {
    const directory = codeWith({}, {});
    symlinkSync('code', join(directory, 'alias'));
    expect(archived(directory, { code: 'alias' }).sha256).toBe(archived(directory).sha256);
  });

  test.each(['aws', 'gcp'] as const)('fail on %s where they lead nowhere, or out of the code', (cloud) => {
    const cases: readonly (readonly [target: string, message: string])[] = [
      ['/', '"link" is a link to a path outside of "code"'],
      ['../other', '"link" is a link to a path outside of "code"'],
      ['../code2', '"link" is a link to a path outside of "code"'],
      ['..', '"link" is a link to a path outside of "code"'],
      ['nowhere', '"link" is a link to a path that does not exist'],
      ['link', '"link" is a link to itself'],
    ];
    for (const [target, message] of cases) {
      const directory = codeWith({ '../other/a.js': '', '../code2/a.js': '' }, { link: target });
      const problem = { kind: 'problem', message, hint: expect.stringContaining('.triptychignore') };
      expect(result(directory, { cloud })).toEqual(problem);
      expect(checkCode(request(directory, { cloud }))).toEqual(problem);
    }
  });

  test('fail where their target is excluded', () => {
    const ignoring = { '.triptychignore': 'lib\nempty/a\n', 'lib/a.js': '', 'empty/a': '' };
    for (const [target, shown] of [
      ['lib', 'lib'],
      ['lib/a.js', 'lib/a.js'],
      ['empty', 'empty'],
    ] as const) {
      expect(result(codeWith(ignoring, { link: target }))).toEqual({
        kind: 'problem',
        message: `"link" is a link to "${shown}", which isn't in the archive`,
        hint: 'exclude the link in .triptychignore too, or include its target',
      });
    }
  });

  test('fail where the code itself is one that leads out of the folder', () => {
    const directory = folderWith({});
    symlinkSync('/usr', join(directory, 'code'));
    expect(result(directory)).toMatchObject({ message: expect.stringContaining('outside of the architecture') });
  });
});
