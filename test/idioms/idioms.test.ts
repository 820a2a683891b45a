import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bare, programsIn, rowsIn } from './row';
import { checkIdioms, newUse, outcomeOf } from './run';
import { idioms, rows } from './table';

// What a team does with the constructs of an architecture; each row on its own is in the full tests.

const quick = Object.values(idioms).flatMap((rows) => rows.filter(({ isQuick }) => isQuick));

test('an app that changes nothing is equivalent, and nothing is said about it but its own warnings', async () => {
  const use = newUse();
  const { said, differs } = await outcomeOf(use);
  expect(differs).toEqual([]);
  expect(said).toHaveLength(use.shop.warnings.length);
});

test('what an app adds joins what is there', async () => {
  await checkIdioms(...quick.filter(({ says }) => says === undefined));
});

test('a change that can stop an element from working is a warning', async () => {
  await checkIdioms(...quick.filter(({ says, differs }) => says !== undefined && differs !== undefined));
});

test('fails for what replaces a part of an element', async () => {
  await checkIdioms(...quick.filter(({ says, differs }) => says !== undefined && differs === undefined));
});

const page = readFileSync(join(__dirname, '../../docs/add-to-cdk.md'), 'utf8');

test('docs/add-to-cdk.md has the whole table', () => expect(rowsIn(page)).toEqual(rows().map(bare)));

test('docs/add-to-cdk.md quotes a program', () => {
  const source = bare(readFileSync(join(__dirname, 'page.ts'), 'utf8'));
  const blocks = programsIn(page);
  expect(blocks.length).toBeGreaterThan(3);
  for (const block of blocks) expect(source).toContain(block);
});
