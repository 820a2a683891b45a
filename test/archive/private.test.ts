import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { archiveCode, checkCode } from '../../lib/archive/code';
import { ArchiveStore } from '../../lib/archive/store';
import { zip } from '../../lib/archive/zip';
import { folderWith, removeFolders } from './folders';
import { nodeOn } from './request';

const store = new ArchiveStore();
afterAll(() => {
  removeFolders();
  store.clear();
});

const request = nodeOn('gcp');

const key = '-----BEGIN RSA PRIVATE KEY-----\nMIIE\n';

/** The warnings about these files in a folder of code. */
function warned(files: Record<string, string>): readonly unknown[] {
  const inCode = Object.entries({ 'index.js': '', ...files }).map(([path, text]) => [`code/${path}`, text]);
  const directory = folderWith(Object.fromEntries(inCode) as Record<string, string>);
  const found = checkCode(request(directory));
  if (found.kind === 'problem') throw new Error(found.message);
  expect(archiveCode(request(directory), store)).toMatchObject({ kind: 'archive', warnings: found.warnings });
  return found.warnings;
}

const about = (files: string) => [
  {
    message: `"code" contains ${files}, which may hold secrets and would be deployed with the code`,
    hint: 'exclude them in .triptychignore, and declare secrets in `secrets`',
  },
];

describe('code with files that may hold secrets', () => {
  test.each([
    ['.env', 'A=1'],
    ['config/.env.production', ''],
    ['.env.local', ''],
    ['certs/server.key', key],
    ['client.pem', key],
    ['id_ed25519', ''],
    ['store.p12', ''],
    ['.npmrc', '//registry.npmjs.org/:_authToken=npm_abc'],
    ['.npmrc', '_auth = "YTpi"'],
    ['.netrc', ''],
    ['account.json', '{ "type": "service_account", "private_key": "-----BEGIN PRIVATE KEY-----\\nMII" }'],
  ])('is warned of: %s', (path, text) => {
    expect(warned({ [path]: text })).toEqual(about(`"${path}"`));
  });

  test.each([
    ['.env.example', 'A='],
    ['.environment', ''],
    ['roots.pem', '-----BEGIN CERTIFICATE-----'],
    ['public.key', '-----BEGIN PUBLIC KEY-----'],
    ['primary.key', 'not one of those'],
    ['.npmrc', 'ignore-scripts=true\n//registry.npmjs.org/:_authToken=${NPM_TOKEN}'],
    ['data.json', '{ "private_key": "of another kind" }'],
    ['node_modules/a/test/.env', ''],
    ['node_modules/a/test/server.key', key],
  ])('is not warned of: %s', (path, text) => {
    expect(warned({ [path]: text })).toEqual([]);
  });

  test('is not warned of what is excluded', () => {
    expect(warned({ '.env': 'A=1', '.triptychignore': '.env\n' })).toEqual([]);
  });

  test('is warned of once, with the first of many files', () => {
    const files = Object.fromEntries(['g', 'a', 'f', 'b', 'e', 'c', 'd'].map((name) => [`${name}/.env`, '']));
    expect(warned(files)).toEqual(about('"a/.env", "b/.env", "c/.env", "d/.env", "e/.env" and 2 more'));
  });

  test('is warned of in a given archive too', () => {
    const directory = folderWith({});
    const entries = Object.entries({ 'index.js': '', '.env': '', 'a.pem': key, 'b.pem': 'a certificate' });
    const bytes = zip(entries.map(([path, text]) => ({ path, bytes: Buffer.from(text), executable: false })));
    writeFileSync(join(directory, 'code.zip'), bytes);
    expect(checkCode(request(directory, { code: 'code.zip' }))).toEqual({
      kind: 'code',
      warnings: about('".env", "a.pem"').map((warning) => ({
        ...warning,
        message: warning.message.replace('"code"', '"code.zip"'),
      })),
    });
  });
});

describe('a given archive', () => {
  test.each([
    [['index.js', '../../evil'], '"code.zip" contains "../../evil", a path outside of the archive\'s folder'],
    [['index.js', '/etc/evil'], '"code.zip" contains "/etc/evil", a path outside of the archive\'s folder'],
    [['index.js', 'a/../../b'], '"code.zip" contains "a/../../b", a path outside of the archive\'s folder'],
    [['index.js', '..\\evil'], '"code.zip" contains "..\\\\evil", a path outside of the archive\'s folder'],
    [['index.js', 'C:\\evil'], '"code.zip" contains "C:\\\\evil", a path outside of the archive\'s folder'],
    [['index.js', 'a.js', 'a.js'], '"code.zip" contains "a.js" twice'],
  ])('fails with the paths %j', (paths, message) => {
    const directory = folderWith({});
    const bytes = zip(paths.map((path) => ({ path, bytes: Buffer.from(''), executable: false })));
    writeFileSync(join(directory, 'code.zip'), bytes);
    for (const cloud of ['aws', 'gcp'] as const) {
      expect(checkCode(request(directory, { code: 'code.zip', cloud }))).toEqual({
        kind: 'problem',
        message,
        hint: expect.stringContaining('make the archive again'),
      });
    }
  });

  test('may have dots in its names', () => {
    const directory = folderWith({});
    const paths = ['index.js', '..a', 'a../b', '...', 'a/.b'];
    const bytes = zip(paths.map((path) => ({ path, bytes: Buffer.from(''), executable: false })));
    writeFileSync(join(directory, 'code.zip'), bytes);
    expect(checkCode(request(directory, { code: 'code.zip' }))).toEqual({ kind: 'code', warnings: [] });
  });
});
