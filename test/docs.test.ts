import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pages } from '../scripts/pages';

const root = join(__dirname, '..');

describe('generated pages', () => {
  test.each(Object.entries(pages()))('docs/%s is what the code says now (npm run docs)', (page, text) => {
    expect(readFileSync(join(root, 'docs', page), 'utf8')).toBe(text);
  });
});

describe('links in the documentation', () => {
  test.each([
    'README.md',
    'ARCHITECTURE.md',
    'docs/README.md',
    'docs/equivalence.md',
    'docs/model.md',
    'docs/cdk.md',
    'docs/pulumi.md',
    'docs/terraform.md',
    'examples/shop/README.md',
    'examples/orders/README.md',
    'docs/warming.md',
    'docs/secrets.md',
    'docs/events.md',
  ])('every file that %s links to is there', (page) => {
    const text = readFileSync(join(root, page), 'utf8');
    const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, link]) => join(root, page, '..', link!));
    expect(links.filter((link) => !exists(link))).toEqual([]);
  });
});

function exists(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}
