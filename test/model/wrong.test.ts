import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { load } from '../../lib/model/load';
import { ArchitectureError } from '../../lib/model/problem';
import { resolve } from '../../lib/model/resolve';
import { flagSource } from '../../lib/settings/flags';
import * as wrong from './wrong';
import * as events from './wrong-events';
import * as habits from './wrong-habits';
import * as input from './wrong-input';

const folder = mkdtempSync(path.join(tmpdir(), 'triptych-'));
const file = path.join(folder, 'x.yaml');
afterAll(() => rmSync(folder, { recursive: true }));

function problemsOf(text: string, flags: readonly string[] = []): string[] {
  writeFileSync(file, text);
  try {
    resolve(load(file), [flagSource(flags)]);
  } catch (error) {
    if (!(error instanceof ArchitectureError)) throw error;
    return error.message.split('\n').map((line) => line.replace(file, '').replace(/^:\s*/, ''));
  }
  return [];
}

for (const [about, rows] of Object.entries({ ...wrong, ...events, ...habits, ...input }) as [
  string,
  readonly wrong.Wrong[],
][])
  describe(`validate: wrong ${about}`, () => {
    test.each(rows.map((row) => [row.says[0], row] as const))('fails: %s', (_, row) => {
      expect(problemsOf(row.file, row.flags)).toEqual(row.says);
    });
  });
