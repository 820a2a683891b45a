import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ignore from 'ignore';

/** The file in a folder of code that lists paths to exclude from the archive, in gitignore syntax. */
export const ignoreFile = '.triptychignore';

/** Files that are never part of the code: history, caches, files of a desktop. */
const always = ['.git', '.DS_Store', '__pycache__', '*.pyc', ignoreFile];

/**
 * Makes a test that is true for paths in `folder` that stay out of its archive. A path is relative to the folder, with
 * forward slashes; the path of a folder ends with one. `.triptychignore` is directly in the folder; as with git, a later
 * line overrides an earlier one, and a file in an excluded folder can't be included again.
 */
export function ignoredIn(folder: string): (path: string) => boolean {
  const own = join(folder, ignoreFile);
  // Case-sensitive on every system, so that every system makes the same archive of the same files.
  const rules = ignore({ ignorecase: false }).add(always);
  if (existsSync(own)) rules.add(readFileSync(own, 'utf8'));
  return (path) => rules.ignores(path);
}
