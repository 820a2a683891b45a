import { statSync } from 'node:fs';
import { join } from 'node:path';
import ignore from 'ignore';
import { readBounded } from '../disk/bounded-file';
import { CodeError } from './error';

/** The file in a folder of code that lists paths to exclude from the archive, in gitignore syntax. */
export const ignoreFile = '.triptychignore';

/** Files that are never part of the code: history, caches, files of a desktop. */
const always = ['.git', '.DS_Store', '__pycache__', '*.pyc', ignoreFile];

/** A longer file is no list of paths. */
const mostBytes = 1_048_576;

/**
 * Makes a test that is true for paths in `folder` that stay out of its archive. A path is relative to the folder, with
 * forward slashes; the path of a folder ends with one. `.triptychignore` is directly in the folder; as with git, a later
 * line overrides an earlier one, and a file in an excluded folder can't be included again.
 *
 * @throws CodeError if it isn't a file, or longer than 1 MiB
 */
export function ignoredIn(folder: string): (path: string) => boolean {
  const own = join(folder, ignoreFile);
  // Case-sensitive on every system, so that every system makes the same archive of the same files.
  const rules = ignore({ ignorecase: false }).add(always);
  const stats = statSync(own, { throwIfNoEntry: false });
  if (!stats) return (path) => rules.ignores(path);
  // Reading a pipe waits forever, and reading a device never ends.
  if (!stats.isFile() || stats.size > mostBytes) {
    throw new CodeError(`"${ignoreFile}" must be a file of at most ${mostBytes} bytes`, 'write one path per line');
  }
  rules.add(readBounded(own, mostBytes).toString('utf8'));
  return (path) => rules.ignores(path);
}
