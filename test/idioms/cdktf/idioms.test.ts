import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bare, programsIn, rowsIn } from '../row';
import { checkIdioms, newUse, outcomeOf } from './run';
import { idioms, rows } from './table';

// What a team does with the constructs of an architecture; each row on its own is in the full tests.

const quick = idioms.filter(({ isQuick }) => isQuick);
const page = readFileSync(join(__dirname, '../../../docs/add-to-cdktf.md'), 'utf8');

test('an app that changes nothing is equivalent, and nothing is said about it but its own warnings', async () => {
  const use = newUse();
  const { said, differs } = await outcomeOf(use);
  expect(differs).toEqual([]);
  expect(said).toHaveLength(use.shop.warnings.length);
});

test.each(quick.map((idiom) => [idiom.code, idiom] as const))('%s', async (_, idiom) => checkIdioms(idiom));

test('an app that skips validations is synthesized, and verify finds what it removes', async () => {
  const use = newUse();
  Object.assign(use.app, { skipValidation: true });
  idioms.find(({ code }) => code.includes('IamPolicy'))!.does!(use);
  expect(await outcomeOf(use)).toMatchObject({ differs: ['app'] });
});

test('a warning is given once, however often an app is synthesized', async () => {
  const use = newUse();
  use.shop.tables['orders']!.database.deletionPolicy = 'DELETE';
  const once = (await outcomeOf(use)).said;
  expect((await outcomeOf(use)).said).toEqual(once);
});

test('docs/add-to-cdktf.md has the whole table', () => expect(rowsIn(page)).toEqual(rows().map(bare)));

test('docs/add-to-cdktf.md quotes a program', () => {
  const source = bare(readFileSync(join(__dirname, 'page.ts'), 'utf8'));
  const blocks = programsIn(page);
  expect(blocks.length).toBeGreaterThan(3);
  for (const block of blocks) expect(source).toContain(block);
});
