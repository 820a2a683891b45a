import { execFileSync } from 'node:child_process';
import { symlinkSync, truncateSync, writeFileSync } from 'node:fs';
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

const request = nodeOn('aws');

const megabyte = 1_048_576;

/** Code with a sparse file of a size, which takes no room on the disk. */
function codeOf(bytes: number): string {
  const directory = folderWith({ 'code/index.js': '', 'code/big': '' });
  truncateSync(join(directory, 'code/big'), bytes);
  return directory;
}

/** A zip archive whose directory says that one of its files has a size. */
function zipOf(bytes: number): string {
  const directory = folderWith({});
  const archive = Buffer.from(
    zip(['big', 'index.js'].map((path) => ({ path, bytes: Buffer.from(''), executable: false }))),
  );
  archive.writeUInt32LE(bytes, archive.indexOf('PK\x01\x02', undefined, 'latin1') + 24);
  writeFileSync(join(directory, 'code.zip'), archive);
  return directory;
}

describe('the size of code', () => {
  const hint = expect.stringContaining("Lambda's limit") as string;

  test('is at most 250 MB unpacked on aws', () => {
    expect(checkCode(request(codeOf(250 * megabyte)))).toEqual({ kind: 'code', warnings: [] });
    const problem = { kind: 'problem', message: '"code" must be at most 250 MB unpacked on aws, got 251 MB', hint };
    expect(checkCode(request(codeOf(250 * megabyte + 1)))).toEqual(problem);
    expect(archiveCode(request(codeOf(250 * megabyte + 1)), store)).toEqual(problem);
  });

  test('is known without reading the code', () => {
    const directory = codeOf(64_000 * megabyte);
    expect(checkCode(request(directory))).toMatchObject({ message: expect.stringContaining('got 64000 MB') });
    expect(checkCode(request(directory, { cloud: 'gcp' }))).toMatchObject({
      kind: 'code',
      warnings: [expect.anything()],
    });
  });

  test('of a given archive is that of its files', () => {
    const code = 'code.zip';
    expect(checkCode(request(zipOf(251 * megabyte), { code }))).toEqual({
      kind: 'problem',
      message: '"code.zip" must be at most 250 MB unpacked on aws, got 251 MB',
      hint,
    });
    const directory = folderWith({ 'code.zip': '' });
    truncateSync(join(directory, 'code.zip'), 1_024 * megabyte + 1);
    for (const [cloud, most] of [
      ['aws', '250 MB unpacked on aws'],
      ['gcp', '1 GB'],
    ] as const) {
      expect(checkCode(request(directory, { code, cloud }))).toEqual({
        kind: 'problem',
        message: `"code.zip" must be at most ${most}, got 1025 MB packed`,
      });
    }
  });

  test('above 500 MB is a warning on gcp', () => {
    expect(checkCode(request(codeOf(500 * megabyte), { cloud: 'gcp' }))).toEqual({ kind: 'code', warnings: [] });
    expect(checkCode(request(codeOf(500 * megabyte + 1), { cloud: 'gcp' }))).toEqual({
      kind: 'code',
      warnings: [
        {
          message:
            '"code" has 501 MB unpacked; Google documents a limit of 500 MB for Cloud Functions, though not for their second generation',
          hint: 'exclude what the build does not need in .triptychignore, or read large files from a bucket',
        },
      ],
    });
  });
});

describe('files that no reading ends', () => {
  const pipe = (directory: string, path: string) => execFileSync('mkfifo', [join(directory, path)]);
  const ignoreProblem = {
    kind: 'problem',
    message: '".triptychignore" must be a file of at most 1048576 bytes',
    hint: 'write one path per line',
  };

  test('fail as .triptychignore', () => {
    const piped = folderWith({ 'code/index.js': '' });
    pipe(piped, 'code/.triptychignore');
    const device = folderWith({ 'code/index.js': '' });
    symlinkSync('/dev/zero', join(device, 'code/.triptychignore'));
    const long = folderWith({ 'code/index.js': '', 'code/.triptychignore': '#'.repeat(megabyte + 1) });
    for (const directory of [piped, device, long]) expect(checkCode(request(directory))).toEqual(ignoreProblem);
  });

  test('fail as code', () => {
    const directory = folderWith({ 'code/index.js': '' });
    pipe(directory, 'code.zip');
    expect(checkCode(request(directory, { code: 'code.zip' }))).toEqual({
      kind: 'problem',
      message: '"code.zip" is neither a file nor a folder',
    });
    pipe(directory, 'code/pipe');
    expect(checkCode(request(directory))).toMatchObject({ message: '"pipe" is neither a file nor a folder' });
  });
});
