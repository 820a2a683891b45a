import { build } from './page';
import { checkIdioms, fileOf } from './run';
import { idioms } from './table';

const all = Object.values(idioms).flat();

test.each(all.map((idiom) => [idiom.code, idiom] as const))('%s', async (_, idiom) => checkIdioms(idiom));

test('the program that docs/add-to-cdk.md quotes works', () => {
  expect(() => build(fileOf()).synth()).not.toThrow();
});
