import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ignore from 'ignore';

/** The file in a folder of code that names what stays out of its archive, in gitignore's syntax. */
export const ignoreFile = '.triptychignore';

/** What is never part of the code: history, caches, what a desktop leaves behind. */
const always = ['.git', '.DS_Store', '__pycache__', '*.pyc', ignoreFile];

/**
 * Whether a path in `folder` stays out of its archive. The path is relative to the folder, with forward slashes,
 * that of a folder with one at its end. `.triptychignore` lies directly in the folder; as with git, a later line
 * beats an earlier one, and what lies in an excluded folder can't be taken in again.
 */
export function ignoredIn(folder: string): (path: string) => boolean {
  const own = join(folder, ignoreFile);
  // Case matters here on every system, else two systems would make two archives of the same files.
  const rules = ignore({ ignorecase: false }).add(always);
  if (existsSync(own)) rules.add(readFileSync(own, 'utf8'));
  return (path) => rules.ignores(path);
}
