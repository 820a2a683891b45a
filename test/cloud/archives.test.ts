import { join } from 'node:path';
import { codeProblems } from '../../lib/cloud/archives';
import { load } from '../../lib/model/load';
import { resolve } from '../../lib/model/resolve';
import { folderWith, removeFolders } from '../archive/folders';

afterAll(removeFolders);

test('functions: warns of code once for each folder and cloud, at the first function', () => {
  const fn = (code: string) => `{ runtime: nodejs22, code: ${code}, handler: { aws: index.handler, gcp: handler } }`;
  const directory = folderWith({
    'a/index.js': '',
    'a/.env': 'A=1',
    'b/index.js': '',
    'b/.env': 'A=1',
    'x.yaml': `name: shop\nfunctions:\n  one: ${fn('a')}\n  two: ${fn('a')}\n  three: ${fn('b')}\n`,
  });
  const resolved = resolve(load(join(directory, 'x.yaml')), []);
  for (const cloud of ['aws', 'gcp'] as const) {
    expect(codeProblems(resolved, cloud).map(({ severity, path }) => `${severity} ${path}`)).toEqual([
      'warning functions.one.code',
      'warning functions.three.code',
    ]);
  }
});
