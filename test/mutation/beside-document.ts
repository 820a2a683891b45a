import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Target } from '../../lib/model/target';
import { examples } from '../examples';
import { differencesIn, render, type Rendering } from '../rendering';

/** One change of the files beside a document: the paths of all differences, or `refused`. */
export type FileCase = readonly [what: string, change: (folder: string) => void, seen: readonly string[]];

/** Adds a file, or replaces one. */
export const adding =
  (path: string, content = '') =>
  (folder: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };

/** Replaces a part of a file's text. */
export const replacing =
  (path: string, from: string, to: string) =>
  (folder: string): void => {
    const text = readFileSync(join(folder, path), 'utf8');
    if (!text.includes(from)) throw new Error(`there is no ${from} in ${path}`);
    writeFileSync(
      join(folder, path),
      text.replace(from, () => to),
    );
  };

/** Makes each change of the folder of one rendering on its own. `touched` are the paths that change. */
export function seesFiles(target: Target, cases: readonly FileCase[], touched: readonly string[]): void {
  describe('files of polyglot', () => {
    let rendering: Rendering;
    let before: readonly (readonly [place: string, content: Buffer | undefined])[];
    beforeAll(async () => {
      rendering = await render(examples.polyglot, target);
      before = touched
        .map((path) => join(rendering.folder, path))
        .map((place) => [place, existsSync(place) ? readFileSync(place) : undefined] as const);
    });
    afterEach(() => {
      for (const [place, content] of before) {
        rmSync(place, { recursive: true, force: true });
        if (content) writeFileSync(place, content);
      }
      expect(differencesIn(rendering)).toEqual([]);
    });

    test.each(cases)('differ with %s', (_, change, seen) => {
      change(rendering.folder);
      expect(pathsIn(rendering)).toEqual(seen);
    });
  });
}

/** The paths of all differences, whatever the hash. */
function pathsIn(rendering: Rendering): string[] {
  try {
    return differencesIn(rendering).map(({ path }) => path.replace(/[0-9a-f]{64}/g, 'sha256'));
  } catch (error) {
    return [(error as Error).name === 'ArtefactError' ? 'refused' : String(error)];
  }
}
