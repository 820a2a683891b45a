import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verify } from '../../lib';
import { build } from './page';
import { checkIdioms, fileOf, newUse } from './run';
import { idioms } from './table';

const all = Object.values(idioms).flat();

test.each(all.map((idiom) => [idiom.code, idiom] as const))('%s', async (_, idiom) => checkIdioms(idiom));

test('the program that docs/add-to-cdk.md quotes works', () => {
  expect(() => build(fileOf()).synth()).not.toThrow();
});

test('verify reports notifications of an app that turn EventBridge off', async () => {
  const use = newUse();
  idioms['buckets']!.find(({ isQuick }) => isQuick)!.does(use);
  const { directory } = use.app.synth();
  const path = join(directory, 'Own.template.json');
  const tellsEvents = async (): Promise<unknown[]> =>
    (await verify(directory, { architecture: use.file })).differences
      .filter(({ path }) => path === 'buckets.uploads.tellsEvents')
      .map(({ expected, actual }) => [expected, actual]);
  expect(await tellsEvents()).toEqual([]);
  const template = readFileSync(path, 'utf8');
  writeFileSync(path, template.replace(/"EventBridgeConfiguration": \{\},?/, ''));
  expect(await tellsEvents()).toEqual([[true, false]]);
});
