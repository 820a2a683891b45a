import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clouds } from '../../../lib/model/target';
import { build, tests } from './page';
import { checkIdioms, fileOf, record } from './run';
import { rowsOf, sections } from './table';

// What a team does in a program with an architecture.

test.each(clouds)('a program on %s that changes nothing is equivalent', async (cloud) => checkIdioms(cloud));

describe.each(sections.map((section) => [`${section.title} (${section.cloud})`, section] as const))(
  '%s',
  (_, { cloud, idioms }) => {
    test.each(idioms.map((idiom) => [idiom.code, idiom] as const))('%s', async (_, idiom) => checkIdioms(cloud, idiom));
  },
);

const page = readFileSync(join(__dirname, '../../../docs/add-to-pulumi.md'), 'utf8');
const bare = (text: string): string => text.replace(/\s+/g, ' ').trim();

test('docs/add-to-pulumi.md has the whole table', () => {
  const written = page.split('\n').filter((line) => /^\| `.*\| (?:works|breaks|error) /.test(line));
  const rows = sections.filter(({ isWritten }) => isWritten).flatMap(rowsOf);
  expect(written.map(bare)).toEqual(rows.map(bare));
});

test('docs/add-to-pulumi.md quotes a program', () => {
  const source = bare(readFileSync(join(__dirname, 'page.ts'), 'utf8'));
  const blocks = [...page.matchAll(/^```ts\n([^]*?)^```$/gm)].map(([, text]) => text!);
  expect(blocks.length).toBeGreaterThan(5);
  for (const block of blocks) expect(source).toContain(bare(block.replace(/^import .*\n/gm, '').trim()));
});

test('the program that docs/add-to-pulumi.md quotes works', async () => {
  const { resources } = await record(() => build(fileOf()));
  expect(resources.filter(({ type }) => type.endsWith(':ServerlessArchitecture'))).toHaveLength(3);
  const { inputs } = resources.find(({ name }) => name === 'shop-worker-function')!;
  expect(inputs).toMatchObject({ memorySize: 1024 });
  expect(tests).toBeInstanceOf(Function);
});
