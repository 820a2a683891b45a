import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { acknowledged } from './acknowledged';

// People who install the package have its documents, and none of its tests.
test('docs/add-to-cdk.md lists every acknowledged finding with its reason', () => {
  const page = readFileSync(join(__dirname, '../../docs/add-to-cdk.md'), 'utf8');
  const rows = page
    .slice(page.indexOf('## cdk-nag'))
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.replace(/ +\|/g, ' |'));
  expect(rows).toEqual(acknowledged.map(({ rule, at, reason }) => `| \`${rule}\` | \`${at}\` | ${reason} |`));
  expect(rows.length).toBeGreaterThan(0);
});
