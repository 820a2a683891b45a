import { build, withAlias } from './page';
import { checkIdioms, fileOf } from './run';
import { idioms } from './table';

test.each(idioms.map((idiom) => [idiom.code, idiom] as const))('%s', async (_, idiom) => checkIdioms(idiom));

test.each([build, withAlias])('the program that docs/add-to-cdktf.md quotes works', (make) => {
  expect(() => make(fileOf()).synth()).not.toThrow();
});
