import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pages } from '../scripts/pages';
import { anchorsOf, errorsIn, written } from './docs/check';
import { pageFiles, root } from './docs/files';

const read = (page: string): string => readFileSync(join(root, page), 'utf8');

describe('generated pages', () => {
  test.each(Object.entries(pages()))('docs/%s matches the code (npm run docs)', (page, text) => {
    expect(read(join('docs', page))).toBe(text);
  });
});

describe('pages', () => {
  test('are found', () => {
    expect(pageFiles()).toEqual(
      expect.arrayContaining(['README.md', 'ARCHITECTURE.md', 'docs/events.md', 'examples/orders/README.md']),
    );
  });

  test.each(pageFiles())('%s: every link, anchor, path and script exists', (page) => {
    expect(errorsIn(page, read(page))).toEqual([]);
  });

  test('every name of a file that others write is in a page', () => {
    const all = pageFiles().map(read).join('\n');
    expect(written.filter((name) => !all.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('the check of a page', () => {
  const page = 'docs/events.md';

  test.each([
    ['a link to a page that is missing', 'See [this](nowhere.md).', 'link to nowhere.md'],
    ['an anchor that is missing in another page', '[this](warming.md#nowhere)', 'anchor warming.md#nowhere'],
    ['an anchor that is missing in the page itself', '# Here\n\n[this](#there)', 'anchor #there'],
    ['a path that is missing', 'It is in `lib/nowhere/file.ts`.', 'path lib/nowhere/file.ts'],
    ['a path that is missing, in code', '```sh\nnpx tsx scripts/nowhere.ts\n```', 'path scripts/nowhere.ts'],
    [
      'a path with a placeholder that nothing matches',
      '`lib/model/nowhere/<noun>.ts`',
      'path lib/model/nowhere/<noun>.ts',
    ],
    ['a pattern that nothing matches', '`lib/**/*.nowhere.ts`', 'path lib/**/*.nowhere.ts'],
    ['a file that is missing', 'See `nowhere.ts`.', 'file nowhere.ts'],
    ['a script that is missing', '`npm run nowhere`', 'script nowhere'],
  ])('refuses %s', (_, text, error) => {
    expect(errorsIn(page, text)).toEqual([error]);
  });

  test.each([
    'See [this](warming.md#in-node), [that](../README.md) and [there](https://example.com/a#b).',
    '# In Node!\n\n[here](#in-node)',
    '`lib/model/<noun>.ts`, `lib/readback/<target>/<noun>.ts`, `test/**/*.test.ts`, `examples/`, `function.ts`',
    '`npm run docs`, and `npm test`',
    '```md\n[this](nowhere.md)\n```',
  ])('accepts %j', (text) => {
    expect(errorsIn(page, text)).toEqual([]);
  });

  test('knows the anchors of headings', () => {
    expect(anchorsOf('# A `b` c!\n\n## A b c\n\n```\n# no\n```\n')).toEqual(['a-b-c', 'a-b-c-1']);
  });
});
