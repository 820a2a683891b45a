import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCode } from '../../lib/archive/code';
import { folderWith, removeFolders } from './folders';

afterAll(removeFolders);

test('a folder fails with more files than an archive has room for', () => {
  const directory = folderWith({ 'code/index.js': '' });
  mkdirSync(join(directory, 'code/many'));
  for (let index = 0; index < 65_535; index++) writeFileSync(join(directory, `code/many/${index}`), '');
  const code = { code: 'code', runtime: 'nodejs22', handler: 'index.handler', cloud: 'aws' } as const;
  expect(checkCode({ directory, ...code })).toEqual({
    kind: 'problem',
    message: '"code" must be at most 65535 files',
    hint: 'exclude what the code does not need in .triptychignore',
  });
});
