import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCode } from '../../lib/archive/code';
import { CodeError } from '../../lib/archive/error';
import { entriesIn } from '../../lib/archive/folder';
import { folderWith, removeFolders } from './folders';
import { nodeOn } from './request';

afterAll(removeFolders);

describe('a folder of code is looked at only up to a limit', () => {
  const refused = new CodeError('"code" must be at most 20 files and folders, with those that are excluded');
  const looked = (directory: string) => () => entriesIn(join(directory, 'code'), 'code', 'kept', 20);

  test.each([
    ['empty folders', ''],
    ['excluded files', '*.log\n'],
  ])('with %s', (what, rules) => {
    const directory = folderWith({ 'code/index.js': '', 'code/.triptychignore': rules });
    const make = (index: number) => {
      const path = join(directory, `code/${index}.log`);
      if (what === 'empty folders') mkdirSync(path);
      else writeFileSync(path, '');
    };
    for (let index = 0; index < 18; index++) make(index);
    expect(looked(directory)().map(({ path }) => path)).toEqual(['index.js']);
    make(18);
    expect(looked(directory)).toThrow(refused);
  });

  test('with folders in folders', () => {
    const deep = (count: number) => Array.from({ length: count }, (_, index) => index).join('/');
    expect(looked(folderWith({ [`code/${deep(19)}/f`]: '' }))()).toHaveLength(1);
    expect(looked(folderWith({ [`code/${deep(20)}/f`]: '' }))).toThrow(refused);
  });

  test('but not inside excluded folders', () => {
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`code/cache/${index}`, '']));
    const directory = folderWith({ 'code/index.js': '', 'code/.triptychignore': 'cache/\n', ...files });
    expect(looked(directory)().map(({ path }) => path)).toEqual(['index.js']);
  });
});

describe('the name of a file in code', () => {
  const invalid = Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x2e, 0x6a, 0x73]);
  const inFolder = (folder: string, name: Buffer) => Buffer.concat([Buffer.from(`${folder}/code/lib/`), name]);
  const codeWith = (write: (path: Buffer) => void, rules = '') => {
    const directory = folderWith({ 'code/index.js': '', 'code/lib/a.js': '', 'code/.triptychignore': rules });
    try {
      write(inFolder(directory, invalid));
    } catch {
      console.warn('names: this file system has only UTF-8, so other names are not tested');
      return undefined;
    }
    return nodeOn('aws')(directory);
  };

  test.each([
    ['file', (path: Buffer) => writeFileSync(path, '')],
    ['folder', (path: Buffer) => mkdirSync(path)],
  ])('must be UTF-8: %s', (_, write) => {
    const request = codeWith(write);
    if (!request) return;
    expect(checkCode(request)).toEqual({
      kind: 'problem',
      message: '"lib/caf\uFFFD.js" has a name that is not UTF-8',
      hint: 'rename it, or exclude it in .triptychignore',
    });
  });

  test('may be anything where it is excluded', () => {
    const request = codeWith((path) => writeFileSync(path, ''), 'lib/caf*\n');
    if (request) expect(checkCode(request)).toEqual({ kind: 'code', warnings: [] });
  });

  test('may contain the character that stands for what is not UTF-8', () => {
    const directory = folderWith({ 'code/index.js': '', 'code/caf\uFFFD.js': '' });
    expect(checkCode(nodeOn('aws')(directory))).toEqual({ kind: 'code', warnings: [] });
  });
});
